package io.github.jukelab.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.extraction.FeatureTable;
import io.github.jukelab.feature.FeatureRow;
import io.github.jukelab.feature.Preset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A sound as a row of 57 features, so that a network trained on a feature table can predict for a file. Each feature
 * has its own unit, so the normalisation should be {@linkplain StandardScaler#byColumn by column}. A sound longer than a
 * segment gives one row per segment, as for a network trained on segments of three seconds. {@link Preset#KAGGLE_2020}
 * mirrors sounds at their ends, and therefore refuses those of less than 1025 samples.
 *
 * <p>Example: {@code FeatureVectorInput.of(Preset.LIBROSA).withSegment(66_149)}
 *
 * @param rate samples per second in Hz
 * @param segment length in samples; the rest of a sound after its last full segment is dropped, a sound shorter than
 *     one segment gives one row
 * @param preset settings of the features, the same as those of the table
 * @param normalisation the last step, fitted on the training set
 */
public record FeatureVectorInput(
        int rate, @JsonProperty("piece") int segment, Preset preset, StandardScaler normalisation)
        implements Preprocessing {

    /** The segment length for whole sounds. */
    public static final int WHOLE = Integer.MAX_VALUE;

    private static final int RATE = 22_050;

    /** As in the published table of segments: three seconds less one sample, ends mirrored. */
    public static final FeatureVectorInput AS_PUBLISHED = of(Preset.KAGGLE_2020).withSegment(3 * RATE - 1);

    /**
     * Checks the numbers.
     *
     * @param rate in Hz, at least 1
     * @param segment in samples, at least 1
     * @param preset settings of the features
     * @param normalisation the last step
     * @throws IllegalArgumentException if a number is less than 1, or the normalisation is for another number of features
     */
    public FeatureVectorInput {
        if (rate < 1 || segment < 1) {
            throw new IllegalArgumentException("rate and segment must be at least 1, got " + rate + " and " + segment);
        }
        normalisation.requireFits(Shape.row(FeatureTable.FEATURES.size()));
    }

    /**
     * Whole sounds of 22 050 Hz.
     *
     * @param preset settings of the features
     * @return not normalised
     */
    public static FeatureVectorInput of(Preset preset) {
        return new FeatureVectorInput(RATE, WHOLE, preset, StandardScaler.NONE);
    }

    /**
     * The same with another segment length.
     *
     * @param segment in samples, at least 1; 66 149 for the segments of the published table
     * @return a copy
     * @throws IllegalArgumentException if it is less than 1
     */
    public FeatureVectorInput withSegment(int segment) {
        return new FeatureVectorInput(rate, segment, preset, normalisation);
    }

    @Override
    public FeatureVectorInput withNormalisation(StandardScaler normalisation) {
        return new FeatureVectorInput(rate, segment, preset, normalisation);
    }

    @Override
    public int samples() {
        return Integer.MAX_VALUE;
    }

    /** One row of 57 values. */
    @Override
    public Shape shape() {
        return Shape.row(FeatureTable.FEATURES.size());
    }

    /** The inputs for one sound, all steps but the normalisation; about 55 ms for 30 s. */
    @Override
    public List<float[]> inputs(Wave wave) {
        Wave resampled = wave.resample(rate);
        List<Wave> segments = resampled.length() < segment ? List.of(resampled) : resampled.windows(segment, segment);
        return segments.stream().map(preset::row).map(FeatureRow::floats).toList();
    }

    @Override
    public TimeSpan span(int index, double seconds) {
        return TimeSpan.of((long) index * segment, segment, rate, seconds);
    }

    @Override
    public void forEachInput(Recording recording, Consumer<float[]> action) throws AudioException {
        Recording resampled = recording.resample(rate);
        if (resampled.length() < segment || segment == WHOLE) {
            action.accept(preset.row(resampled).floats());
        } else {
            WindowReader.of(segment, segment, samples())
                    .forEach(resampled, window -> inputs(window).forEach(action));
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "FeatureVectorInput[%d Hz, %s, %s, %s]",
                rate,
                segment == WHOLE
                        ? "whole sounds"
                        : String.format(Locale.ROOT, "segments of %.2f s", (double) segment / rate),
                preset,
                shape());
    }
}
