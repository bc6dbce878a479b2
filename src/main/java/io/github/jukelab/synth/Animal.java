package io.github.jukelab.synth;

import io.github.jukelab.SplitMix64;

/**
 * The voice and the recording conditions of one synthetic animal, the same in all its clips.
 *
 * @param cat true for a cat, false for a dog
 * @param pitch of its voice, Hz
 * @param size factor of its formant frequencies
 * @param breath share of noise in its voice
 * @param ambiguity share of its calls that sound like those of the other species
 * @param brightness of the background noise: how much of the previous noise sample is subtracted
 * @param noise level of the background noise, relative to the calls
 * @param muffling by distance and walls: weight of the previous sample in a one-pole low-pass
 * @param loudness root mean square of a clip
 */
record Animal(
        boolean cat,
        double pitch,
        double size,
        double breath,
        double ambiguity,
        double brightness,
        double noise,
        double muffling,
        double loudness) {

    private static final Formants MEOW_CLOSED = new Formants(420, 2100, 3400);
    private static final Formants MEOW_OPEN = new Formants(950, 1650, 2900);
    private static final Formants BARK_CLOSED = new Formants(430, 1050, 2500);
    private static final Formants BARK_OPEN = new Formants(820, 1450, 2700);

    static Animal of(boolean cat, SplitMix64 random) {
        return new Animal(
                cat,
                cat ? random.between(430, 860) : random.between(320, 700),
                random.between(0.84, 1.19),
                cat ? random.between(0.04, 0.25) : random.between(0.12, 0.5),
                StrictMath.pow(random.nextDouble(), 2) * AnimalSynth.AMBIGUITY,
                random.between(-0.95, 0.2),
                StrictMath.pow(10, random.between(-36, -12) / 20),
                random.between(0, 0.6),
                random.between(0.03, 0.12));
    }

    /** One of its calls, which starts at the given second: a long gliding meow or a short noisy bark. */
    AnimalCall call(double second, SplitMix64 random) {
        boolean meows = cat != random.chance(ambiguity);
        return meows ? meow(second, random) : bark(second, random);
    }

    private AnimalCall meow(double second, SplitMix64 random) {
        return new AnimalCall(
                samples(second),
                samples(random.between(0.35, 1.3)),
                pitch * random.between(0.85, 1.15),
                random.between(0.1, 0.45),
                MEOW_CLOSED.scaled(size * random.between(0.92, 1.08)),
                MEOW_OPEN.scaled(size * random.between(0.92, 1.08)),
                breath * random.between(0.6, 1.2),
                random.between(0.1, 0.4),
                random.between(0.6, 1));
    }

    private AnimalCall bark(double second, SplitMix64 random) {
        return new AnimalCall(
                samples(second),
                samples(random.between(0.12, 0.38)),
                pitch * random.between(0.8, 1.2),
                random.between(0.2, 0.6),
                BARK_CLOSED.scaled(size * random.between(0.92, 1.08)),
                BARK_OPEN.scaled(size * random.between(0.92, 1.08)),
                StrictMath.min(1, breath * random.between(0.8, 1.8)),
                random.between(0.04, 0.15),
                random.between(0.6, 1));
    }

    private static int samples(double seconds) {
        return (int) (seconds * AnimalSynth.RATE);
    }
}
