package io.github.jukelab.feature;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.FrameBlock;
import io.github.jukelab.signal.Frames;
import io.github.jukelab.signal.Spectrogram;
import java.util.List;

/**
 * The root mean square (RMS) of the samples of each frame. A sine of amplitude a gives {@code a / sqrt(2)}, silence 0.
 * Equal to {@code librosa.feature.rms} to 1e-5 relative.
 *
 * <p>Notebook: 01-explore-gtzan
 */
public final class Rms {

    private Rms() {}

    /**
     * The RMS in librosa's frames: 2048 samples every 512, zeros beyond the ends.
     *
     * @param wave of n samples
     * @return one row, in the wave's unit, 0 or more; {@code 1 + n / 512} frames
     */
    public static FrameSeries of(Wave wave) {
        return of(wave, Frames.LIBROSA);
    }

    /**
     * The RMS of each frame.
     *
     * @param wave of n samples
     * @param frames length, hop, padding and centring
     * @return one row, in the wave's unit, 0 or more; {@code frames.count(n)} frames
     * @throws IllegalArgumentException if the wave is too short for these frames
     */
    public static FrameSeries of(Wave wave, Frames frames) {
        return of(FrameBlock.of(wave, frames));
    }

    /** The RMS of some frames of a longer sound. */
    static FrameSeries of(FrameBlock block) {
        Frames frames = block.frames();
        int whole = frames.length() / frames.hop();
        int rest = frames.length() % frames.hop();
        // A frame is whole hops and the start of one more. The sums of both are computed once and shared by all frames.
        double[] hops = energies(block, block.count() + whole - 1, frames.hop());
        double[] rests = energies(block, block.count() + whole, rest);
        float[] values = new float[block.count()];
        for (int t = 0; t < values.length; t++) {
            double sum = rests[t + whole];
            for (int i = 0; i < whole; i++) {
                sum += hops[t + i];
            }
            values[t] = (float) Math.sqrt(sum / frames.length());
        }
        return FrameSeries.owning("rms", "", List.of("rms"), values, block.secondsPerFrame());
    }

    /**
     * The RMS of each frame of a spectrogram with frames of even length; see {@link #of(Spectrogram, int)}.
     *
     * @param spectrogram magnitude, as in librosa, or power, of at least 2 bins
     * @return one row, in the wave's unit, 0 or more
     * @throws IllegalArgumentException if the spectrogram is in decibels or has a single bin
     */
    public static FrameSeries of(Spectrogram spectrogram) {
        return of(spectrogram, 2 * (spectrogram.bins() - 1));
    }

    /**
     * The RMS of each frame of a spectrogram. Every bin except those at 0 Hz and at half the rate counts twice, for its
     * negative frequency. The result is the RMS of the windowed frame: with a Hann window it is lower than that of the
     * wave, for a steady sound by the factor {@code sqrt(3 / 8)}. Equal to {@code librosa.feature.rms} with {@code S}.
     *
     * @param spectrogram magnitude, as in librosa, or power
     * @param nFft samples in a frame: {@code 2 bins - 2} or, without a bin at half the rate, {@code 2 bins - 1}
     * @return one row, in the wave's unit, 0 or more
     * @throws IllegalArgumentException if the spectrogram is in decibels or its number of bins does not fit
     */
    public static FrameSeries of(Spectrogram spectrogram, int nFft) {
        Energies.require(spectrogram, "rms");
        int last = spectrogram.bins() - 1;
        if (nFft < 1 || nFft / 2 != last) {
            throw new IllegalArgumentException("frames of " + nFft + " samples do not have the bins of " + spectrogram);
        }
        double[] sums = new double[spectrogram.frames()];
        double[] powers = new double[sums.length];
        for (int bin = 0; bin <= last; bin++) {
            Energies.copyPowers(spectrogram, bin, powers);
            Energies.add(bin == 0 || 2 * bin == nFft ? 1 : 2, powers, sums);
        }
        for (int t = 0; t < sums.length; t++) {
            sums[t] = Math.sqrt(sums[t]) / nFft;
        }
        return Energies.series("rms", "", sums, spectrogram);
    }

    /** The sum of squares of the first {@code length} samples of each hop. */
    private static double[] energies(FrameBlock block, int count, int length) {
        double[] energies = new double[count];
        for (int t = 0; t < count; t++) {
            energies[t] = energy(block, block.start(t), block.start(t) + length);
        }
        return energies;
    }

    private static double energy(FrameBlock block, int from, int to) {
        Wave wave = block.wave();
        boolean inside = from >= 0 && to <= wave.length();
        double sum = 0;
        for (int i = from; i < to; i++) {
            double sample = inside ? wave.sample(i) : block.sample(i);
            sum += sample * sample;
        }
        return sum;
    }
}
