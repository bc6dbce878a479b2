package io.github.jukelab.synth;

import io.github.jukelab.SplitMix64;

/**
 * Voices of cats and dogs: cats call long and gliding, dogs bark short and noisily, through mouths of other shapes. Pitch,
 * size, loudness, background noise and muffling belong to the animals and overlap; some animals at times cry like the
 * other species. The same seed gives the same samples on every machine.
 */
public final class AnimalSynth {

    /** Samples per second. */
    public static final int RATE = 16_000;

    /** The shortest clip, in seconds. */
    public static final double MIN_SECONDS = 0.9;

    private static final double MAX_SECONDS = 6;

    /** Largest share of its cries that an animal has from the other species: more makes clips harder for every model. */
    static final double AMBIGUITY = 0.4;

    private AnimalSynth() {}

    /**
     * A clip of 0.9 to 6 s with one to six cries.
     *
     * @param cat a cat, else a dog
     * @param animal who sounds alike in all clips of this name
     * @param name of the clip, which no two clips share
     * @param seed of everything
     * @return samples in (-1, 1)
     */
    public static float[] clip(boolean cat, String animal, String name, long seed) {
        Animal voice = Animal.of(cat, SplitMix64.of(seed, "animal " + animal));
        SplitMix64 random = SplitMix64.of(seed, "clip " + name);
        float[] samples = new float[(int) (random.between(MIN_SECONDS, MAX_SECONDS) * RATE)];
        cries(voice, samples, random);
        muffle(samples, voice.muffling());
        double power = power(samples);
        noise(samples, voice.noise() * StrictMath.sqrt(power) * random.between(0.5, 2), voice.brightness(), random);
        Mix.level(samples, voice.loudness() * random.between(0.6, 1.6), 0, random);
        return samples;
    }

    /** From one to six, in two bursts at most, as the clip has room. */
    private static void cries(Animal animal, float[] samples, SplitMix64 random) {
        FormantSynth throat = new FormantSynth(RATE, random);
        double second = random.between(0.02, 0.2);
        int most = 1 + random.below(6);
        for (int i = 0; i < most && second * RATE < samples.length - RATE / 4; i++) {
            AnimalCall cry = animal.cry(second, random);
            throat.cry(cry, samples);
            second += (double) cry.length() / RATE + random.between(0.05, random.chance(0.2) ? 1.2 : 0.4);
        }
    }

    private static void muffle(float[] samples, double keep) {
        double last = 0;
        for (int i = 0; i < samples.length; i++) {
            last = keep * last + (1 - keep) * samples[i];
            samples[i] = (float) last;
        }
    }

    private static double power(float[] samples) {
        double energy = 1e-12;
        for (float sample : samples) {
            energy += (double) sample * sample;
        }
        return energy / samples.length;
    }

    /** Adds noise of some root mean power, the brighter the more of the last sample is taken off. */
    private static void noise(float[] samples, double loudness, double brightness, SplitMix64 random) {
        double gain = loudness * StrictMath.sqrt(1 - brightness * brightness);
        double last = 0;
        for (int i = 0; i < samples.length; i++) {
            last = random.between(-1.73, 1.73) - brightness * last;
            samples[i] += (float) (gain * last);
        }
    }
}
