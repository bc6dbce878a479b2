package io.github.jukelab.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Segment;
import io.github.jukelab.extraction.FeatureTable;
import io.github.jukelab.feature.FeatureRow;
import io.github.jukelab.feature.Preset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A sound as its row of 57 features: what lets a network that was taught from a feature table hear a file. Each feature
 * has a unit of its own, so the normalisation should be one {@linkplain Normalisation#byColumn by column}. A sound longer than a segment gives a row per segment, so that a network
 * taught on segments of three seconds hears such segments. {@link Preset#KAGGLE_2020} mirrors sounds at their ends, and so
 * refuses those of less than 1025 samples.
 *
 * <p>Example: {@code FeatureVectorInput.of(Preset.LIBROSA).withSegment(66_149)}
 *
 * @param rate samples a second in Hz
 * @param segment samples of a segment; a sound's rest that fills none is left out, a shorter sound is one row as it is
 * @param preset settings of the features, those of the table
 * @param normalisation the last step, fitted on the training set
 */
public record FeatureVectorInput(
        int rate, @JsonProperty("piece") int segment, Preset preset, Normalisation normalisation)
        implements Preprocessing {

    /** The segment that is never filled: sounds are heard as a whole. */
    public static final int WHOLE = Integer.MAX_VALUE;

    private static final int RATE = 22_050;

    /** As in the published table of segments: three seconds but one sample, ends mirrored. */
    public static final FeatureVectorInput AS_PUBLISHED = of(Preset.KAGGLE_2020).withSegment(3 * RATE - 1);

    /**
     * Checks the numbers.
     *
     * @param rate in Hz, at least 1
     * @param segment in samples, at least 1
     * @param preset settings of the features
     * @param normalisation the last step
     * @throws IllegalArgumentException if a number is less than 1
     */
    public FeatureVectorInput {
        if (rate < 1 || segment < 1) {
            throw new IllegalArgumentException("rate and segment must be at least 1, got " + rate + " and " + segment);
        }
    }

    /**
     * Whole sounds of 22 050 Hz.
     *
     * @param preset settings of the features
     * @return not normalised
     */
    public static FeatureVectorInput of(Preset preset) {
        return new FeatureVectorInput(RATE, WHOLE, preset, Normalisation.NONE);
    }

    /**
     * The same, of segments.
     *
     * @param segment samples, at least 1; 66 149 are the three seconds of the published table
     * @return a copy
     * @throws IllegalArgumentException if it is less than 1
     */
    public FeatureVectorInput withSegment(int segment) {
        return new FeatureVectorInput(rate, segment, preset, normalisation);
    }

    @Override
    public FeatureVectorInput withNormalisation(Normalisation normalisation) {
        return new FeatureVectorInput(rate, segment, preset, normalisation);
    }

    /** A row of 57 values. */
    @Override
    public Shape shape() {
        return Shape.row(FeatureTable.FEATURES.size());
    }

    /** {@inheritDoc} About 70 ms for 30 s. */
    @Override
    public List<float[]> inputs(Wave wave) {
        return segments(wave).stream().map(this::input).toList();
    }

    private List<Wave> segments(Wave wave) {
        Wave resampled = wave.resample(rate);
        return resampled.length() < segment ? List.of(resampled) : resampled.windows(segment, segment);
    }

    @Override
    public List<TimeSpan> spans(Wave wave) {
        int count = segments(wave).size();
        int length = (int) Math.min(segment, Math.ceil(wave.seconds() * rate));
        return IntStream.range(0, count)
                .mapToObj(i -> TimeSpan.of(i * length, (i + 1) * length, rate, wave.seconds()))
                .toList();
    }

    private float[] input(Wave wave) {
        FeatureRow row = preset.row(wave);
        return values(FeatureTable.FEATURES.stream().map(row::value).toList());
    }

    private static float[] values(List<Double> features) {
        float[] values = new float[features.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = features.get(i).floatValue();
        }
        return values;
    }

    /**
     * The rows of a table as a network sees them: to learn from, or to be judged by. They must have been made with this
     * preset.
     *
     * @param table rows of tracks or segments
     * @param dataset with the track of every row; its labels are the classes
     * @return one per row, in order, not normalised; {@link Examples#only} takes a subset of it
     * @throws IllegalArgumentException if there is no row, or one has no track in the data set or an unknown label
     */
    public Examples examples(FeatureTable table, Dataset dataset) {
        Map<String, Segment> segments = table.segments(dataset);
        return Examples.of(
                dataset.labels(), table.rows().stream().map(row -> example(row, segments.get(row.filename()))));
    }

    private Example example(FeatureTable.Row row, Segment segment) {
        return new Example(segment.id(), segment.track().id(), row.label(), shape(), values(row.features()));
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
