package io.github.jukelab.audio;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioException.Problem;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.codec.Decoded;
import io.github.jukelab.codec.FileSource;
import io.github.jukelab.codec.LoadOptions;
import io.github.jukelab.codec.SampleReader;
import io.github.jukelab.codec.SoundDecoder;
import io.github.jukelab.codec.SoundEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A mono sound: samples in [-1, 1] (a decoder may exceed it slightly) at a rate in Hz. Immutable.
 *
 * <pre>{@code
 * Wave track = Wave.read("track.mp3", LoadOptions.WHOLE.withRate(22_050));
 * List<Wave> windows = track.first(660_000).windows(33_000, 16_500);
 * }</pre>
 *
 * <p>Notebook: 00-quick-tour
 */
public final class Wave {

    private final float[] samples;
    private final int rate;
    private final List<String> warnings;

    private Wave(float[] samples, int rate, List<String> warnings) {
        this.samples = samples;
        this.rate = rate;
        this.warnings = warnings;
    }

    /**
     * A wave of the given samples, which are copied.
     *
     * @param samples shape [n], n at least 1, all finite
     * @param rate samples per second in Hz, positive
     * @return the wave
     * @throws IllegalArgumentException if there is no sample, one is not finite, or the rate is not positive
     */
    public static Wave of(float[] samples, int rate) {
        if (rate <= 0) {
            throw new IllegalArgumentException("rate must be positive, got " + rate);
        }
        if (samples.length == 0) {
            throw new IllegalArgumentException("a wave needs at least one sample, got none");
        }
        return checked(samples.clone(), rate);
    }

    private static Wave checked(float[] samples, int rate) {
        int index = firstNotFinite(samples);
        if (index < samples.length) {
            throw new IllegalArgumentException("samples must be finite, got " + samples[index] + " at " + index);
        }
        return new Wave(samples, rate, List.of());
    }

    /**
     * A pure tone of amplitude 0.5, {@code sin(2 pi hertz i / rate) / 2}. It has no fades, so it clicks at its end
     * unless it ends near zero.
     *
     * @param hertz its frequency, from 0 to half the rate
     * @param seconds its length, at least one sample
     * @param rate samples per second in Hz, positive
     * @return the tone, its length rounded to the nearest sample
     * @throws IllegalArgumentException if the frequency is out of range, the rate is not positive or the tone is
     *     shorter than a sample
     */
    public static Wave sine(double hertz, double seconds, int rate) {
        if (!(hertz >= 0 && hertz <= rate / 2.0)) {
            throw new IllegalArgumentException("frequency must be in [0, " + rate / 2.0 + "] Hz, got " + hertz);
        }
        float[] samples = new float[(int) Math.max(0, Math.round(seconds * rate))];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return of(samples, rate);
    }

    /**
     * Reads a whole audio file at its own rate, as {@link #read(Path)} does.
     *
     * @param file its path, such as {@code track.mp3}; if relative, from the current folder, in notebooks their own
     * @return the wave
     * @throws AudioException if the file cannot be used; of a missing one the message says which folder was looked in
     * @throws java.nio.file.InvalidPathException if the text cannot be a path on this system
     */
    public static Wave read(String file) throws AudioException {
        return read(Path.of(file));
    }

    /**
     * Reads a part of an audio file at the requested rate, as {@link #read(Path, LoadOptions)} does.
     *
     * @param file its path, such as {@code track.mp3}; if relative, from the current folder, in notebooks their own
     * @param options the part and the rate
     * @return the wave
     * @throws AudioException if the file cannot be used; of a missing one the message says which folder was looked in
     * @throws java.nio.file.InvalidPathException if the text cannot be a path on this system
     */
    public static Wave read(String file, LoadOptions options) throws AudioException {
        return read(Path.of(file), options);
    }

    /**
     * Reads a whole audio file at its own rate; several channels are mixed down to their mean.
     *
     * @param file wav, au, aiff, mp3, ogg, flac, m4a and others; the format is detected from the content, not from the
     *     name
     * @return the wave
     * @throws AudioException if the file is missing, empty, not audio, of an unknown format, has no samples, or has a
     *     sample that is not finite
     * @see #read(Path, LoadOptions)
     */
    public static Wave read(Path file) throws AudioException {
        return read(file, LoadOptions.WHOLE);
    }

