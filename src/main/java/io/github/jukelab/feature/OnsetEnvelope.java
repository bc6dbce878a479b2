package io.github.jukelab.feature;

import io.github.jukelab.feature.OnsetStrength.Aggregate;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.util.List;

/** The {@link OnsetStrength} of mel bands that come block by block. */
final class OnsetEnvelope {

    private final int delay;
    private final Aggregate aggregate;
    private final float[] strength;
    /** The bands of the last frame. */
    private float[] previous = new float[0];

    private int frame;

    /** For {@code frames} frames in all. */
    OnsetEnvelope(int frames, Stft stft, Aggregate aggregate) {
        this.delay = stft.centered() ? stft.nFft() / (2 * stft.hop()) : 0;
        this.aggregate = aggregate;
        this.strength = new float[frames];
    }

    /** Adds the next frames, in decibels. */
    void add(Spectrogram decibels) {
        float[] rises = new float[decibels.bins()];
        if (frame == 0) {
            previous = new float[rises.length];
        }
        for (int t = 0; t < decibels.frames(); t++) {
            for (int band = 0; band < rises.length; band++) {
                float level = decibels.value(band, t);
                rises[band] = Math.max(0, level - previous[band]);
                previous[band] = level;
            }
            if (frame > 0 && frame + delay < strength.length) {
                strength[frame + delay] = aggregate == Aggregate.MEAN ? mean(rises) : Median.of(rises);
            }
            frame++;
        }
    }

    private static float mean(float[] rises) {
        double sum = 0;
        for (float rise : rises) {
            sum += rise;
        }
        return (float) (sum / rises.length);
    }

    /** The strength of all frames, after the last of them. */
    FrameSeries series(double secondsPerFrame) {
        return FrameSeries.owning("onset strength", "dB", List.of("onset strength"), strength, secondsPerFrame);
    }
}
