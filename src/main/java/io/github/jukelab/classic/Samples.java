package io.github.jukelab.classic;

import io.github.jukelab.corpus.Side;
import io.github.jukelab.corpus.Split;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Labelled rows of numbers with named columns, each with its id and its track: what classical models learn from.
 * Immutable. Subsets share the values.
 *
 * <p>Example: {@code samples.on(split, Side.TRAIN)}.
 */
public final class Samples {

    private final List<String> features;
    private final List<String> labels;
    private final List<Row> rows;

    /** A sample whose label is a place in the list; its values are never written to. */
    private record Row(String id, String track, int actual, double[] values) {}

    private Samples(List<String> features, List<String> labels, List<Row> rows) {
        this.features = features;
        this.labels = labels;
        this.rows = rows;
    }

    /**
     * Collects samples.
     *
     * @param features the names of the columns, unique, at least one
     * @param labels the classes, unique; predictions list their probabilities in this order
     * @param samples at least one; ids unique, one finite value a feature
     * @return the samples, in the list's order
     * @throws IllegalArgumentException if there is no sample or no feature, a name repeats, a label is not in the list,
     *     or values are too few, too many or not finite
     */
    public static Samples of(List<String> features, List<String> labels, List<Sample> samples) {
        requireUnique("features", features);
        requireUnique("labels", labels);
        requireUnique("ids", samples.stream().map(Sample::id).toList());
        List<String> names = List.copyOf(features);
        List<String> classes = List.copyOf(labels);
        return new Samples(
                names,
                classes,
                samples.stream().map(sample -> row(sample, names, classes)).toList());
    }

    private static void requireUnique(String what, List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("samples need " + what + ", got none");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(what + " must be unique, got " + name + " twice");
            }
        }
    }

    private static Row row(Sample sample, List<String> features, List<String> labels) {
        double[] values = sample.values();
        if (values.length != features.size()) {
            throw new IllegalArgumentException(
                    sample.id() + " must have " + features.size() + " values, got " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        features.get(i) + " of " + sample.id() + " must be finite, got " + values[i]);
            }
        }
        int actual = labels.indexOf(sample.label());
        if (actual < 0) {
            throw new IllegalArgumentException(
                    "label of " + sample.id() + " must be one of " + labels + ", got " + sample.label());
        }
        return new Row(sample.id(), sample.track(), actual, values);
    }

    /**
     * The names of the columns.
     *
     * @return unique, in the order of the values
     */
    public List<String> features() {
        return features;
    }

    /**
     * The classes.
     *
     * @return unique; some may have no sample here
     */
    public List<String> labels() {
        return labels;
    }

    /**
     * How many samples there are.
     *
     * @return at least 1
     */
    public int size() {
        return rows.size();
    }

    /**
     * The samples as they were collected.
     *
     * @return copies, in order
     */
    public List<Sample> samples() {
        return rows.stream()
                .map(row -> new Sample(row.id, row.track, labels.get(row.actual), row.values))
                .toList();
    }

    /**
     * One side of a split: the samples whose song is on it or, if the split is {@linkplain Split#byRow() by row}, who are
     * on it themselves.
     *
     * @param split who is where
     * @param side which side
     * @return the samples, in this order
     * @throws IllegalArgumentException if none is on that side
     */
    public Samples on(Split split, Side side) {
        Set<String> ids = Set.copyOf(split.ids(side));
        Samples kept = where(row -> ids.contains(row.id) || ids.contains(row.track));
        if (kept.rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "none of " + size() + " samples is on the " + side + " side of " + split);
        }
        return kept;
    }

    /** Those of some tracks; may be none. */
    Samples ofTracks(Set<String> tracks) {
        return where(row -> tracks.contains(row.track));
    }

    /** Those of all other tracks; may be none. */
    Samples withoutTracks(Set<String> tracks) {
        return where(row -> !tracks.contains(row.track));
    }

    private Samples where(Predicate<Row> kept) {
        return new Samples(features, labels, rows.stream().filter(kept).toList());
    }

    /** The song of a sample. */
    String track(int index) {
        return rows.get(index).track;
    }

    /** The place of a sample's label in the list. */
    int label(int index) {
        return rows.get(index).actual;
    }

    /** The place of each sample's label in the list. */
    int[] actual() {
        return rows.stream().mapToInt(Row::actual).toArray();
    }

    /** All values, [sample][feature]; shared, not to be written to. */
    double[][] values() {
        return rows.stream().map(Row::values).toArray(double[][]::new);
    }

    /** The places of the labels that have a sample here, in order. */
    int[] present() {
        return rows.stream().mapToInt(Row::actual).distinct().sorted().toArray();
    }

    /** The same samples with other values. */
    Samples with(double[][] values) {
        List<Row> changed = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Row row = rows.get(i);
            changed.add(new Row(row.id, row.track, row.actual, values[i]));
        }
        return new Samples(features, labels, changed);
    }

    /** What a model fitted on these will need. */
    Schema schema() {
        return new Schema(features, labels);
    }

    /** Probabilities given to each row of values, joined to its id. */
    Predictions predictions(Function<double[], float[]> model) {
        List<Prediction> predictions = rows.stream()
                .map(row -> new Prediction(row.id, row.track, row.actual, model.apply(row.values)))
                .toList();
        return new Predictions(labels, predictions);
    }

    @Override
    public String toString() {
        long tracks = rows.stream().map(Row::track).distinct().count();
        return "Samples[" + size() + " of " + tracks + " songs, " + features.size() + " features, " + labels.size()
                + " labels]";
    }
}
