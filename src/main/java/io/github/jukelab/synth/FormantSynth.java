package io.github.jukelab.synth;

import io.github.jukelab.SplitMix64;

/** Renders animal calls: a sawtooth mixed with noise, through three resonators whose frequencies change. */
final class FormantSynth {

    /** Samples between two updates of pitch, formants and loudness. */
    private static final int BLOCK = 32;

    private static final double[] GAINS = {1, 0.55, 0.25};
    private static final double[] WIDTHS = {0.14, 0.1, 0.08};

    private final int rate;
    private final SplitMix64 random;
    private final Resonator[] resonators;

    FormantSynth(int rate, SplitMix64 random) {
        this.rate = rate;
        this.random = random;
        this.resonators = new Resonator[] {new Resonator(rate), new Resonator(rate), new Resonator(rate)};
    }

    /** Adds a call to a clip, as far as it fits. */
    void render(AnimalCall call, float[] clip) {
        double phase = 0;
        double before = 0;
        for (int at = 0; at < call.length(); at += BLOCK) {
            double position = (double) at / call.length();
            tune(call.formants(position));
            double step = call.frequency(position) * random.between(0.985, 1.015) / rate;
            double level = call.level(position);
            int end = StrictMath.min(call.start() + StrictMath.min(at + BLOCK, call.length()), clip.length);
            for (int i = call.start() + at; i < end; i++) {
                double gain = before + (level - before) * (i - call.start() - at) / BLOCK;
                clip[i] += (float) (gain * filtered(source(phase, step, call.breath())));
                phase = phase + step < 1 ? phase + step : phase + step - 1;
            }
            before = level;
        }
    }

    private void tune(Formants formants) {
        double[] hertz = {formants.first(), formants.second(), formants.third()};
        for (int i = 0; i < hertz.length; i++) {
            resonators[i].tune(hertz[i], 40 + WIDTHS[i] * hertz[i]);
        }
    }

    private double source(double phase, double step, double breath) {
        return (1 - breath) * sawtooth(phase, step) + breath * random.between(-1.7, 1.7);
    }

    /** A sawtooth whose jump is smoothed over two samples (polynomial band-limited step), so that it hardly aliases. */
    private static double sawtooth(double phase, double step) {
        double saw = 2 * phase - 1;
        if (phase < step) {
            double t = phase / step;
            return saw - (t + t - t * t - 1);
        }
        if (phase > 1 - step) {
            double t = (phase - 1) / step;
            return saw - (t * t + t + t + 1);
        }
        return saw;
    }

    private double filtered(double source) {
        double sum = 0;
        for (int i = 0; i < resonators.length; i++) {
            sum += GAINS[i] * resonators[i].next(source);
        }
        return sum;
    }
}
