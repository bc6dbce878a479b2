package io.github.jukelab.synth;

/**
 * One cry of a stand-in animal: a mouth that opens and closes again over a voice that rises and falls.
 *
 * @param start first sample
 * @param length samples
 * @param pitch Hz at its highest
 * @param rise how far below that it begins and ends, share of the pitch
 * @param shut the mouth at start and end
 * @param open the mouth in the middle
 * @param breath share of noise in the voice, from 0 to 1
 * @param attack share of its length until it is loud
 * @param gain about 0 to 1
 */
record AnimalCall(
        int start,
        int length,
        double pitch,
        double rise,
        Formants shut,
        Formants open,
        double breath,
        double attack,
        double gain) {

    /** Hz, some way from 0 to 1 through the cry. */
    double hertz(double way) {
        return pitch * (1 - rise * (1 - arch(way)));
    }

    Formants vowel(double way) {
        return shut.towards(open, arch(way));
    }

    double level(double way) {
        double in = StrictMath.min(1, way / attack);
        double out = StrictMath.min(1, (1 - way) / (1 - attack));
        return gain * in * out * out;
    }

    private static double arch(double way) {
        return StrictMath.sin(StrictMath.PI * way);
    }
}
