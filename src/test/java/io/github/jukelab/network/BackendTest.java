package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.TestJvm;
import io.github.jukelab.input.Shape;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.Nd4jCpu;

class BackendTest {

    /** Prints the number of OpenBLAS' threads. */
    static final class OpenBlasThreads {
        public static void main(String[] none) {
            Backend.current();
            System.out.println("OpenBLAS: " + Nd4j.factory().blas().getMaxThreads());
        }
    }

    @Test
    void computesOnTheCpu() {
        Backend backend = Backend.current();
        assertThat(backend.name()).isEqualTo("CpuBackend");
        assertThat(backend.asked()).isEqualTo(Device.CPU);
        assertThat(backend.used()).isEqualTo(Device.CPU);
        assertThat(backend.threads())
                .isPositive()
                .isEqualTo(NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CpuBackend    | CPU | true  | 4 | using CPU: ND4J CpuBackend with oneDNN, 4 threads",
                "CpuBackend    | CPU | false | 1 | using CPU: ND4J CpuBackend without oneDNN, 1 thread",
                "JCublasBackend | GPU | false | 2 | using GPU: ND4J JCublasBackend, 2 threads"
            })
    void saysWhatComputes(String name, Device used, boolean oneDnn, int threads, String text) {
        assertThat(new Backend(name, Device.CPU, used, oneDnn, threads))
                .hasToString("Backend[asked for CPU, " + text + "]");
    }

    @Test
    @EnabledIf("builtWithOneDnn")
    void layersUseOneDnn() {
        Network network =
                Network.of(Architectures.fiveBlocks(new Shape(1, 32, 32), 3, 1), Textures.LABELS, Textures.tiny(32));
        assertThat(Backend.current().oneDnn()).isTrue();
        assertThat(network.model().getLayer(0).getHelper()).isInstanceOf(MKLDNNConvHelper.class);
    }

    @Test
    void oneDnnIsUsedOnlyIfTheLibraryHasIt() {
        Backend.current();
        assertThat(Nd4jCpu.Environment.getInstance().isUseMKLDNN()).isEqualTo(builtWithOneDnn());
    }

    /** As it is after the first network, in a process of its own. */
    @Test
    @EnabledIf("builtWithOneDnn")
    void openBlasTakesOneThreadWhereOneDnnConvolves() throws IOException, InterruptedException {
        assertThat(TestJvm.run(List.of("-Xmx256m"), OpenBlasThreads.class)).contains("OpenBLAS: 1");
    }

    /** Not on arm64, and not for processors without AVX2. */
    static boolean builtWithOneDnn() {
        Backend.current();
        return NativeOpsHolder.getInstance().getDeviceNativeOps().buildInfo().contains("ONEDNN");
    }

    @Test
    void isFoundByThreadsWithAnotherClassLoader() throws Exception {
        FutureTask<Backend> found = new FutureTask<>(Backend::current);
        Thread thread = new Thread(found);
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        thread.start();
        assertThat(found.get(30, TimeUnit.SECONDS)).isEqualTo(Backend.current());
    }

    @Test
    @DisabledIf("hasCuda")
    void aMissingGpuIsAnErrorOfOneLine() {
        assertThatThrownBy(() -> Backend.require(Device.GPU))
                .isInstanceOf(DeviceException.class)
                .hasMessage("asked for GPU, but ND4J for CUDA is not on the class path: build with -Pcuda");
    }

    static boolean hasCuda() {
        try {
            Class.forName("org.nd4j.linalg.jcublas.JCublasBackend", false, BackendTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
