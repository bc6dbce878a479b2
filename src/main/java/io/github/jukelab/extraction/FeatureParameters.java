package io.github.jukelab.extraction;

import io.github.jukelab.Require;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.feature.MelSpectrogram;
import io.github.jukelab.feature.Mfcc;
import io.github.jukelab.signal.FrameReader;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Padding;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * A value for each {@link FeatureParameter}; a feature uses only those it takes.
 *
 * @param rate to which the wave is resampled first, in Hz, positive; empty for no resampling
 * @param nFft samples per frame, at least 1
 * @param hop samples from one frame to the next, at least 1
 * @param padding at the ends of the wave
 * @param mels bands of the mel scale, at least 1
 * @param mfcc coefficients, from 1 to the number of bands
 */
public record FeatureParameters(OptionalInt rate, int nFft, int hop, Padding padding, int mels, int mfcc) {

    /** The defaults of librosa 0.11's features; the hop does not depend on the frame length. */
    public static final FeatureParameters LIBROSA =
            new FeatureParameters(OptionalInt.empty(), 2048, 512, Padding.CONSTANT, 128, 20);

    /**
     * Checks the values.
     *
     * @param rate in Hz, positive
     * @param nFft at least 1
     * @param hop at least 1
     * @param padding at the ends of the wave
     * @param mels at least 1
     * @param mfcc from 1 to {@code mels}
     * @throws IllegalArgumentException if a value is out of range
     */
    public FeatureParameters {
        if (rate.isPresent()) {
            require(FeatureParameter.RATE, rate.getAsInt());
        }
        require(FeatureParameter.N_FFT, nFft);
        require(FeatureParameter.HOP_LENGTH, hop);
        require(FeatureParameter.N_MELS, mels);
        require(FeatureParameter.N_MFCC, mfcc);
    }

    private static void require(FeatureParameter parameter, int value) {
        Require.atLeast(parameter.toString(), 1, value);
    }

    /**
     * The same at another rate.
     *
     * @param hz to which the wave is resampled first, positive
     * @return the parameters
     * @throws IllegalArgumentException if it is not positive
     */
    public FeatureParameters withRate(int hz) {
        return new FeatureParameters(OptionalInt.of(hz), nFft, hop, padding, mels, mfcc);
    }

    /**
     * The same with another frame length.
     *
     * @param nFft samples per frame, at least 1
     * @return the parameters
     * @throws IllegalArgumentException if it is not positive
     */
    public FeatureParameters withNFft(int nFft) {
        return new FeatureParameters(rate, nFft, hop, padding, mels, mfcc);
    }

    /**
     * The same with another hop.
     *
     * @param hop samples from one frame to the next, at least 1
     * @return the parameters
     * @throws IllegalArgumentException if it is not positive
     */
    public FeatureParameters withHop(int hop) {
        return new FeatureParameters(rate, nFft, hop, padding, mels, mfcc);
    }

    /**
     * The same with another padding.
     *
     * @param padding at the ends of the wave
     * @return the parameters
     */
    public FeatureParameters withPadding(Padding padding) {
        return new FeatureParameters(rate, nFft, hop, padding, mels, mfcc);
    }

    /**
     * The same with another number of mel bands.
     *
     * @param mels at least 1
     * @return the parameters
     * @throws IllegalArgumentException if it is not positive
     */
    public FeatureParameters withMels(int mels) {
        return new FeatureParameters(rate, nFft, hop, padding, mels, mfcc);
    }

    /**
     * The same with another number of MFCC.
     *
     * @param mfcc from 1 to the number of bands
     * @return the parameters
     * @throws IllegalArgumentException if it is not positive
     */
    public FeatureParameters withMfcc(int mfcc) {
        return new FeatureParameters(rate, nFft, hop, padding, mels, mfcc);
    }

    /**
     * One value as text to show.
     *
     * @param parameter which
     * @return such as {@code 2048}; {@code own} for the wave's own rate
     */
    public String text(FeatureParameter parameter) {
        return switch (parameter) {
            case RATE -> rate.isPresent() ? Integer.toString(rate.getAsInt()) : "own";
            case N_FFT -> Integer.toString(nFft);
            case HOP_LENGTH -> Integer.toString(hop);
            case PADDING -> padding.name().toLowerCase(Locale.ROOT);
            case N_MELS -> Integer.toString(mels);
            case N_MFCC -> Integer.toString(mfcc);
        };
    }

    Stft stft() {
        return Stft.of(nFft).withHop(hop).withPadding(padding);
    }

    Spectrogram magnitude(Wave wave) {
        return Spectrogram.of(wave, stft());
    }

    /** A feature that needs one frame at a time, so that spectra need no memory for all of them at once. */
    FrameSeries perFrame(Wave wave, Function<Spectrogram, FrameSeries> feature) {
        List<FrameSeries> blocks = new ArrayList<>();
        FrameReader.forEach(wave, stft().framing(), block -> blocks.add(feature.apply(Spectrogram.of(block))));
        FrameSeries first = blocks.get(0);
        int frames = blocks.stream().mapToInt(FrameSeries::frames).sum();
        FloatBuffer values = FloatBuffer.allocate(first.rows().size() * frames);
        for (int row = 0; row < first.rows().size(); row++) {
            for (FrameSeries block : blocks) {
                values.put(block.row(row));
            }
        }
        return FrameSeries.of(first.name(), first.unit(), first.rows(), values.array(), first.secondsPerFrame());
    }

    Spectrogram mel(Wave wave) {
        return MelSpectrogram.of(wave, stft(), MelBank.of(mels, wave.rate()));
    }

    FrameSeries mfcc(Wave wave) {
        return Mfcc.of(mel(wave), mfcc);
    }
}
