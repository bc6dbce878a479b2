package io.github.jukelab.feature;

import io.github.jukelab.Require;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.ComplexSpectrogram;
import io.github.jukelab.signal.Mask;
import io.github.jukelab.signal.MedianFilter;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Harmonic-percussive separation. The harmonic part contains sustained sounds such as notes and voices, horizontal
 * lines in a spectrogram; the percussive part contains short sounds such as drums, vertical lines. Their sum is the
 * sound. Immutable.
 *
 * <p>The magnitudes are filtered by running medians of 31 values, along time for the harmonic part and along frequency
 * for the percussive one. Each value of the transform is then split in proportion to the squares of the two medians,
 * half and half where both are silent. Silence gives two silent parts.
 *
 * <p>Equal to {@code librosa.effects.hpss} (margin 1, kernel 31, power 2) to 1e-5 of the largest sample; about 50 ms
 * for 30 s.
 *
 * <p>Notebook: 01-explore-gtzan
 *
 * @see <a href="https://dafx.de/paper-archive/2010/DAFx10/DerryFitzGerald_DAFx10_P15.pdf">FitzGerald (2010)</a>
 */
public final class HarmonicPercussive {

    /**
     * How a sound is separated. A margin above 1 keeps in each part only what is stronger there by this factor; the rest
     * is in neither part, and the parts no longer sum to the sound.
     *
     * @param harmonicKernel values of the median along time, odd, at least 1
     * @param percussiveKernel values of the median along frequency, odd, at least 1
     * @param power of the medians in the masks, positive and finite; the larger, the harder are the masks
     * @param harmonicMargin of the harmonic part, at least 1
     * @param percussiveMargin of the percussive part, at least 1
     */
    public record Settings(
            int harmonicKernel, int percussiveKernel, double power, double harmonicMargin, double percussiveMargin) {

        /** Medians of 31 values, squared, without margins: librosa's defaults. */
        public static final Settings LIBROSA = new Settings(31, 31, 2, 1, 1);

        /**
         * Checks the ranges.
         *
         * @param harmonicKernel values
         * @param percussiveKernel values
         * @param power of the medians
         * @param harmonicMargin of the harmonic part
         * @param percussiveMargin of the percussive part
         * @throws IllegalArgumentException if a kernel is not odd and positive, the power is not positive and finite, or a
         *     margin is below 1 or not finite
         */
        public Settings {
            MedianFilter.of(harmonicKernel);
            MedianFilter.of(percussiveKernel);
            Require.positive("mask power", power);
            if (!(Math.min(harmonicMargin, percussiveMargin) >= 1
                    && Math.max(harmonicMargin, percussiveMargin) < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "margins must be at least 1, got " + harmonicMargin + " and " + percussiveMargin);
            }
        }
    }

    private static final MedianFilter MEDIAN = MedianFilter.of(31);

    private final Wave harmonic;
    private final Wave percussive;
    private final Mask harmonicMask;
    private final Supplier<Mask> percussiveMask;

    private HarmonicPercussive(Wave harmonic, Wave percussive, Mask harmonicMask, Supplier<Mask> percussiveMask) {
        this.harmonic = harmonic;
        this.percussive = percussive;
        this.harmonicMask = harmonicMask;
        this.percussiveMask = percussiveMask;
    }

    /**
     * The parts of a wave, with librosa's transform.
     *
     * @param wave of any length
     * @return both parts, of the same length as the wave
     */
    public static HarmonicPercussive of(Wave wave) {
        ComplexSpectrogram spectrum = ComplexSpectrogram.of(wave, Stft.LIBROSA);
        return of(spectrum, spectrum.magnitude(), wave);
    }

    /**
     * The parts of a wave, given its transform.
     *
     * @param spectrum of a wave
     * @return both parts, of the same length as the wave
     */
    public static HarmonicPercussive of(ComplexSpectrogram spectrum) {
        return of(spectrum, spectrum.magnitude(), spectrum.toWave());
    }

    /** The masks sum to 1 and the inverse transform is linear: the percussive part is the wave minus the harmonic. */
    static HarmonicPercussive of(ComplexSpectrogram spectrum, Spectrogram magnitude, Wave whole) {
        Mask mask = Mask.soft(MEDIAN.alongTime(magnitude), MEDIAN.alongFrequency(magnitude));
        Wave harmonic = spectrum.masked(mask).toWave();
        return new HarmonicPercussive(harmonic, difference(whole, harmonic), mask, mask::complement);
    }

    /**
     * The parts of a wave with other settings, given its transform.
     *
     * @param spectrum of a wave
     * @param settings kernels, power and margins
     * @return both parts, of the same length as the wave
     */
    public static HarmonicPercussive of(ComplexSpectrogram spectrum, Settings settings) {
        Spectrogram magnitude = spectrum.magnitude();
        Spectrogram sustained = MedianFilter.of(settings.harmonicKernel).alongTime(magnitude);
        Spectrogram brief = MedianFilter.of(settings.percussiveKernel).alongFrequency(magnitude);
        double silent = settings.harmonicMargin == 1 && settings.percussiveMargin == 1 ? 0.5 : 0;
        Mask harmonic = Mask.soft(sustained, brief, settings.harmonicMargin, settings.power, silent);
        Mask percussive = Mask.soft(brief, sustained, settings.percussiveMargin, settings.power, silent);
        return new HarmonicPercussive(
                spectrum.masked(harmonic).toWave(), spectrum.masked(percussive).toWave(), harmonic, () -> percussive);
    }

    private static Wave difference(Wave whole, Wave part) {
        float[] rest = new float[whole.length()];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = whole.sample(i) - part.sample(i);
        }
        return Wave.of(rest, whole.rate());
    }

    /**
     * The harmonic part: sustained sounds.
     *
     * @return a wave of the same length
     */
    public Wave harmonic() {
        return harmonic;
    }

    /**
     * The percussive part: short sounds.
     *
     * @return a wave of the same length
     */
    public Wave percussive() {
        return percussive;
    }

    /**
     * The share of each value of the transform that is harmonic.
     *
     * @return from 0 to 1, shape [bin, frame]
     */
    public Mask harmonicMask() {
        return harmonicMask;
    }

    /**
     * The share of each value of the transform that is percussive.
     *
     * @return one minus the harmonic share, or less with margins, shape [bin, frame]
     */
    public Mask percussiveMask() {
        return percussiveMask.get();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "HarmonicPercussive[%d Hz, %.2f s]", harmonic.rate(), harmonic.seconds());
    }
}
