package io.github.jukelab.synth;

/**
 * How a mouth is held: the three lowest resonances of the space in front of the voice.
 *
 * @param first Hz
 * @param second Hz
 * @param third Hz
 */
record Formants(double first, double second, double third) {

    /** The same of another size of mouth: twice as high for half the length. */
    Formants higher(double times) {
        return new Formants(first * times, second * times, third * times);
    }

    /** On the way to another vowel, from 0 for here to 1 for there. */
    Formants towards(Formants other, double way) {
        return new Formants(
                first + way * (other.first - first),
                second + way * (other.second - second),
                third + way * (other.third - third));
    }
}