    /**
     * Reads a part of an audio file at the requested rate; several channels are mixed down to their mean (summed in
     * float, as librosa does).
     *
     * <p>16-bit PCM becomes exactly {@code sample / 32768f}, other integers are likewise divided by full scale (8 bits:
     * {@code (byte - 128) / 128f}). Compressed audio is aligned to the sample and has the length that FFmpeg itself
     * gives, within one sample. A file that ends too early is read to its end, with a warning in {@link #warnings()}.
     *
     * <p>Cost: of PCM only the requested part is read; compressed files are decoded from their start, so that the part
     * is exact. The work stops with a {@link java.util.concurrent.CancellationException} when its thread is
     * interrupted. A sound of more than {@link LoadOptions#maxSamples()} is refused: read a part, or raise the limit.
     *
     * @param file wav, au, aiff, mp3, ogg, flac, m4a and others; the format is detected from the content, not from the
     *     name
     * @param options the part and the rate
     * @return the wave
     * @throws AudioException if the file is missing, empty, not audio, of an unknown format, has no samples in the
     *     requested part, or has a sample that is not finite or too large to be resampled; or if the requested rate is
     *     more than 256 times the file's
     */
    public static Wave read(Path file, LoadOptions options) throws AudioException {
        try (FileSource source = FileSource.open(file)) {
            return read(source, options);
        }
    }

    /**
     * Reads a part of an audio file that is in memory, on another machine or anywhere else; as
     * {@link #read(Path, LoadOptions)} in everything, with the same samples.
     *
     * @param source an open source, which stays open
     * @param options the part and the rate
     * @return the wave
     * @throws AudioException if the file cannot be used, as above, or the source cannot be read
     */
    public static Wave read(AudioSource source, LoadOptions options) throws AudioException {
        Wave wave = of(source.name(), SoundDecoder.read(source, options), options);
        int rate = options.rate().orElse(wave.rate);
        return rate == wave.rate ? wave : wave.resampled(source.name(), rate);
    }

    /** What was read of a source, at its own rate. The samples are checked, not copied. */
    static Wave of(String source, Decoded decoded, LoadOptions options) throws AudioException {
        float[] samples = decoded.samples();
        if (samples.length == 0) {
            String part = options.offset() > 0 ? " from " + options.offset() + " s on" : "";
            throw new AudioException(source, Problem.NO_SAMPLES, "the file holds no sample" + part);
        }
        int index = firstNotFinite(samples);
        if (index < samples.length) {
            throw new AudioException(source, Problem.NOT_FINITE, "sample " + index + " is " + samples[index]);
        }
        return new Wave(samples, decoded.rate(), decoded.warnings());
    }

    private Wave resampled(String source, int rate) throws AudioException {
        Recording resampled = ResampledRecording.of(source, Recording.of(this), rate);
        float[] all = new float[Math.toIntExact(resampled.length())];
        try (SampleReader reader = resampled.reader()) {
            reader.read(all, 0, all.length);
        }
        return new Wave(all, rate, warnings);
    }

    private static int firstNotFinite(float[] samples) {
        int i = 0;
        while (i < samples.length && Float.isFinite(samples[i])) {
            i++;
        }
        return i;
    }

    /**
     * The samples.
     *
     * @return a copy, shape [n]
     */
    public float[] samples() {
        return samples.clone();
    }

    /** Copies {@code count} samples from {@code from} on. */
    void copy(int from, float[] target, int offset, int count) {
        System.arraycopy(samples, from, target, offset, count);
    }

    /**
     * One sample.
     *
     * @param index from 0 to {@code length() - 1}
     * @return its value
     */
    public float sample(int index) {
        return samples[index];
    }

    /**
     * Samples per second.
     *
     * @return the rate in Hz
     */
    public int rate() {
        return rate;
    }

    /**
     * The number of samples.
     *
     * @return n, at least 1
     */
    public int length() {
        return samples.length;
    }

    /**
     * The duration.
     *
     * @return seconds
     */
    public double seconds() {
        return (double) samples.length / rate;
    }

