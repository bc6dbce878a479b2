package io.github.jukelab.network;

import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.config.DL4JClassLoading;
import org.deeplearning4j.config.DL4JSystemProperties;
import org.deeplearning4j.nn.layers.mkldnn.BaseMKLDNNHelper;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * ND4J's native library, loaded once with the right settings.
 *
 * <p>There are two of them. Layers may use oneDNN, which ND4J 1.0.0-M2.1 disables by default; with it a training step
 * of {@link Architectures#fiveBlocks} is about five times faster. And ND4J looks for its parts with its own class
 * loader, not with that of the calling thread, which in a notebook does not find them.
 *
 * <p>Where oneDNN computes convolutions, OpenBLAS, which computes dense layers, takes one thread: its threads spin while
 * they wait for work, and a second one never made a step or a prediction faster.
 *
 * @param name ND4J's name of it, such as {@code CpuBackend}
 * @param asked the requested device
 * @param used the device in use
 * @param oneDnn whether layers use oneDNN; false on a GPU and where no build with oneDNN exists, such as macOS
 *     on arm64
 * @param threads maximum threads of a native operation; set before the start by {@code OMP_NUM_THREADS}. A network of
 *     less than a million multiplications per example always takes one
 */
public record Backend(String name, Device asked, Device used, boolean oneDnn, int threads) {

    private static boolean loaded;

    private static final String CUDA = "org.nd4j.linalg.jcublas.JCublasBackend";

    /**
     * The backend, loaded if it is not loaded yet.
     *
     * @return that of the CPU, or of the GPU if ND4J for CUDA is on the class path
     * @throws DeviceException if no native library can be loaded
     */
    public static Backend current() {
        return require(Device.CPU);
    }

    /**
     * The backend for a requested device. Takes about a second the first time.
     *
     * @param asked the device; {@link Device#CPU} accepts any backend, {@link Device#GPU} requires a GPU
     * @return the backend in use
     * @throws DeviceException if a GPU is requested and none can be used, or no native library can be loaded
     */
    public static synchronized Backend require(Device asked) {
        if (asked == Device.GPU) {
            requireCuda();
        }
        load();
        Device used = Nd4j.getEnvironment().isCPU() ? Device.CPU : Device.GPU;
        if (asked == Device.GPU) {
            requireWorkingGpu(used);
        }
        String name = Nd4j.getBackend().getClass().getSimpleName();
        return new Backend(name, asked, used, BaseMKLDNNHelper.mklDnnEnabled(), maxThreads());
    }

    private static void requireCuda() {
        if (!ND4JClassLoading.classPresentOnClasspath(CUDA, Backend.class.getClassLoader())) {
            throw new DeviceException("asked for GPU, but ND4J for CUDA is not on the class path: build with -Pcuda");
        }
        if (!driverPresent()) {
            throw new DeviceException("asked for GPU, but no NVIDIA driver was found on this machine");
        }
    }

    private static boolean driverPresent() {
        return Files.exists(Path.of("/proc/driver/nvidia/version"))
                || Files.exists(Path.of("/dev/dxg"))
                || Files.exists(Path.of("C:\\Windows\\System32\\nvcuda.dll"));
    }

    private static void requireWorkingGpu(Device used) {
        if (used == Device.CPU) {
            throw new DeviceException("asked for GPU, but ND4J could not use it and fell back to the CPU");
        }
        try {
            Nd4j.ones(2).addi(1).sumNumber();
        } catch (RuntimeException e) {
            throw new DeviceException("asked for GPU, but this card cannot run ND4J's kernels: " + e.getMessage());
        }
    }

    private static void load() {
        if (loaded) {
            return;
        }
        if (System.getProperty(DL4JSystemProperties.DISABLE_HELPER_PROPERTY) == null) {
            System.setProperty(DL4JSystemProperties.DISABLE_HELPER_PROPERTY, "false");
        }
        System.setProperty(DL4JSystemProperties.CRASH_DUMP_ENABLED_PROPERTY, "false");
        ND4JClassLoading.setNd4jClassloaderFromClass(Backend.class);
        DL4JClassLoading.setDl4jClassloaderFromClass(Backend.class);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Backend.class.getClassLoader());
        try {
            Nd4j.getBackend();
            if (BaseMKLDNNHelper.mklDnnEnabled()) {
                Nd4j.factory().blas().setMaxThreads(1);
            }
            loaded = true;
        } catch (LinkageError e) {
            throw new DeviceException("ND4J's native library could not be loaded: " + rootCause(e));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Throwable rootCause(Throwable e) {
        return e.getCause() == null ? e : rootCause(e.getCause());
    }

    private static int maxThreads() {
        return NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads();
    }

    @Override
    public String toString() {
        return "Backend[asked for " + asked + ", using " + used + ": ND4J " + name
                + (used == Device.CPU ? (oneDnn ? " with oneDNN" : " without oneDNN") : "")
                + ", " + threads + (threads == 1 ? " thread]" : " threads]");
    }
}
