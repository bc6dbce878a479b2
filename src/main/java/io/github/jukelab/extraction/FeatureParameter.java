package io.github.jukelab.extraction;

/** A parameter of a feature. */
public enum FeatureParameter {
    /** The rate to which the wave is resampled first. */
    RATE("rate"),
    /** Samples per frame. */
    N_FFT("n-fft"),
    /** Samples from one frame to the next. */
    HOP_LENGTH("hop-length"),
    /** The padding at the ends of the wave. */
    PADDING("padding"),
    /** Bands of the mel scale. */
    N_MELS("n-mels"),
    /** Mel-frequency cepstral coefficients. */
    N_MFCC("n-mfcc");

    private final String text;

    FeatureParameter(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
