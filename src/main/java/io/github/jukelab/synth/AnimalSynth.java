package io.github.jukelab.synth;

import io.github.jukelab.SplitMix64;

/**
 * Synthetic voices of cats and dogs: cats give long gliding calls, dogs short noisy ones, with other formants. Pitch,
 * size, loudness, background noise and muffling vary from animal to animal and overlap between the species; some calls
 * of an animal sound like the other species. The same seed gives the same samples on every machine.
 */
public final class AnimalSynth {

    /** Samples per second. */
    public static final int RATE = 16_000;

    /** The shortest clip, in seconds. */
    public static final double MIN_SECONDS = 0.9;

    private static final double MAX_SECONDS = 6;

    /** Largest share of an animal's calls that sound like the other species; more is harder for every model. */
    static final double AMBIGUITY = 0.4;

    private AnimalSynth() {}

    /**
     * Renders a clip of 0.9 to 6 s with one to six calls.
     *
     * @param cat true for a cat, false for a dog
     * @param animal name of the animal, which has the same voice in all its clips
     * @param name unique name of the clip
     * @param seed of all random numbers
     * @return samples in (-1, 1)
     */
    public static float[] clip(boolean cat, String animal, String name, long seed) {
        Animal voice = Animal.of(cat, SplitMix64.of(seed, "animal " + animal));
        SplitMix64 random = SplitMix64.of(seed, "clip " + name);
        float[] samples = new float[(int) (random.between(MIN_SECONDS, MAX_SECONDS) * RATE)];
        addCalls(voice, samples, random);
        muffle(samples, voice.muffling());
        double power = power(samples);
        addNoise(samples, voice.noise() * StrictMath.sqrt(power) * random.between(0.5, 2), voice.brightness(), random);
        Mix.level(samples, voice.loudness() * random.between(0.6, 1.6), 0, random);
        return samples;
    }

    /** Adds one to six calls, as many as fit into the clip. */
    private static void addCalls(Animal animal, float[] samples, SplitMix64 random) {
        FormantSynth synth = new FormantSynth(RATE, random);
        double second = random.between(0.02, 0.2);
        int max = 1 + random.below(6);
        for (int i = 0; i < max && second * RATE < samples.length - RATE / 4; i++) {
            AnimalCall call = animal.call(second, random);
            synth.render(call, samples);
            second += (double) call.length() / RATE + random.between(0.05, random.chance(0.2) ? 1.2 : 0.4);
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

    /** Adds noise of the given root mean square; a higher brightness, from -1 to 1, lifts the high frequencies. */
    private static void addNoise(float[] samples, double loudness, double brightness, SplitMix64 random) {
        double gain = loudness * StrictMath.sqrt(1 - brightness * brightness);
        double last = 0;
        for (int i = 0; i < samples.length; i++) {
            last = random.between(-1.73, 1.73) - brightness * last;
            samples[i] += (float) (gain * last);
        }
    }
}
