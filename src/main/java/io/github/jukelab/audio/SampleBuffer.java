package io.github.jukelab.audio;

import java.util.Arrays;

/** Collects decoded samples: keeps the requested part, mixes channels down to mono, grows as needed. */
final class SampleBuffer {

    private final long first;
    private final long end;
    private float[] samples;
    private int length;
    private long seen;

    /**
     * An empty buffer for the samples from {@code first} on, at most {@code limit} of them.
     *
     * @param expected estimate of how many samples will be added
     */
    SampleBuffer(long first, long limit, long expected) {
        this.first = first;
        this.end = limit > Long.MAX_VALUE - first ? Long.MAX_VALUE : first + limit;
        long wanted = Math.min(Math.max(expected - first, 0), limit);
        this.samples = new float[(int) Math.min(Math.max(wanted, 4096), 1 << 24)];
    }

    /** Adds the mean over the channels: {@code count} samples of each, in one array per channel. */
    void addPlanar(float[][] channels, int count) {
        int skip = skipped(count);
        int take = taken(count, skip);
        reserve(take);
        System.arraycopy(channels[0], skip, samples, length, take);
        for (int c = 1; c < channels.length; c++) {
            for (int i = 0; i < take; i++) {
                samples[length + i] += channels[c][skip + i];
            }
        }
        finish(count, take, channels.length);
    }

    /** Adds the mean over the channels: {@code count} samples of each, interleaved. */
    void addInterleaved(float[] values, int channels, int count) {
        int skip = skipped(count);
        int take = taken(count, skip);
        reserve(take);
        if (channels == 1) {
            System.arraycopy(values, skip, samples, length, take);
        } else {
            for (int i = 0; i < take; i++) {
                samples[length + i] = sum(values, (skip + i) * channels, channels);
            }
        }
        finish(count, take, channels);
    }

    private static float sum(float[] values, int from, int channels) {
        float sum = values[from];
        for (int c = 1; c < channels; c++) {
            sum += values[from + c];
        }
        return sum;
    }

    private int skipped(int count) {
        return (int) Math.min(Math.max(first - seen, 0), count);
    }

    private int taken(int count, int skip) {
        return (int) Math.max(Math.min(end - seen, count) - skip, 0);
    }

    private void reserve(int more) {
        if (samples.length - length < more) {
            long wanted = Math.max((long) length + more, samples.length + (samples.length >> 1));
            samples = Arrays.copyOf(samples, (int) Math.min(wanted, Integer.MAX_VALUE - 8));
        }
    }

    private void finish(int count, int take, int channels) {
        if (channels > 1) {
            for (int i = length; i < length + take; i++) {
                samples[i] /= channels;
            }
        }
        length += take;
        seen += count;
    }

    /** Whether all requested samples were added, or an array cannot hold more. */
    boolean full() {
        return seen >= end || length >= Integer.MAX_VALUE - (1 << 20);
    }

    /** The number of samples added so far, including those that were not requested. */
    long seen() {
        return seen;
    }

    /** The requested samples. The buffer must not be used after this call. */
    float[] toArray() {
        return samples.length == length ? samples : Arrays.copyOf(samples, length);
    }
}
