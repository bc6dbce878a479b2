package io.github.jukelab.check;

/** Measures the level of a sound, block by block. */
final class LevelMeter {

    private final FlatTops high = new FlatTops();
    private final FlatTops low = new FlatTops();
    private float last;
    /** The smallest difference of two neighbouring samples: the step of the samples' format. */
    private float step = Float.MAX_VALUE;

    private long samples;

    void add(float[] block, int count) {
        for (int i = 0; i < count; i++) {
            float sample = block[i];
            float difference = Math.abs(sample - last);
            if (difference > 0 && difference < step) {
                step = difference;
            }
            high.add(sample, step);
            low.add(-sample, step);
            last = sample;
        }
        samples += count;
    }

    Level level() {
        float peak = samples == 0 ? 0 : (high.highest() + low.highest()) / 2;
        return new Level(
                peak, high.runs() + low.runs(), (double) (high.samples() + low.samples()) / Math.max(1, samples));
    }
}
