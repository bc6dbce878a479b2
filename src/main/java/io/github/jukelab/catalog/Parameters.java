package io.github.jukelab.catalog;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.MelSpectrogram;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Padding;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A value for each {@link Parameter}; a feature looks at those it takes.
 *
 * @param rate to which the sound is brought first, in Hz, positive; empty for its own
 * @param nFft samples in a frame, at least 1
 * @param hop samples from one frame to the next, at least 1
 * @param padding what a frame sees beyond the ends of the sound
 * @param mels bands of the mel scale, at least 1
 * @param mfcc coefficients, from 1 to the number of bands
 */
public record Parameters(OptionalInt rate, int nFft, int hop, Padding padding, int mels, int mfcc) {

    /** The defaults of librosa 0.11's features; the hop is 512 whatever the frame. */
    public static final Parameters LIBROSA = new Parameters(OptionalInt.empty(), 2048, 512, Padding.CONSTANT, 128, 20);

    /**
     * Checks the values.
     *
     * @param rate in Hz, positive
     * @param nFft at least 1
     * @param hop at least 1
     * @param padding beyond the ends
     * @param mels at least 1
     * @param mfcc from 1 to {@code mels}
     * @throws IllegalArgumentException if one is out of its range
     */
    public Parameters {
        if (rate.isPresent()) {
            require(Parameter.RATE, rate.getAsInt());
        }
        require(Parameter.N_FFT, nFft);
        require(Parameter.HOP, hop);
        require(Parameter.MELS, mels);
        require(Parameter.MFCC, mfcc);
    }

    private static void require(Parameter parameter, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(parameter + " must be at least 1, got " + value);
        }
    }

    /**
     * The same at another rate.
     *
     * @param hz to which the sound is brought first, positive
     * @return the parameters
     * @throws IllegalArgumentException if it is not positive
     */
    public Parameters withRate(int hz) {
        return new Parameters(OptionalInt.of(hz), nFft, hop, padding, mels, mfcc);
    }

    /**
     * The same with other frames.
     *
     * @param nFft samples in a frame, at least 1
     * @return the parameters
     * @throws IllegalArgumentException if it is not positive
     */
    public Parameters withNFft(int nFft) {
        return new Parameters(rate, nFft, hop, padding, mels, mfcc);
    }

    /**
     * The same with another hop.
     *
     * @param hop samples from one frame to the next, at least 1
     * @return the parameters
     * @throws IllegalArgumentException if it is not positive
     */
    public Parameters withHop(int hop) {
        return new Parameters(rate, nFft, hop, padding, mels, mfcc);
    }

    /**
     * The same with another padding.
     *
     * @param padding what a frame sees beyond the ends of the sound
     * @return the parameters
     */
    public Parameters withPadding(Padding padding) {
        return new Parameters(rate, nFft, hop, padding, mels, mfcc);
    }

    /**
     * The same with another number of mel bands.
     *
     * @param mels at least 1
     * @return the parameters
     * @throws IllegalArgumentException if it is not positive
     */
    public Parameters withMels(int mels) {
        return new Parameters(rate, nFft, hop, padding, mels, mfcc);
    }

    /**
     * The same with another number of coefficients.
     *
     * @param mfcc from 1 to the number of bands
     * @return the parameters
     * @throws IllegalArgumentException if it is not positive
     */
    public Parameters withMfcc(int mfcc) {
        return new Parameters(rate, nFft, hop, padding, mels, mfcc);
    }

    /**
     * One value, for a person.
     *
     * @param parameter which
     * @return such as {@code 2048}; {@code own} for the rate of the sound itself
     */
    public String text(Parameter parameter) {
        return switch (parameter) {
            case RATE -> rate.isPresent() ? Integer.toString(rate.getAsInt()) : "own";
            case N_FFT -> Integer.toString(nFft);
            case HOP -> Integer.toString(hop);
            case PADDING -> padding.name().toLowerCase(Locale.ROOT);
            case MELS -> Integer.toString(mels);
            case MFCC -> Integer.toString(mfcc);
        };
    }

    Stft stft() {
        return Stft.of(nFft).withHop(hop).withPadding(padding);
    }

    Spectrogram magnitude(Wave wave) {
        return Spectrogram.of(wave, stft());
    }

    Spectrogram mel(Wave wave) {
        return MelSpectrogram.of(wave, stft(), MelBank.of(mels, wave.rate()));
    }
}
