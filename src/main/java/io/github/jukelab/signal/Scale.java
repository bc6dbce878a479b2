package io.github.jukelab.signal;

/** What the values of a {@link Spectrogram} mean. Always stated explicitly, never guessed. */
public enum Scale {
    /** Absolute values of the Fourier coefficients; never negative. */
    MAGNITUDE,
    /** Squared magnitudes; never negative. */
    POWER,
    /** Decibels relative to a stated reference. */
    DECIBEL
}
