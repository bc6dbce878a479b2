package io.github.jukelab.synth;

/** A two-pole band-pass filter around one frequency. */
final class Resonator {

    private final double rate;
    private double gain;
    private double first;
    private double second;
    private double last;
    private double before;

    Resonator(double rate) {
        this.rate = rate;
    }

    /** Sets the frequency, where the gain is 1, and the bandwidth, both in Hz. */
    void tune(double hertz, double width) {
        double radius = StrictMath.exp(-StrictMath.PI * width / rate);
        double angle = 2 * StrictMath.PI * hertz / rate;
        double cosine = StrictMath.cos(angle);
        first = 2 * radius * cosine;
        second = -radius * radius;
        double cosineOfDouble = 2 * cosine * cosine - 1;
        gain = (1 - radius) * StrictMath.sqrt(1 - 2 * radius * cosineOfDouble + radius * radius);
    }

    double next(double in) {
        double out = gain * in + first * last + second * before;
        before = last;
        last = out;
        return out;
    }
}
