package io.github.jukelab.audio;

import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.codec.LoadOptions;
import io.github.jukelab.codec.SampleReader;
import java.util.List;

/**
 * A mono sound of any length that is read block by block, as often as needed, so that hours of sound need no more
 * memory than seconds.
 *
 * <pre>{@code
 * try (AudioSource source = AudioSource.open(file)) {
 *     Recording recording = Recording.of(source, LoadOptions.WHOLE.withRate(22_050));
 *     try (SampleReader reader = recording.reader()) { ... }
 * }
 * }</pre>
 */
public interface Recording {

    /**
     * The sound of a wave.
     *
     * @param wave any
     * @return its samples, without copying them
     */
    static Recording of(Wave wave) {
        return new WaveRecording("wave", wave);
    }

    /**
     * The sound of a source, with the same samples as {@link Wave#read(AudioSource, LoadOptions)}, however long it is:
     * {@link LoadOptions#maxSamples()} does not matter. The source is decoded once, to learn its length. A sound of at
     * most 16 million samples is then held; a longer one is decoded again by each reader.
     *
     * @param source an open source, which stays open and must not be closed while this is read
     * @param options the part and the rate
     * @return the recording
     * @throws AudioException as {@link Wave#read(AudioSource, LoadOptions)}
     */
    static Recording of(AudioSource source, LoadOptions options) throws AudioException {
        return StreamRecording.of(source, options, StreamRecording.MAX_HELD);
    }

    /**
     * What messages call it.
     *
     * @return such as the path of its file
     */
    default String name() {
        return "recording";
    }

    /**
     * Samples per second.
     *
     * @return the rate in Hz
     */
    int rate();

    /**
     * The number of samples.
     *
     * @return n, at least 1
     */
    long length();

    /**
     * Warnings about the source, as {@link Wave#warnings()}.
     *
     * @return one line each; empty if there are none
     */
    List<String> warnings();

    /**
     * Whether all samples are in memory, so that several threads may read at the same time.
     *
     * @return false if readers share the source
     */
    default boolean held() {
        return false;
    }

    /**
     * Reads from the first sample on. Each reader goes its own way.
     *
     * @return a reader, to be closed
     * @throws AudioException if the source cannot be read
     */
    SampleReader reader() throws AudioException;

    /**
     * The recording at another rate, resampled while it is read.
     *
     * @param rate the new rate in Hz, positive
     * @return the samples of {@link Wave#resample}, however long the recording is; the same recording if the rate is its
     *     own
     * @throws AudioException if the rate is more than 256 times the recording's
     * @throws IllegalArgumentException if the rate is not positive
     */
    default Recording resample(int rate) throws AudioException {
        return rate == rate() ? this : ResampledRecording.of(name(), this, rate);
    }

    /**
     * A part of the sound; no more than this is held in memory.
     *
     * @param from index of the first sample, at least 0
     * @param length number of samples, at least 1
     * @return the part, without warnings
     * @throws AudioException if the source cannot be read
     * @throws IllegalArgumentException if the part is empty or not within the recording
     */
    default Wave part(long from, int length) throws AudioException {
        if (from < 0 || length < 1) {
            throw new IllegalArgumentException(
                    "a part must begin at 0 or later and not be empty, got " + length + " samples from " + from);
        }
        float[] samples = new float[length];
        try (SampleReader reader = reader()) {
            long position = 0;
            while (position < from + length) {
                int count = position < from ? (int) Math.min(length, from - position) : length;
                int read = reader.read(samples, 0, count);
                if (read < count) {
                    throw new IllegalArgumentException("a part must be within the recording of " + (position + read)
                            + " samples, got " + length + " samples from " + from);
                }
                position += read;
            }
        }
        return Wave.of(samples, rate());
    }
}
