package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.input.Shape;
import java.util.List;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.Nd4jCpu;

class BackendTest {

    @Test
    void namesTheDevice() {
        Backend backend = Backend.current();
        assertThat(backend.used()).isEqualTo(Device.CPU);
        assertThat(backend.threads()).isPositive();
        assertThat(backend)
                .hasToString("Backend[asked for CPU, using CPU: ND4J CpuBackend "
                        + (backend.oneDnn() ? "with" : "without") + " oneDNN, " + backend.threads()
                        + (backend.threads() == 1 ? " thread]" : " threads]"));
    }

    @Test
    @DisabledOnOs(architectures = "aarch64")
    void layersUseOneDnn() {
        Network network =
                Network.of(Architectures.fiveBlocks(new Shape(1, 32, 32), 3, 1), Textures.LABELS, Textures.tiny(32));
        assertThat(Backend.current().oneDnn()).isTrue();
        assertThat(network.model().getLayer(0).getHelper()).isInstanceOf(MKLDNNConvHelper.class);
    }

    @Test
    void oneDnnIsUsedOnlyIfTheLibraryHasIt() {
        Backend.current();
        String build = NativeOpsHolder.getInstance().getDeviceNativeOps().buildInfo();
        assertThat(Nd4jCpu.Environment.getInstance().isUseMKLDNN()).isEqualTo(build.contains("ONEDNN"));
    }

    @Test
    void loadsFromThreadsWithAnotherClassLoader() throws InterruptedException {
        List<Backend> found = new java.util.ArrayList<>();
        Thread thread = new Thread(() -> found.add(Backend.current()));
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        thread.start();
        thread.join();
        assertThat(found).containsExactly(Backend.current());
    }

    @Test
    @EnabledIf("noCuda")
    void aMissingGpuIsAnErrorOfOneLine() {
        assertThatThrownBy(() -> Backend.require(Device.GPU))
                .isInstanceOf(DeviceException.class)
                .hasMessage("asked for GPU, but ND4J for CUDA is not on the class path: build with -Pcuda");
    }

    static boolean noCuda() {
        try {
            Class.forName("org.nd4j.linalg.jcublas.JCublasBackend", false, BackendTest.class.getClassLoader());
            return false;
        } catch (ClassNotFoundException e) {
            return true;
        }
    }
}
