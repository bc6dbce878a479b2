package io.github.jukelab.feature;

import io.github.jukelab.audio.Wave;

/** Adds short clicks to a wave, as {@code librosa.clicks}. */
final class Clicks {

    private static final double HERTZ = 1000;
    private static final double SECONDS = 0.1;
    /** A click fades to 2^-10. */
    private static final double OCTAVES_OF_DECAY = 10;

    private Clicks() {}

    /** The wave with a click at each time, within [-1, 1]. */
    static Wave over(Wave wave, double[] seconds) {
        float[] samples = wave.samples();
        float[] click = click(wave.rate());
        for (double time : seconds) {
            add(click, samples, Math.round(time * wave.rate()));
        }
        limit(samples);
        return Wave.of(samples, wave.rate());
    }

    private static float[] click(int rate) {
        float[] click = new float[(int) Math.rint(SECONDS * rate)];
        for (int i = 0; i < click.length; i++) {
            double decay = Math.pow(2, -OCTAVES_OF_DECAY * i / Math.max(1, click.length - 1));
            click[i] = (float) (decay * Math.sin(2 * Math.PI * HERTZ * i / rate));
        }
        return click;
    }

    private static void add(float[] click, float[] samples, long start) {
        for (int i = 0; i < click.length && start + i < samples.length; i++) {
            samples[(int) start + i] += click[i];
        }
    }

    private static void limit(float[] samples) {
        float peak = 1;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        for (int i = 0; i < samples.length; i++) {
            samples[i] /= peak;
        }
    }
}
