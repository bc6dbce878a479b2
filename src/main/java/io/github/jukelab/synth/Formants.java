package io.github.jukelab.synth;

/**
 * The position of a mouth: the three lowest resonance frequencies of the vocal tract.
 *
 * @param first Hz
 * @param second Hz
 * @param third Hz
 */
record Formants(double first, double second, double third) {

    /** All frequencies times a factor: 2 for a vocal tract of half the length. */
    Formants scaled(double factor) {
        return new Formants(first * factor, second * factor, third * factor);
    }

    /** Interpolates between these formants, at 0, and others, at 1. */
    Formants towards(Formants other, double position) {
        return new Formants(
                first + position * (other.first - first),
                second + position * (other.second - second),
                third + position * (other.third - third));
    }
}
