package io.github.jukelab.audio;

/**
 * One of the filters that a sound runs through on its way from rate to rate: linear in phase, without delay, the sound
 * being zero before its start and beyond its end.
 */
interface Stage {

    /**
     * The sound at this stage's rate.
     *
     * @param samples the sound before
     * @param count how many samples are wanted
     * @return shape [count]
     */
    float[] apply(float[] samples, int count);

    /** How many samples of the sound before the first {@code count} samples after depend on. */
    int needed(int count);
}
