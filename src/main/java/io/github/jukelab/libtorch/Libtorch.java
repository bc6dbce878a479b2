package io.github.jukelab.libtorch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/** The native library: whether it is there, and its threads. */
final class Libtorch {

    private static final String POM = "/META-INF/maven/org.bytedeco/pytorch/pom.properties";

    /** What happened, perhaps after the place in the code, and before the addresses. */
    private static final Pattern FRAMES =
            Pattern.compile("(?s)(?:\\[enforce fail [^]]*] err == 0\\. )?(.*?)\n(?:Exception raised from|frame #).*");

    private Libtorch() {}

    /** Its version, such as {@code 2.13.0}; nothing is loaded. */
    static String version() {
        Properties properties = new Properties();
        try (InputStream in = Libtorch.class.getResourceAsStream(POM)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "not installed").replaceFirst("-.*", "");
    }

    /** Why it cannot be loaded, and what to do; empty once it is loaded. */
    static Optional<String> obstacle() {
        if (Loader.getPlatform().equals("linux-arm64")) {
            return Optional.of("there is no libtorch for Linux on arm64; DL4J trains there");
        }
        try {
            Loader.load(torch.class);
            return Optional.empty();
        } catch (LinkageError e) {
            if (Cuda.isInstalled()) {
                return Optional.of(Cuda.missing(e));
            }
            return Optional.of(
                    isInstalled("")
                            ? "its native library cannot be loaded: " + e.getMessage()
                            : "its native library is not installed: ENGINE=libtorch make setup installs it; elsewhere it is the"
                                    + " artifact org.bytedeco:pytorch with the classifier " + Loader.getPlatform());
        }
    }

    /** @param extension of the classifier: empty for the CPU */
    static boolean isInstalled(String extension) {
        return Libtorch.class.getResource("/org/bytedeco/pytorch/" + Loader.getPlatform() + extension) != null;
    }

    /**
     * Does a work, and frees all tensors that it made.
     *
     * @throws IllegalStateException if libtorch fails, for instance for lack of memory
     */
    @SuppressWarnings("try")
    static <T> T inScope(Supplier<T> work) {
        try (PointerScope scope = new PointerScope()) {
            return work.get();
        } catch (RuntimeException e) {
            throw withoutFrames(e);
        }
    }

    /** Of an error of libtorch its first lines, which say what happened: the others are addresses. */
    private static RuntimeException withoutFrames(RuntimeException e) {
        Matcher frames = FRAMES.matcher(String.valueOf(e.getMessage()));
        return frames.matches()
                ? new IllegalStateException("libtorch: " + frames.group(1).strip(), e)
                : e;
    }

    /** The same for a work that gives nothing. */
    static void inScope(Runnable work) {
        inScope(() -> {
            work.run();
            return null;
        });
    }

    /** Does a work of which no gradients are needed. */
    @SuppressWarnings("try")
    static <T> T withoutGradients(Supplier<T> work) {
        try (NoGradGuard guard = new NoGradGuard()) {
            return work.get();
        }
    }

    /** What new tensors are: 32 bits, on a device such as {@code cpu}. */
    static TensorOptions floats(String device) {
        return new TensorOptions(torch.ScalarType.Float).device(new DeviceOptional(new Device(device)));
    }

    /**
     * Does a work with one thread, or with as many as libtorch took when it was loaded, such as {@code OMP_NUM_THREADS}.
     * OpenBLAS gets one: its threads are others than libtorch's, and while they wait they take the processor from these.
     */
    static <T> T run(boolean oneThread, Supplier<T> work) {
        int before = torch.get_num_threads();
        torch.set_num_threads(oneThread ? 1 : Threads.AT_START);
        openblas_nolapack.blas_set_num_threads(1);
        try {
            return work.get();
        } finally {
            torch.set_num_threads(before);
        }
    }

    /** Read when it is loaded. */
    private static final class Threads {
        static final int AT_START = torch.get_num_threads();
    }
}
