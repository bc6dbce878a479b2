package io.github.jukelab.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.jukelab.network.EngineException;
import io.github.jukelab.network.Engines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said where no card can be used. Messages are as libtorch 2.13 and the loader of Linux wrote them. */
class CudaTest {

    private static final String PROPERTY = "io.github.jukelab.gpu";

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void namesTheLibraryThatIsMissing() {
        Throwable reason = new UnsatisfiedLinkError(
                "/home/me/.javacpp/cache/pytorch-2.13.0-1.5.14-linux-x86_64-gpu.jar/org/bytedeco/pytorch/linux-x86_64-gpu/"
                        + "libjnitorch.so: libcupti.so.13: cannot open shared object file: No such file or directory");
        Throwable error = new UnsatisfiedLinkError("no jnitorch in java.library.path: /usr/lib").initCause(reason);
        assertThat(Cuda.missing(error))
                .isEqualTo("CUDA's library libcupti.so.13 is missing: GPU=1 make setup installs it");
        assertThat(Cuda.missing(new UnsatisfiedLinkError("libc10.so: invalid ELF header")))
                .isEqualTo("libtorch for NVIDIA cards cannot be loaded: libc10.so: invalid ELF header");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 3.94 GiB of which 1.06 GiB is"
                        + " free. Including non-PyTorch memory, this process has 2.88 GiB memory in use. Of the allocated"
                        + " memory 2.6 GiB is allocated by PyTorch | CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has"
                        + " a total capacity of 3.94 GiB of which 1.06 GiB is free.",
                "CUDA error: out of memory | CUDA error: out of memory",
                "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)` | CUDA error:"
                        + " CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
                "cuDNN error: CUDNN_STATUS_ALLOC_FAILED | cuDNN error: CUDNN_STATUS_ALLOC_FAILED"
            })
    void saysThatABatchIsTooLarge(String message, String told) {
        RuntimeException error = new IllegalStateException(message + "\nException raised from malloc at ...");
        assertThatThrownBy(() -> Cuda.explained(512, () -> {
                    throw error;
                }))
                .isInstanceOf(EngineException.class)
                .hasMessage("the batch of 512 is too large for the card's memory: take a smaller one (train"
                        + " --batch, Training.withBatch), or end other programs that use the card (" + told + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CUDA error: an illegal memory access was encountered",
                "DefaultCPUAllocator: not enough memory: you tried to allocate 4 bytes.",
                "std::bad_alloc: out of memory"
            })
    void otherErrorsStayAsTheyAre(String message) {
        RuntimeException error = new IllegalStateException(message);
        assertThat(Cuda.explained(512, error)).isSameAs(error);
    }

    @Test
    void theLibraryForTheCpuCannotUseACard() {
        NativeLibrary.assumeIsThere();
        assumeThat(Cuda.isInstalled()).isFalse();
        assertThat(Engines.require("libtorch").obstacle()).isEmpty();
        System.setProperty(PROPERTY, "1 libtorch gpu lib-libtorch-gpu GPU-5d5b asked for a GPU");
        assertThatThrownBy(() -> Engines.require("libtorch"))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "the engine libtorch cannot be used: libtorch for NVIDIA cards is not installed: GPU=1 make setup"
                                + " installs it");
    }
}
