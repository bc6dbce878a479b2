package io.github.jukelab.audio;

/**
 * One of the filters of a {@link Resampler}: linear phase, no delay; the sound counts as zero before its start and
 * after its end.
 */
interface Stage {

    /**
     * Filters a sound.
     *
     * @param samples the input
     * @param count number of output samples to compute
     * @return shape [count]
     */
    float[] apply(float[] samples, int count);

    /** The number of input samples on which the first {@code count} output samples depend. */
    int needed(int count);
}
