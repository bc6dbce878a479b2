package io.github.jukelab.synth;

/**
 * One call of a synthetic animal: the mouth opens and closes again while the pitch rises and falls.
 *
 * @param start index of the first sample
 * @param length in samples
 * @param pitch highest frequency, Hz
 * @param rise how far below that the pitch starts and ends, as a share of it
 * @param closed formants at start and end
 * @param open formants in the middle
 * @param breath share of noise in the voice, from 0 to 1
 * @param attack share of the length until full loudness
 * @param gain about 0 to 1
 */
record AnimalCall(
        int start,
        int length,
        double pitch,
        double rise,
        Formants closed,
        Formants open,
        double breath,
        double attack,
        double gain) {

    /** The pitch in Hz at a position from 0, the start of the call, to 1, its end. */
    double frequency(double position) {
        return pitch * (1 - rise * (1 - arch(position)));
    }

    Formants formants(double position) {
        return closed.towards(open, arch(position));
    }

    double level(double position) {
        double fadeIn = StrictMath.min(1, position / attack);
        double fadeOut = StrictMath.min(1, (1 - position) / (1 - attack));
        return gain * fadeIn * fadeOut * fadeOut;
    }

    private static double arch(double position) {
        return StrictMath.sin(StrictMath.PI * position);
    }
}
