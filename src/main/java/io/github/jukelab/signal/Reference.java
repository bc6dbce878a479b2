package io.github.jukelab.signal;

/** The value that 0 dB refers to. Immutable. */
public final class Reference {

    /** 0 dB is the value 1; librosa's default. */
    public static final Reference ONE = Reference.of(1);

    /** 0 dB is the spectrogram's own largest value, so that all decibels are 0 or below. */
    public static final Reference MAX = new Reference(Double.NaN);

    private final double value;

    private Reference(double value) {
        this.value = value;
    }

    /**
     * A fixed value.
     *
     * @param value in the unit of the spectrogram it is used with (a magnitude or a power), positive
     * @return the reference
     * @throws IllegalArgumentException if the value is not positive
     */
    public static Reference of(double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException("a reference must be positive, got " + value);
        }
        return new Reference(value);
    }

    double value(double maximum) {
        return this == MAX ? maximum : value;
    }

    @Override
    public String toString() {
        return this == MAX ? "Reference[maximum]" : "Reference[" + value + "]";
    }
}
