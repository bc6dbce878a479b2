package io.github.jukelab.audio;

import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.SampleReader;
import java.util.List;

/**
 * Resamples a sound like soxr's high-quality setting ({@code soxr_hq}), the default of librosa: with one or a few
 * linear-phase low-pass filters in series. Samples outside the sound count as zero.
 *
 * <p>Frequencies below 0.9137 of the lower Nyquist frequency are kept within 0.01 dB; those above that Nyquist
 * frequency are attenuated by 120 dB. Largest difference from soxr 0.1.3 (python-soxr 1.1), relative to the largest
 * value, on noise, clicks at both ends, chirps up to the Nyquist frequency, a constant and music: 1.6e-6 at every ratio
 * of usual rates except 8000 to 44100 and 11025 to 48000 (3e-6); at most 9e-6 over a hundred ratios from 1:100 to
 * 100:1, including unusual ones such as 22254 to 22050; 1.1e-6 on every fixture. librosa rounds the length up where
 * soxr rounds to the nearest, and fills up with zeros; so does this class.
 *
 * <p>Cost: long filters are computed by Fourier transforms, in float, and short ones by sums of many output samples
 * side by side. 30 s from 44100 to 22050 Hz take 5 ms, from 48000 Hz 10 ms, 1.6 to 2.1 times soxr's time; at ratios of
 * large numbers, such as 44099 to 22050, 27 ms and three times soxr's. Memory besides input and output: 1 to 5 MB at
 * usual rates, at most 13 MB.
 *
 * <p>Source: J. F. Kaiser, Nonrecursive digital filter design using the I0-sinh window function (1974); for the choice
 * of filters, their widths and attenuations, libsoxr 0.1.3 by R. Sykes. Fixtures {@code resample_44100},
 * {@code resample_16000}, {@code resample_11025}, {@code soxr_hq_2to1_fir389}.
 */
public final class Resampler {

    private final int from;
    private final int to;
    private final List<Stage> stages;

    private Resampler(int from, int to, List<Stage> stages) {
        this.from = from;
        this.to = to;
        this.stages = stages;
    }

    /**
     * A resampler from one rate to another.
     *
     * @param from the input rate in Hz, positive
     * @param to the output rate in Hz, positive
     * @return the resampler
     * @throws IllegalArgumentException if a rate is not positive
     */
    public static Resampler of(int from, int to) {
        if (from <= 0 || to <= 0) {
            throw new IllegalArgumentException("rate must be positive, got " + from + " to " + to);
        }
        return new Resampler(from, to, from == to ? List.of() : SoxrDesign.stages(from, to));
    }

    /**
     * The number of samples after resampling.
     *
     * @param length number of samples before, at least 0
     * @return {@code ceil(length * to / from)}
     * @throws ArithmeticException if that is more than an array can hold
     */
    public int length(int length) {
        return Math.toIntExact(length((long) length));
    }

    /** The number of samples after resampling, of sounds that are longer than an array too. */
    long length(long length) {
        return (long) Math.ceil(length * ((double) to / from));
    }

    /**
     * Resamples a sound.
     *
     * @param samples shape [n]
     * @return shape [{@code length(n)}]; a copy if both rates are equal. Values may slightly exceed the range of the
     *     input.
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public float[] resample(float[] samples) {
        float[] result = new float[length(samples.length)];
        try (SampleReader reader = resample(new ArrayReader(samples), samples.length)) {
            reader.read(result, 0, result.length);
        } catch (AudioException e) {
            throw new AssertionError("an array can always be read", e);
        }
        return result;
    }

    /**
     * Resamples a sound while it is read.
     *
     * <p>The samples are those of {@link #resample(float[])}, bit for bit, however many are read at a time: filters
     * work on blocks that begin at fixed multiples of their length, and each block is computed from all input samples
     * that the filter reaches. Memory: 1 to 13 MB, whatever the length.
     *
     * @param in reads the sound from its first sample on; closed with the result
     * @param length its number of samples
     * @return reads {@code length(length)} samples; its method {@code read} throws an {@link IllegalStateException} if
     *     the sound is shorter than {@code length}
     */
    SampleReader resample(SampleReader in, long length) {
        long filtered = (long) (length / ((double) from / to) + 0.5);
        return new PaddedReader(filtered(in, length, stages.size(), filtered), filtered, length(length));
    }

    /** The first {@code count} samples of the sound after the first {@code stages} stages. */
    private SampleReader filtered(SampleReader in, long length, int stages, long count) {
        if (stages == 0 || count == 0) {
            return in;
        }
        Stage last = this.stages.get(stages - 1);
        long inputs = stages == 1 ? length : last.needed(count);
        return new StageReader(filtered(in, length, stages - 1, inputs), inputs, last, count);
    }

    @Override
    public String toString() {
        return "Resampler[" + from + " to " + to + " Hz]";
    }
}
