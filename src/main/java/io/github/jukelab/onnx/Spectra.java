package io.github.jukelab.onnx;

import io.github.jukelab.signal.Frames;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Padding;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Window;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Windows of samples and their spectra, as the room {@code signal} computes them. Fourier transforms and logarithms are
 * in double precision, as there; otherwise decibels of quiet bands would differ.
 */
final class Spectra {

    private static final double SMALLEST_POWER = 1e-10;
    private static final double DYNAMIC_RANGE = 80;

    private Spectra() {}

    /** Whether ONNX has this padding: it has no {@code symmetric}. */
    static boolean canPad(Stft stft) {
        return !stft.centered() || stft.padding() != Padding.SYMMETRIC;
    }

    /** Samples (n) with silence up to a number of them. */
    static Tensor filled(Tensor samples, int length) {
        Tensor missing = samples.size(0).constant(length).minus(samples.size(0)).max(0);
        Tensor none = samples.graph().list(0);
        return samples.apply("Pad", none.apply("Concat", Map.of("axis", 0), missing.unsqueezed(0)));
    }

    /** Samples (n), at least a window of them, as windows (window, length); the length is a single number. */
    static Tensor windows(Tensor samples, Tensor length, int hop) {
        Tensor starts = samples.size(0).minus(length).plus(1).range(hop);
        return samples.gathered(0, starts.unsqueezed(1).plus(length.range(1)));
    }

    /**
     * Windows (window, sample) as powers (window, frame, bin).
     *
     * @param nFft length of the transform, at least that of a frame
     */
    static Tensor powers(Tensor windows, Frames frames, int nFft) {
        Graph graph = windows.graph();
        double[] hann = Arrays.copyOf(Window.hann(frames.length()).weights(), nFft);
        Tensor padded = padded(windows, frames, nFft).cast(ElementType.DOUBLE).unsqueezed(2);
        Tensor spectra = padded.apply(
                "STFT",
                Map.of("onesided", 1),
                whole(graph, frames.hop()),
                graph.constant(ElementType.DOUBLE, hann, nFft),
                whole(graph, nFft));
        return spectra.reduced("ReduceSumSquare", 0, 3).cast(ElementType.FLOAT);
    }

    private static Tensor whole(Graph graph, int number) {
        return graph.constant(ElementType.INT64, new double[] {number});
    }

    /** With what centred frames need beyond the ends, and with zeros for a transform that is longer than a frame. */
    private static Tensor padded(Tensor windows, Frames frames, int nFft) {
        long margin = frames.centered() ? frames.length() / 2 : 0;
        String mode = frames.padding().name().toLowerCase(Locale.ROOT);
        Tensor centred =
                windows.apply("Pad", Map.of("mode", mode), windows.graph().list(0, margin, 0, margin));
        return centred.apply("Pad", windows.graph().list(0, 0, 0, nFft - frames.length()));
    }

    /** Samples of windows (window, sample) as powers in mel bands (window, band, frame). */
    static Tensor mel(Tensor windows, Stft stft, MelBank bank) {
        float[][] weights = bank.weights(stft.frequencies(bank.rate()));
        float[] transposed = new float[stft.bins() * bank.bands()];
        for (int band = 0; band < bank.bands(); band++) {
            for (int bin = 0; bin < stft.bins(); bin++) {
                transposed[bin * bank.bands() + band] = weights[band][bin];
            }
        }
        Tensor powers = powers(windows, stft.framing(), stft.nFft());
        return powers.matMul(windows.graph().floats(transposed, stft.bins(), bank.bands()))
                .transposed(0, 2, 1);
    }

    /** Powers (window, row, column) in decibels, at most 80 below the loudest of their window. */
    static Tensor decibels(Tensor powers) {
        Tensor levels = powers.cast(ElementType.DOUBLE)
                .max(SMALLEST_POWER)
                .apply("Log")
                .times(10 / Math.log(10))
                .cast(ElementType.FLOAT);
        return levels.max(levels.reduced("ReduceMax", 1, 1, 2).minus(DYNAMIC_RANGE));
    }

    /** Differences (window, row, column) of each column from the one before it; 0 for the first. */
    static Tensor differences(Tensor values) {
        Tensor before = values.size(2).range(1).minus(1).max(0);
        return values.minus(values.gathered(2, before));
    }
}
