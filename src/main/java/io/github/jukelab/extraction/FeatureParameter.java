package io.github.jukelab.extraction;

/** What can be set of a feature. */
public enum FeatureParameter {
    /** The rate to which the sound is brought first. */
    RATE("rate"),
    /** Samples in a frame. */
    N_FFT("n-fft"),
    /** Samples from one frame to the next. */
    HOP_LENGTH("hop-length"),
    /** What lies beyond the ends of the sound. */
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
