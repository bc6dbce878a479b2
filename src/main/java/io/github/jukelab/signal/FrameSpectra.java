package io.github.jukelab.signal;

import io.github.jukelab.audio.Wave;

/** Walks over a wave frame by frame and hands each frame's spectrum on; one buffer serves all frames. */
final class FrameSpectra {

    /** Takes one spectrum after the other. */
    interface Sink {
        /**
         * Takes a spectrum.
         *
         * @param frame its index, from 0, ascending
         * @param spectrum real and imaginary part of each bin in turn; overwritten afterwards
         */
        void accept(int frame, double[] spectrum);
    }

    private final Wave wave;
    private final Frames frames;
    private final double[] window;

    private FrameSpectra(Wave wave, Stft stft) {
        this.wave = wave;
        this.frames = stft.framing();
        this.window = Window.hann(stft.nFft()).weights();
    }

    static void forEach(Wave wave, Stft stft, Sink sink) {
        new FrameSpectra(wave, stft).forEach(sink);
    }

    private void forEach(Sink sink) {
        Fft fft = Fft.of(window.length);
        double[] buffer = new double[fft.bufferLength()];
        int count = frames.count(wave.length());
        for (int frame = 0; frame < count; frame++) {
            fill(buffer, frames.start(frame));
            fft.transform(buffer);
            sink.accept(frame, buffer);
        }
    }

    private void fill(double[] buffer, int start) {
        int from = Math.max(0, -start);
        int to = Math.max(from, Math.min(window.length, wave.length() - start));
        for (int i = from; i < to; i++) {
            buffer[i] = window[i] * wave.sample(start + i);
        }
        fillPadding(buffer, start, 0, Math.min(from, window.length));
        fillPadding(buffer, start, to, window.length);
    }

    private void fillPadding(double[] buffer, int start, int from, int to) {
        for (int i = from; i < to; i++) {
            buffer[i] = window[i] * frames.sample(wave, start + i);
        }
    }
}
