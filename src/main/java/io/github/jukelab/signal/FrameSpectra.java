package io.github.jukelab.signal;

import io.github.jukelab.audio.Wave;
import java.util.Arrays;

/**
 * Computes the spectra of frames some at a time; one set of buffers serves all. What is computed from spectra comes
 * through here, so sounds that are too loud for it are refused here.
 */
final class FrameSpectra {

    /** Receives the spectra some frames at a time. */
    interface Sink {
        /**
         * Receives some spectra.
         *
         * @param first index of the first frame
         * @param count number of frames, the first elements of every row of the spectra
         * @param spectra overwritten afterwards
         */
        void accept(int first, int count, FrameFft spectra);
    }

    /** The largest number of frames at once. */
    static final int LANES = 48;
    /** A multiple of how many frames the compiler's loops handle at once. */
    private static final int VECTOR = 16;

    private final Frames frames;
    private final double[] window;
    private final int nFft;
    private final double gain;
    private final FrameFft fft;
    /** The samples of some frames, [position in the hop][hop], so that one sample of all frames is contiguous. */
    private final double[][] samples;

    /**
     * The spectra of frames under a window of their length, each padded with zeros at its end to {@code nFft}.
     *
     * @param total the largest number of frames at once
     */
    FrameSpectra(Frames frames, double[] window, int nFft, int total) {
        this.frames = frames;
        this.window = window;
        this.nFft = nFft;
        this.gain = Arrays.stream(window).map(Math::abs).sum();
        this.fft = FrameFft.of(nFft, Math.min(total, LANES));
        this.samples = new double[Math.min(frames.hop(), window.length)][LANES + window.length / frames.hop()];
    }

    /** The spectra of any frames under a window of their length, each padded with zeros at its end to {@code nFft}. */
    static void forEach(Wave wave, Frames frames, double[] window, int nFft, Sink sink) {
        FrameBlock all = FrameBlock.of(wave, frames);
        new FrameSpectra(frames, window, nFft, all.count()).forEach(all, sink);
    }

    /** Passes the spectra of a block's frames to the sink, counted from the first one. */
    void forEach(FrameBlock block, Sink sink) {
        SampleLevel.check(block.wave(), gain);
        int most = atOnce(block.count());
        for (int first = 0; first < block.count(); first += most) {
            int count = Math.min(block.count() - first, most);
            gather(block, block.start(first), count + window.length / frames.hop());
            fill(count);
            fft.transform(count);
            sink.accept(first, count, fft);
        }
    }

    /** Copies the samples of some hops from {@code start} on. */
    private void gather(FrameBlock block, int start, int hops) {
        Wave wave = block.wave();
        for (int hop = 0; hop < hops; hop++) {
            int from = start + hop * frames.hop();
            boolean inside = from >= 0 && from + samples.length <= wave.length();
            for (int i = 0; i < samples.length; i++) {
                samples[i][hop] = inside ? wave.sample(from + i) : sampleAt(block, from + i);
            }
        }
    }

    /** Beyond half a frame from the ends, where even centred frames do not reach, samples are 0. */
    private float sampleAt(FrameBlock block, int index) {
        int reach = window.length / 2;
        boolean inside = index >= -reach && index < block.wave().length() + reach;
        return inside ? block.sample(index) : 0;
    }

    private void fill(int count) {
        for (int i = 0; i < window.length; i++) {
            weigh(samples[i % frames.hop()], i / frames.hop(), window[i], fft.samples(i), count);
        }
        for (int i = window.length; i < nFft; i++) {
            Arrays.fill(fft.samples(i), 0);
        }
    }

    private static void weigh(double[] samples, int from, double weight, double[] row, int count) {
        for (int t = 0; t < count; t++) {
            row[t] = weight * samples[from + t];
        }
    }

    /** As few passes as possible of about equal size: one of two frames takes much of the time of one of 48. */
    private static int atOnce(int count) {
        int passes = (count + LANES - 1) / LANES;
        int each = (count + passes - 1) / passes;
        return (each + VECTOR - 1) / VECTOR * VECTOR;
    }
}