    /**
     * Warnings about the file that this wave was read from, such as
     * {@code truncated: header promises 661794 samples, file holds 300000}. A wave computed from another one has none.
     *
     * @return one line each; empty if there are none
     */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * A part of the wave.
     *
     * @param from index of the first sample, from 0 to {@code length() - 1}
     * @param to index after the last sample, from {@code from + 1} to {@code length()}
     * @return the part
     * @throws IllegalArgumentException if the part is empty or not within the wave
     */
    public Wave slice(int from, int to) {
        if (from < 0 || to > samples.length || from >= to) {
            throw new IllegalArgumentException(
                    "slice must be within 0 to " + samples.length + " and not empty, got " + from + " to " + to);
        }
        return new Wave(Arrays.copyOfRange(samples, from, to), rate, List.of());
    }

    /**
     * The first samples of the wave.
     *
     * @param length their number, at least 1
     * @return the first {@code length} samples; all of them if the wave is shorter
     * @throws IllegalArgumentException if {@code length} is not positive
     */
    public Wave first(int length) {
        if (length <= 0) {
            throw new IllegalArgumentException("length must be positive, got " + length);
        }
        return slice(0, Math.min(length, samples.length));
    }

    /**
     * The wave with silence added at its end.
     *
     * @param length number of samples
     * @return a wave of {@code length} samples, or the same wave if it already has at least that many
     */
    public Wave padded(int length) {
        return length <= samples.length ? this : new Wave(Arrays.copyOf(samples, length), rate, List.of());
    }

    /**
     * Windows over the wave, each starting {@code hop} samples after the one before. Samples at the end that do not
     * fill a window are skipped.
     *
     * @param length samples of each window, at least 1
     * @param hop samples from one start to the next, at least 1; less than {@code length} for overlapping windows
     * @return {@code 1 + (length() - length) / hop} waves; none if the wave is shorter than one window
     * @throws IllegalArgumentException if {@code length} or {@code hop} is not positive
     */
    public List<Wave> windows(int length, int hop) {
        if (length <= 0 || hop <= 0) {
            throw new IllegalArgumentException(
                    "length and hop of windows must be positive, got " + length + " and " + hop);
        }
        int count = length > samples.length ? 0 : 1 + (samples.length - length) / hop;
        return IntStream.range(0, count)
                .mapToObj(i -> slice(i * hop, i * hop + length))
                .toList();
    }

    /**
     * Resamples the wave, like librosa's default ({@code soxr_hq}).
     *
     * @param rate the new rate in Hz, positive
     * @return {@code ceil(length() * rate / rate())} samples; the same wave if the rate is its own
     * @throws IllegalArgumentException if the rate is not positive or more than 256 times the wave's, or samples are so
     *     large that the result is not finite
     * @see Resampler
     */
    public Wave resample(int rate) {
        if (ResampledRecording.isTooLow(this.rate, rate)) {
            throw new IllegalArgumentException(
                    "the rate is " + this.rate + " Hz, too low for sound at " + rate + " Hz");
        }
        Resampler resampler = Resampler.of(this.rate, rate);
        return rate == this.rate ? this : checked(resampler.resample(samples), rate);
    }

    /**
     * Encodes the wave as a wav file of 16-bit PCM. A sample becomes {@code sample * 32768}, rounded to the nearest
     * whole number (halves to even) and clipped to -32768 ... 32767; samples read from 16 bits are written back
     * unchanged.
     *
     * @return the file's bytes
     * @throws IllegalArgumentException if the wave is too long for a wav file (more than about 1,000,000,000 samples)
     */
    public byte[] toWav() {
        return SoundEncoder.wav(samples, rate);
    }

    /**
     * Encodes the wave as a mono MP3 file of 64 kbit/s, per channel as good as a usual stereo file of 128 kbit/s. MP3
     * is lossy, but {@link #read} returns the same number of samples, not shifted; only a wave of fewer than a few
     * hundred samples may become longer.
     *
     * @return the file's bytes; always the same with the same library on the same kind of machine
     * @throws IllegalArgumentException if the rate is not one of MP3: 8000, 11025, 12000, 16000, 22050, 24000, 32000,
     *     44100 or 48000 Hz
     * @throws IllegalStateException if the installed FFmpeg cannot encode MP3
     */
    public byte[] toMp3() {
        return SoundEncoder.mp3(samples, rate);
    }

    /**
     * Writes {@link #toWav()} to a file, whole or not at all.
     *
     * @param file the target; replaced if it exists, its folder created if missing
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, part -> Files.write(part, toWav()));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Wave[%d Hz, %.2f s, mono]", rate, seconds());
    }
}
