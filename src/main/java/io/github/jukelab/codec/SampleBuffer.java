package io.github.jukelab.codec;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Collects decoded samples of one rate: keeps the requested part, mixes channels down to mono, grows as needed. What a
 * decoder gives at other rates is counted only.
 */
final class SampleBuffer {

    /** A header may promise that many samples without proof: 64 MB. */
    private static final int CREDIBLE = 1 << 24;

    /** The most samples of a buffer, what an array can hold but for some. */
    static final int MAX = Integer.MAX_VALUE - (1 << 20);

    private final LoadOptions options;
    private final int most;
    private final Map<Integer, Long> samplesByRate = new TreeMap<>();
    private int rate;
    private long expected;
    private long first;
    private long end = Long.MAX_VALUE;
    private float[] samples = new float[0];
    private int length;
    private long removed;
    private int channels;

    /**
     * An empty buffer.
     *
     * @param options the requested part
     * @param rate the rate to keep, in Hz; empty for that of the first samples
     * @param most how many samples the buffer is meant to hold, for which a header may ask room
     */
    SampleBuffer(LoadOptions options, OptionalInt rate, int most) {
        this.options = options;
        this.most = most;
        rate.ifPresent(this::setRate);
    }

    private void setRate(int rate) {
        this.rate = rate;
        first = options.firstSample(rate);
        long limit = options.sampleLimit(rate);
        end = limit > Long.MAX_VALUE - first ? Long.MAX_VALUE : first + limit;
    }

    /** Notes how many samples the file has by its header, to make room for them. It may be wrong or 0. */
    void expect(long count) {
        expected = count;
    }

    /** Counts samples that need not be decoded, as they are before the requested part. */
    void skip(int rate, long count) {
        accepts(rate, count);
    }

    /** Adds the mean over the channels: {@code count} samples of each, in one array per channel. */
    void addPlanar(int rate, float[][] channels, int count) {
        long seen = seen();
        if (accepts(rate, count)) {
            int skip = skipped(seen, count);
            int take = taken(seen, count, skip);
            reserve(take);
            System.arraycopy(channels[0], skip, samples, length, take);
            for (int c = 1; c < channels.length; c++) {
                for (int i = 0; i < take; i++) {
                    samples[length + i] += channels[c][skip + i];
                }
            }
            finish(take, channels.length);
        }
    }

    /** Adds the mean over the channels: {@code count} samples of each, interleaved. */
    void addInterleaved(int rate, float[] values, int channels, int count) {
        long seen = seen();
        if (accepts(rate, count)) {
            int skip = skipped(seen, count);
            int take = taken(seen, count, skip);
            reserve(take);
            if (channels == 1) {
                System.arraycopy(values, skip, samples, length, take);
            } else {
                for (int i = 0; i < take; i++) {
                    samples[length + i] = sum(values, (skip + i) * channels, channels);
                }
            }
            finish(take, channels);
        }
    }

    private boolean accepts(int rate, long count) {
        if (this.rate == 0) {
            setRate(rate);
        }
        samplesByRate.merge(rate, count, Long::sum);
        return rate == this.rate;
    }

    private static float sum(float[] values, int from, int channels) {
        float sum = values[from];
        for (int c = 1; c < channels; c++) {
            sum += values[from + c];
        }
        return sum;
    }

    private int skipped(long seen, int count) {
        return (int) Math.min(Math.max(first - seen, 0), count);
    }

    private int taken(long seen, int count, int skip) {
        return (int) Math.max(Math.min(end - seen, count) - skip, 0);
    }

    private void reserve(int more) {
        if (samples.length - length < more) {
            long wanted = Math.max((long) length + more, samples.length + (samples.length >> 1));
            long announced = Math.min(Math.min(expected, end) - first, most);
            boolean credible = announced <= CREDIBLE || length >= CREDIBLE;
            wanted = credible ? Math.max(announced, wanted) : wanted;
            samples = Arrays.copyOf(samples, (int) Math.min(wanted, Integer.MAX_VALUE - 8));
        }
    }

    private void finish(int take, int channels) {
        if (channels > 1) {
            for (int i = length; i < length + take; i++) {
                samples[i] /= channels;
            }
        }
        length += take;
        this.channels = channels;
    }

    /** Whether all requested samples were added. */
    boolean full() {
        return seen() >= end;
    }

    /** The rate of the samples that are kept, in Hz; 0 before the first ones. */
    int rate() {
        return rate;
    }

    /** The number of channels of the last samples that were added; 0 before the first ones. */
    int channels() {
        return channels;
    }

    /** The number of samples added at the kept rate so far, including those that were not requested. */
    long seen() {
        return samplesByRate.getOrDefault(rate, 0L);
    }

    /** The rate that most samples have, in Hz, kept or not; the kept one if there are none. */
    int mainRate() {
        return samplesByRate.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(rate);
    }

    /** What was left out, one line per rate. */
    List<String> warnings() {
        return samplesByRate.entrySet().stream()
                .filter(entry -> entry.getKey() != rate)
                .map(entry -> "the rate changes: " + entry.getValue() + " samples at " + entry.getKey()
                        + " Hz are left out, the others are at " + rate + " Hz")
                .toList();
    }

    /** The number of requested samples that were added and not yet taken. */
    int length() {
        return length;
    }

    /** The number of requested samples that were added, whether taken or not. */
    long requested() {
        return removed + length;
    }

    /** Moves the first samples out of the buffer, at most {@code count} and those that are there; their number. */
    int take(float[] target, int offset, int count) {
        int moved = Math.min(count, length);
        System.arraycopy(samples, 0, target, offset, moved);
        drop(moved);
        return moved;
    }

    /** Removes the first samples. */
    void drop(int count) {
        System.arraycopy(samples, count, samples, 0, length - count);
        length -= count;
        removed += count;
    }

    /** The requested samples. The buffer must not be used after this call. */
    float[] toArray() {
        return samples.length == length ? samples : Arrays.copyOf(samples, length);
    }
}
