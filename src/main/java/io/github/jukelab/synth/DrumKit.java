package io.github.jukelab.synth;

import io.github.jukelab.SplitMix64;

/** Three drums of one artist, each rendered once and then added to the song at every stroke. */
final class DrumKit {

    private final float[] kick;
    private final float[] snare;
    private final float[] hat;

    DrumKit(SplitMix64 random, double size) {
        kick = kick(random.between(42, 70) / size, 0.12 * size, random.between(2, 5));
        snare = noise(random, 0.07 * size, random.between(0.15, 0.5), random.between(150, 240) / size);
        hat = noise(random, 0.025 * size, random.between(0.75, 0.95), 0);
    }

    void kick(float[] layer, int start, double gain) {
        strike(kick, layer, start, gain);
    }

    void snare(float[] layer, int start, double gain) {
        strike(snare, layer, start, 0.8 * gain);
    }

    void hat(float[] layer, int start, double gain) {
        strike(hat, layer, start, 0.6 * gain);
    }

    private static void strike(float[] drum, float[] layer, int start, double gain) {
        int end = StrictMath.min(drum.length, layer.length - start);
        for (int i = 0; i < end; i++) {
            layer[start + i] += (float) (gain * drum[i]);
        }
    }

    /** A sine that falls to its pitch from several times that. */
    private static float[] kick(double hertz, double decay, double drop) {
        float[] drum = new float[samples(decay)];
        double keep = StrictMath.exp(-1 / (decay * MusicSynth.RATE));
        double fall = StrictMath.exp(-1 / (0.02 * MusicSynth.RATE));
        double level = 1.6;
        double extra = drop;
        double phase = 0;
        for (int i = 0; i < drum.length; i++) {
            drum[i] = (float) (level * Timbre.sine(phase));
            phase += hertz * (1 + extra) / MusicSynth.RATE;
            level *= keep;
            extra *= fall;
        }
        return drum;
    }

    /** A burst of noise, brighter the more of the previous sample is subtracted; with a tone unless that is 0 Hz. */
    private static float[] noise(SplitMix64 random, double decay, double bright, double hertz) {
        float[] drum = new float[samples(decay)];
        double keep = StrictMath.exp(-1 / (decay * MusicSynth.RATE));
        double level = 1;
        double last = 0;
        for (int i = 0; i < drum.length; i++) {
            double now = random.between(-1, 1);
            double tone = hertz == 0 ? 0 : 0.5 * Timbre.sine(hertz * i / MusicSynth.RATE);
            drum[i] = (float) (level * (now - bright * last + tone));
            last = now;
            level *= keep;
        }
        return drum;
    }

    /** The number of samples until a drum has decayed by 50 dB. */
    private static int samples(double decay) {
        return (int) (5.8 * decay * MusicSynth.RATE);
    }
}
