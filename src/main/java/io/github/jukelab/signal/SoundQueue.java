package io.github.jukelab.signal;

import io.github.jukelab.audio.Wave;
import java.util.Arrays;

/** The samples of a sound that have been read and are still needed, in order. */
final class SoundQueue {

    private float[] samples = new float[0];
    private int count;
    private int read;

    /** Adds the samples of a block that earlier blocks did not have. */
    void add(FrameBlock block) {
        Wave wave = block.wave();
        int from = read - block.position();
        int fresh = wave.length() - from;
        if (samples.length < count + fresh) {
            samples = Arrays.copyOf(samples, count + fresh);
        }
        for (int i = 0; i < fresh; i++) {
            samples[count + i] = wave.sample(from + i);
        }
        count += fresh;
        read += fresh;
    }

    /** Takes the first samples away. */
    void take(float[] target, int taken) {
        System.arraycopy(samples, 0, target, 0, taken);
        count -= taken;
        System.arraycopy(samples, taken, samples, 0, count);
    }
}
