package io.github.jukelab.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LibtorchTest {

    @BeforeAll
    static void libraryIsThere() {
        NativeLibrary.assumeIsThere();
    }

    @Test
    void aSmallWorkHasOneThreadAndTheNumberIsSetBack() {
        int before = torch.get_num_threads();
        torch.set_num_threads(3);
        try {
            openblas_nolapack.blas_set_num_threads(2);
            assertThat(Libtorch.run(true, torch::get_num_threads)).isEqualTo(1);
            assertThat(torch.get_num_threads()).isEqualTo(3);
            assertThat(openblas_nolapack.blas_get_num_threads()).isEqualTo(1);
            assertThatThrownBy(() -> Libtorch.run(true, () -> {
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");
            assertThat(torch.get_num_threads()).isEqualTo(3);
        } finally {
            torch.set_num_threads(before);
        }
    }

    private static Tensor zeros(long size) {
        return new FlatParameters(1, "cpu").zeros(size);
    }

    /** Of the lines that libtorch writes, one says what happened. */
    @Test
    void errorsOfTheLibraryAreOneLine() {
        assertThatThrownBy(() -> Libtorch.inScope(() -> zeros(2).add(zeros(3)).numel()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("libtorch: The size of tensor a (2) must match the size of tensor b (3) at non-singleton"
                        + " dimension 0");
    }

    @Test
    void memoryThatIsNotThereIsAnErrorOfOneLine() {
        assertThatThrownBy(() -> Libtorch.inScope(() -> zeros(1L << 50).numel()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("libtorch: DefaultCPUAllocator: can't allocate memory: you tried to allocate \\d+"
                        + " bytes\\. [^\n]*");
    }
}
