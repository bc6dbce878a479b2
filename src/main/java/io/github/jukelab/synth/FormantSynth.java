package io.github.jukelab.synth;

import io.github.jukelab.SplitMix64;

/** Renders cries: a buzzing and breathing source through three resonances that move. */
final class FormantSynth {

    /** Samples between two looks at pitch, mouth and loudness. */
    private static final int BLOCK = 32;

    private static final double[] GAINS = {1, 0.55, 0.25};
    private static final double[] WIDTHS = {0.14, 0.1, 0.08};

    private final int rate;
    private final SplitMix64 random;
    private final Resonator[] resonances;

    FormantSynth(int rate, SplitMix64 random) {
        this.rate = rate;
        this.random = random;
        this.resonances = new Resonator[] {new Resonator(rate), new Resonator(rate), new Resonator(rate)};
    }

    void cry(AnimalCall cry, float[] clip) {
        double phase = 0;
        double before = 0;
        for (int at = 0; at < cry.length(); at += BLOCK) {
            double way = (double) at / cry.length();
            tune(cry.vowel(way));
            double step = cry.hertz(way) * random.between(0.985, 1.015) / rate;
            double level = cry.level(way);
            int end = StrictMath.min(cry.start() + StrictMath.min(at + BLOCK, cry.length()), clip.length);
            for (int i = cry.start() + at; i < end; i++) {
                double loud = before + (level - before) * (i - cry.start() - at) / BLOCK;
                clip[i] += (float) (loud * filtered(source(phase, step, cry.breath())));
                phase = phase + step < 1 ? phase + step : phase + step - 1;
            }
            before = level;
        }
    }

    private void tune(Formants vowel) {
        double[] hertz = {vowel.first(), vowel.second(), vowel.third()};
        for (int i = 0; i < hertz.length; i++) {
            resonances[i].tune(hertz[i], 40 + WIDTHS[i] * hertz[i]);
        }
    }

    private double source(double phase, double step, double breath) {
        return (1 - breath) * buzz(phase, step) + breath * random.between(-1.7, 1.7);
    }

    /** A saw whose jump is rounded over two samples (polynomial band-limited step), so that it hardly aliases. */
    private static double buzz(double phase, double step) {
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
        for (int i = 0; i < resonances.length; i++) {
            sum += GAINS[i] * resonances[i].next(source);
        }
        return sum;
    }
}
