package io.github.jukelab.libtorch;

import io.github.jukelab.network.EngineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/** An NVIDIA card: whether libtorch can compute on it, and what its errors mean. */
final class Cuda {

    /** The first card that {@code CUDA_VISIBLE_DEVICES} shows. */
    static final String FIRST = "cuda:0";

    private static final String INSTALL = "GPU=1 make setup installs ";

    /** Of {@code libcublas.so.13: cannot open shared object file}. */
    private static final Pattern MISSING = Pattern.compile("(\\S+): cannot open shared object file");

    /** Of libtorch and of the libraries that it calls. */
    private static final Pattern NO_MEMORY = Pattern.compile("out of memory|ALLOC_FAILED");

    private Cuda() {}

    /** Whether the native library for cards is on the class path, not that for the CPU. */
    static boolean isInstalled() {
        return Libtorch.isInstalled("-gpu");
    }

    /** Why nothing can be computed on a card, once libtorch is loaded; empty if a first sum works. */
    static Optional<String> obstacle() {
        if (!isInstalled()) {
            return Optional.of("libtorch for NVIDIA cards is not installed: " + INSTALL + "it");
        }
        try {
            compute();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(missing().orElseGet(() -> "the card cannot be used: " + firstLine(e)));
        }
    }

    /**
     * Numbers have 32 bits as on the CPU, not the shorter ones of newer cards, and the same seed gives the same bits.
     */
    private static void compute() {
        torch.globalContext().setAllowTF32CuDNN(false);
        torch.globalContext().setAllowTF32CuBLAS(false);
        torch.globalContext().setDeterministicCuDNN(true);
        Libtorch.inScope(
                () -> torch.ones(new long[] {2}, Libtorch.floats(FIRST)).sum().item_double());
    }

    /** libtorch computes without its part for cards if that cannot be loaded; to load it again tells why. */
    private static Optional<String> missing() {
        Path part = Path.of(Loader.getLoadedLibraries().get("jnitorch"))
                .resolveSibling(System.mapLibraryName("torch_cuda"));
        try {
            if (Files.exists(part)) {
                System.load(part.toString());
            }
            return Optional.empty();
        } catch (LinkageError e) {
            return Optional.of(missing(e));
        }
    }

    /** Which of CUDA's libraries could not be loaded, and what installs it. */
    static String missing(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        Matcher library = MISSING.matcher(String.valueOf(cause.getMessage()));
        return library.find()
                ? "CUDA's library " + library.group(1) + " is missing: " + INSTALL + "it"
                : "libtorch for NVIDIA cards cannot be loaded: " + cause.getMessage();
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /**
     * Does a work on a batch.
     *
     * @throws EngineException if the card has not enough memory for it
     */
    static <T> T explained(int batch, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw explained(batch, e);
        }
    }

    /** The same error, or one that says what to do. */
    static RuntimeException explained(int batch, RuntimeException e) {
        String said = firstLine(e);
        boolean ofCard = said.contains("CUDA") || said.contains("CUDNN");
        if (!ofCard || !NO_MEMORY.matcher(said).find()) {
            return e;
        }
        return new EngineException(
                "the batch of " + batch + " is too large for the card's memory: take a smaller one (train --batch,"
                        + " Training.withBatch), or end other programs that use the card ("
                        + said.replaceFirst("(is free\\.).*", "$1") + ")");
    }
}
