package io.github.jukelab.audio;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.audio.AudioException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A mono sound: samples in [-1, 1] (a decoder may exceed it slightly) at a rate in Hz. Immutable.
 *
 * <pre>{@code
 * Wave track = Wave.read(Path.of("track.mp3"), LoadOptions.WHOLE.withRate(22_050));
 * List<Wave> windows = track.first(660_000).windows(33_000, 16_500);
 * }</pre>
 *
 * <p>Notebook: 00-quick-tour
 */
public final class Wave {

    /** No sound is sampled so rarely that a usual rate would be more times its own; broken headers are. */
    private static final int MOST_GROWTH = 256;

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
     * @param rate samples a second in Hz, positive
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
        int odd = firstNotFinite(samples);
        if (odd < samples.length) {
            throw new IllegalArgumentException("samples must be finite, got " + samples[odd] + " at " + odd);
        }
        return new Wave(samples, rate, List.of());
    }

    /**
     * A pure tone of amplitude 0.5, {@code sin(2 pi hertz i / rate) / 2}. It sets in and ends hard, which clicks unless it
     * ends on a zero.
     *
     * @param hertz its frequency, from 0 to half the rate
     * @param seconds how long, at least one sample
     * @param rate samples a second in Hz, positive
     * @return the tone, its length rounded to the nearest sample
     * @throws IllegalArgumentException if the frequency is out of range, the rate is not positive or the tone is shorter
     *     than a sample
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
     * The whole of a sound file, at its own rate, several channels mixed down to their mean.
     *
     * @param file wav, au, aiff, mp3, ogg, flac, m4a and others; the kind is told by the content, not by the name
     * @return the wave
     * @throws AudioException if the file is missing, empty, no sound, of an unknown kind, without a sample, or holds a
     *     sample that is not finite
     * @see #read(Path, LoadOptions)
     */
    public static Wave read(Path file) throws AudioException {
        return read(file, LoadOptions.WHOLE);
    }

    /**
     * A part of a sound file, at the rate asked for, several channels mixed down to their mean (summed in float, as
     * librosa does).
     *
     * <p>16-bit PCM is {@code sample / 32768f} exactly, other integers likewise by their full scale (8 bits:
     * {@code (byte - 128) / 128f}). Compressed sound is aligned to the sample and as long as what FFmpeg itself gives,
     * within one sample. A file that ends too early is read as far as it goes and says so in {@link #warnings()}.
     *
     * <p>Cost: of plain samples only the part asked for is read; compressed files are decoded from their start, so that
     * the part is exact. The work stops with a {@link java.util.concurrent.CancellationException} when its thread is
     * interrupted.
     *
     * @param file wav, au, aiff, mp3, ogg, flac, m4a and others; the kind is told by the content, not by the name
     * @param reading the part and the rate
     * @return the wave
     * @throws AudioException if the file is missing, empty, no sound, of an unknown kind, without a sample in the part
     *     asked for, or holds a sample that is not finite, or too large to be resampled; or if the rate asked for is more
     *     than 256 times the file's
     */
    public static Wave read(Path file, LoadOptions reading) throws AudioException {
        Decoded decoded = decode(file, reading);
        float[] samples = decoded.samples();
        if (samples.length == 0) {
            String part = reading.offset() > 0 ? " from " + reading.offset() + " s on" : "";
            throw new AudioException(file, Problem.NO_SAMPLES, "the file holds no sample" + part);
        }
        checkFinite(file, samples, "");
        Wave wave = new Wave(samples, decoded.rate(), decoded.warnings());
        int rate = reading.rate().orElse(wave.rate);
        return rate == wave.rate ? wave : wave.resampled(file, rate);
    }

    private Wave resampled(Path file, int rate) throws AudioException {
        if (rate / MOST_GROWTH > this.rate) {
            throw new AudioException(
                    file,
                    Problem.NOT_AUDIO,
                    "the header says " + this.rate + " Hz, too low for sound at " + rate + " Hz");
        }
        float[] resampled = Resampler.of(this.rate, rate).resample(samples);
        checkFinite(file, resampled, " at " + rate + " Hz");
        return new Wave(resampled, rate, warnings);
    }

    private static void checkFinite(Path file, float[] samples, String where) throws AudioException {
        int odd = firstNotFinite(samples);
        if (odd < samples.length) {
            throw new AudioException(file, Problem.NOT_FINITE, "sample " + odd + " is " + samples[odd] + where);
        }
    }

    private static Decoded decode(Path path, LoadOptions reading) throws AudioException {
        try (SoundFile file = SoundFile.open(path)) {
            Optional<PcmLayout> layout = PcmHeader.of(file).layout(file);
            return layout.isPresent() ? PcmReader.read(file, layout.get(), reading) : FFmpegReader.read(file, reading);
        } catch (LinkageError e) {
            throw new AudioException(
                    path, Problem.UNSUPPORTED, "needs FFmpeg, whose library does not load: " + e.getMessage(), e);
        }
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
     * Samples a second.
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
     * What was odd about the file that this wave was read from, such as
     * {@code truncated: header promises 661794 samples, file holds 300000}. A wave made from another one has none.
     *
     * @return one line each, for a person; empty if all was well
     */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * A part of the wave.
     *
     * @param from first sample, from 0 to {@code length() - 1}
     * @param to the sample after the last, from {@code from + 1} to {@code length()}
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
     * The beginning of the wave.
     *
     * @param length the number of samples wanted, at least 1
     * @return the first {@code length} samples; all there are if the wave is shorter
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
     * @param length the number of samples wanted
     * @return a wave of {@code length} samples, or the same wave if it has as many or more
     */
    public Wave padded(int length) {
        return length <= samples.length ? this : new Wave(Arrays.copyOf(samples, length), rate, List.of());
    }

    /**
     * Windows over the wave, each starting {@code hop} samples after the one before. Samples at the end that do not fill
     * a window are left out.
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
     * The wave at another rate, as librosa's default ({@code soxr_hq}) gives it.
     *
     * @param rate the rate wanted in Hz, positive
     * @return {@code ceil(length() * rate / rate())} samples; the same wave if the rate is its own
     * @throws IllegalArgumentException if the rate is not positive, or samples are so large that the result is not finite
     * @see Resampler
     */
    public Wave resample(int rate) {
        Resampler resampler = Resampler.of(this.rate, rate);
        return rate == this.rate ? this : checked(resampler.resample(samples), rate);
    }

    /**
     * The wave as a wav file of 16-bit PCM. A sample becomes {@code sample * 32768}, rounded to the nearest whole number
     * (halves to the even one) and clipped to -32768 ... 32767; so what was read from 16 bits is written back unchanged.
     *
     * @return the file's bytes
     * @throws IllegalArgumentException if the wave is too long for that (about a thousand million samples)
     */
    public byte[] toWav() {
        return WavEncoder.of(samples, rate);
    }

    /**
     * The wave as an MP3 file of 64 kbit/s, mono, as good as a stereo file of the usual 128 kbit/s. {@link #read} gives it
     * back with the same number of samples, none of them shifted; one of fewer than some hundred samples may come back longer.
     * MP3 loses what is hard to hear.
     *
     * @return the file's bytes; the same again from the same library on the same kind of machine
     * @throws IllegalArgumentException if the rate is none that MP3 has: 8000, 11025, 12000, 16000, 22050, 24000, 32000,
     *     44100 or 48000 Hz
     * @throws IllegalStateException if the FFmpeg that is there cannot encode MP3
     */
    public byte[] toMp3() {
        return Mp3Encoder.of(samples, rate);
    }

    /**
     * Writes {@link #toWav()} to a file, which appears whole or not at all.
     *
     * @param file where to write; replaced if it exists, its folder made if missing
     * @throws IOException if that fails
     */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, part -> Files.write(part, toWav()));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Wave[%d Hz, %.2f s, mono]", rate, seconds());
    }
}
