package io.github.jukelab.synth;

import io.github.jukelab.SplitMix64;

/**
 * What one stand-in animal keeps from clip to clip: its voice, and where it is recorded.
 *
 * @param cat or dog
 * @param pitch of its voice, Hz
 * @param size how much higher its resonances are than usual
 * @param breath share of noise in its voice
 * @param ambiguity share of its cries that are like the other species'
 * @param brightness of what is heard behind it: share of the last sample that is taken off the noise
 * @param noise behind it, share of its loudness
 * @param muffling by distance and walls: share of the sample before that is kept
 * @param loudness root of its mean power
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

    private static final Formants MEW = new Formants(420, 2100, 3400);
    private static final Formants YOWL = new Formants(950, 1650, 2900);
    private static final Formants GROWL = new Formants(430, 1050, 2500);
    private static final Formants BARK = new Formants(820, 1450, 2700);

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

    /** One of its cries at some second, long and gliding or short and noisy. */
    AnimalCall cry(double second, SplitMix64 random) {
        boolean calls = cat != random.chance(ambiguity);
        return calls ? call(second, random) : bark(second, random);
    }

    private AnimalCall call(double second, SplitMix64 random) {
        return new AnimalCall(
                samples(second),
                samples(random.between(0.35, 1.3)),
                pitch * random.between(0.85, 1.15),
                random.between(0.1, 0.45),
                MEW.higher(size * random.between(0.92, 1.08)),
                YOWL.higher(size * random.between(0.92, 1.08)),
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
                GROWL.higher(size * random.between(0.92, 1.08)),
                BARK.higher(size * random.between(0.92, 1.08)),
                StrictMath.min(1, breath * random.between(0.8, 1.8)),
                random.between(0.04, 0.15),
                random.between(0.6, 1));
    }

    private static int samples(double seconds) {
        return (int) (seconds * AnimalSynth.RATE);
    }
}
