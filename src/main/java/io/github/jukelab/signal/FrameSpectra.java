package io.github.jukelab.signal;

import io.github.jukelab.audio.Wave;
import java.util.Arrays;

/** Computes the spectra of a wave block by block of frames; one set of buffers serves all blocks. */
final class FrameSpectra {

    /** Receives the spectra block by block. */
    interface Sink {
        /**
         * Receives a block.
         *
         * @param first index of its first frame
         * @param count its number of frames, the first elements of every row of the spectra
         * @param spectra overwritten afterwards
         */
        void accept(int first, int count, FrameFft spectra);
    }

    private static final int BLOCK = 64;

    private final Wave wave;
    private final Frames frames;
    private final double[] window;
    private final int nFft;
    /** The samples of a block, [position in the hop][hop], so that one sample of all frames is contiguous. */
    private final double[][] samples;

    private FrameSpectra(Wave wave, Frames frames, double[] window, int nFft) {
        this.wave = wave;
        this.frames = frames;
        this.window = window;
        this.nFft = nFft;
        this.samples = new double[Math.min(frames.hop(), window.length)][BLOCK + window.length / frames.hop()];
    }

    /** The spectra of a wave. */
    static void forEach(Wave wave, Stft stft, Sink sink) {
        forEach(wave, stft.framing(), Window.hann(stft.nFft()).weights(), stft.nFft(), sink);
    }

    /** The spectra of any frames under a window of their length, each padded with zeros at its end to {@code nFft}. */
    static void forEach(Wave wave, Frames frames, double[] window, int nFft, Sink sink) {
        new FrameSpectra(wave, frames, window, nFft).forEach(sink);
    }

    private void forEach(Sink sink) {
        int total = frames.count(wave.length());
        FrameFft fft = FrameFft.of(nFft, Math.min(total, BLOCK));
        for (int first = 0; first < total; first += BLOCK) {
            int count = Math.min(total - first, BLOCK);
            gather(frames.start(first), count + window.length / frames.hop());
            fill(fft, count);
            fft.transform(count);
            sink.accept(first, count, fft);
        }
    }

    /** Copies the samples of some hops from {@code start} on. */
    private void gather(int start, int hops) {
        for (int hop = 0; hop < hops; hop++) {
            int from = start + hop * frames.hop();
            boolean inside = from >= 0 && from + samples.length <= wave.length();
            for (int i = 0; i < samples.length; i++) {
                samples[i][hop] = inside ? wave.sample(from + i) : sampleAt(from + i);
            }
        }
    }

    /** Beyond half a frame from the ends, where even centred frames do not reach, samples are 0. */
    private float sampleAt(int position) {
        int reach = window.length / 2;
        boolean inside = position >= -reach && position < wave.length() + reach;
        return inside ? frames.sample(wave, position) : 0;
    }

    private void fill(FrameFft fft, int count) {
        for (int i = 0; i < window.length; i++) {
            double[] row = fft.samples(i);
            System.arraycopy(samples[i % frames.hop()], i / frames.hop(), row, 0, count);
            scale(row, window[i], count);
        }
        for (int i = window.length; i < nFft; i++) {
            Arrays.fill(fft.samples(i), 0);
        }
    }

    private static void scale(double[] row, double weight, int count) {
        for (int t = 0; t < count; t++) {
            row[t] *= weight;
        }
    }
}
