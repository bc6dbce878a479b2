package io.github.jukelab.feature;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.util.List;

/**
 * Chroma: the energy of each of the twelve pitch classes, over all octaves. Every bin of the power spectrum contributes
 * to the classes near it, with a Gaussian one semitone wide (one bin wide at low frequencies), after correction of the
 * recording's {@link Tuning}. Frequencies around 880 Hz have the largest weight, with a Gaussian two octaves wide. Each
 * frame is divided by its largest value, so the strongest class is 1; silent frames are 0.
 *
 * <p>Equal to {@code librosa.feature.chroma_stft} to 1e-5; about 23 ms for 30 s, transform included.
 *
 * <p>Notebook: 01-explore-gtzan
 *
 * @see <a href="https://www.ee.columbia.edu/~dpwe/resources/matlab/chroma-ansyn/">Ellis (2007)</a>
 */
public final class ChromaStft {

    /** The pitch classes, in the order of the rows. */
    public static final List<String> PITCH_CLASSES =
            List.of("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B");

    private static final int BLOCK = 256;

    private ChromaStft() {}

    /**
     * The chroma of a wave with estimated tuning.
     *
     * @param wave of n samples
     * @param stft frame size (at least 2), hop, padding
     * @return rows C to B, {@code stft.frames(n)} frames, from 0 to 1
     * @throws IllegalArgumentException if the wave is too short for these settings, or frames have one sample
     */
    public static FrameSeries of(Wave wave, Stft stft) {
        return of(Spectrogram.of(wave, stft, Scale.POWER));
    }

    /**
     * The chroma of a spectrogram with estimated tuning.
     *
     * @param spectrogram magnitude (squared first) or power, with evenly spaced bins from 0 Hz on, at least 2
     * @return rows C to B, from 0 to 1
     * @throws IllegalArgumentException if the spectrogram is in decibels or has a single bin
     */
    public static FrameSeries of(Spectrogram spectrogram) {
        Energies.require(spectrogram, "chroma");
        Spectrogram power = spectrogram.power();
        return of(power, Tuning.of(power));
    }

    /**
     * The chroma of a spectrogram with a given tuning.
     *
     * @param spectrogram magnitude (squared first) or power, with evenly spaced bins from 0 Hz on, at least 2
     * @param tuning deviation from 440 Hz; its steps are the pitch classes, mostly semitones
     * @return rows C to B, or {@code chroma1} to {@code chromaN} of a scale of other steps, from 0 to 1
     * @throws IllegalArgumentException if the spectrogram is in decibels or has a single bin
     */
    public static FrameSeries of(Spectrogram spectrogram, Tuning tuning) {
        return of(spectrogram, tuning, FrameNorm.INF);
    }

    /**
     * The chroma of a spectrogram with a given tuning and norm.
     *
     * @param spectrogram magnitude (squared first) or power, with evenly spaced bins from 0 Hz on, at least 2
     * @param tuning deviation from 440 Hz; its steps are the pitch classes, mostly semitones
     * @param norm what frames are divided by
     * @return rows C to B, or {@code chroma1} to {@code chromaN} of a scale of other steps, 0 or more
     * @throws IllegalArgumentException if the spectrogram is in decibels or has a single bin
     */
    public static FrameSeries of(Spectrogram spectrogram, Tuning tuning, FrameNorm norm) {
        Energies.require(spectrogram, "chroma");
        return of(spectrogram.power(), ChromaFilters.of(spectrogram.frequencies(), tuning), norm);
    }

    /** The chroma of powers with given filters. */
    static FrameSeries of(Spectrogram power, double[][] filters, FrameNorm norm) {
        float[] values = new float[filters.length * power.frames()];
        for (int from = 0; from < power.frames(); from += BLOCK) {
            double[][] sums = sums(power, filters, from, Math.min(BLOCK, power.frames() - from));
            norm.write(sums, values, from, power.frames());
        }
        return FrameSeries.owning("chroma", "", PitchClasses.names(filters.length), values, power.secondsPerFrame());
    }

    /** Weighted sums of a block of frames, [pitch class][frame]; blocks are small enough for the L1 cache. */
    private static double[][] sums(Spectrogram power, double[][] filters, int from, int count) {
        double[][] sums = new double[filters.length][count];
        double[] bin = new double[count];
        for (int k = 0; k < power.bins(); k++) {
            for (int t = 0; t < count; t++) {
                bin[t] = power.value(k, from + t);
            }
            for (int c = 0; c < sums.length; c++) {
                add(sums[c], filters[c][k], bin);
            }
        }
        return sums;
    }

    private static void add(double[] sums, double weight, double[] bin) {
        for (int t = 0; t < bin.length; t++) {
            sums[t] += weight * bin[t];
        }
    }
}
