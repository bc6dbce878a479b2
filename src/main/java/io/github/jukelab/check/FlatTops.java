package io.github.jukelab.check;

/**
 * Counts where a sound stays at its highest sample, as it does if it was too loud for what recorded it. The highest
 * sample may be below full scale. A soft bass also stays there for some samples, as their format has steps, but it comes
 * there slowly: so a top counts only if the sound jumps to it or from it.
 */
final class FlatTops {

    private static final int SHORTEST = 3;

    /** A quieter sound is not clipped. */
    private static final float QUIETEST = 0.1f;

    /** A jump has more than so many steps of the samples' format. */
    private static final int STEPS = 4;

    /** And is a larger part of the highest sample. */
    private static final float JUMP = 1e-3f;

    private float highest = Float.NEGATIVE_INFINITY;
    private float previous = Float.NEGATIVE_INFINITY;
    /** The sample before the present run of highest samples. */
    private float before;

    private long run;
    private long runs;
    private long samples;

    /** Adds a sample; {@code step} is the smallest difference of neighbouring samples so far. */
    void add(float sample, float step) {
        if (sample > highest) {
            highest = sample;
            runs = 0;
            samples = 0;
            run = 1;
            before = previous;
        } else if (sample == highest) {
            before = run == 0 ? previous : before;
            run++;
        } else if (run > 0) {
            end(Math.max(highest - before, highest - sample), step);
        }
        previous = sample;
    }

    private void end(float jump, float step) {
        if (run >= SHORTEST && jump > STEPS * step && jump > JUMP * highest) {
            runs++;
            samples += run;
        }
        run = 0;
    }

    float highest() {
        return highest;
    }

    long runs() {
        return highest < QUIETEST ? 0 : runs;
    }

    long samples() {
        return highest < QUIETEST ? 0 : samples;
    }
}
