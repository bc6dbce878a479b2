package io.github.jukelab.catalog;

/** What can be set of a feature. */
public enum Parameter {
    /** The rate to which the sound is brought first. */
    RATE("rate"),
    /** Samples in a frame. */
    N_FFT("n-fft"),
    /** Samples from one frame to the next. */
    HOP("hop"),
    /** What lies beyond the ends of the sound. */
    PADDING("padding"),
    /** Bands of the mel scale. */
    MELS("mels"),
    /** Mel-frequency cepstral coefficients. */
    MFCC("mfcc");

    private final String text;

    Parameter(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
