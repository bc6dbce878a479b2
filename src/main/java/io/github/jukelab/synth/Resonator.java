package io.github.jukelab.synth;

/** Two poles: passes on what is near one frequency. */
final class Resonator {

    private final double rate;
    private double gain;
    private double once;
    private double twice;
    private double last;
    private double before;

    Resonator(double rate) {
        this.rate = rate;
    }

    /** Goes to a frequency, where its gain is 1. */
    void tune(double hertz, double width) {
        double radius = StrictMath.exp(-StrictMath.PI * width / rate);
        double angle = 2 * StrictMath.PI * hertz / rate;
        double cosine = StrictMath.cos(angle);
        once = 2 * radius * cosine;
        twice = -radius * radius;
        double twofold = 2 * cosine * cosine - 1;
        gain = (1 - radius) * StrictMath.sqrt(1 - 2 * radius * twofold + radius * radius);
    }

    double next(double in) {
        double out = gain * in + once * last + twice * before;
        before = last;
        last = out;
        return out;
    }
}
