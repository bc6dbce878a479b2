package io.github.jukelab.classic;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Segment;
import io.github.jukelab.dataset.Segments;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.Subset;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.extraction.FeatureTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Labelled feature vectors with named features, each with its id and its track: the input of classical models.
 * Immutable. Subsets share the values.
 *
 * <p>Example: {@code vectors.on(split, Subset.TRAIN)}.
 */
public final class FeatureVectors {

    private final List<String> features;
    private final List<String> labels;
    private final List<Row> rows;

    /** A vector with the index of its label; its values are never modified. */
    private record Row(String id, String track, int actual, double[] values) {}

    private FeatureVectors(List<String> features, List<String> labels, List<Row> rows) {
        this.features = features;
        this.labels = labels;
        this.rows = rows;
    }

    /**
     * Collects feature vectors.
     *
     * @param features the names of the features, unique, at least one
     * @param labels the classes, unique; predictions list their probabilities in this order
     * @param vectors at least one; ids unique, one finite value per feature
     * @return the vectors, in the list's order
     * @throws IllegalArgumentException if there is no vector or no feature, a name or id is not unique, a label is not
     *     in the list, or a vector has too few, too many or non-finite values
     */
    public static FeatureVectors of(List<String> features, List<String> labels, List<FeatureVector> vectors) {
        requireUnique("features", features);
        requireUnique("labels", labels);
        requireUnique("ids", vectors.stream().map(FeatureVector::id).toList());
        List<String> names = List.copyOf(features);
        List<String> classes = List.copyOf(labels);
        return new FeatureVectors(
                names,
                classes,
                vectors.stream().map(vector -> row(vector, names, classes)).toList());
    }

    /**
     * The rows of a feature table of tracks or segments. The column {@code length} is not a feature: it depends on how
     * a recording was cut.
     *
     * @param table at least one row
     * @param dataset has the track of every row; its labels are the classes
     * @return one vector per row, in the table's order; ids are those of the tracks or segments
     * @throws IllegalArgumentException if a row has no track in the data set or another label than its track, or there
     *     is no row
     */
    public static FeatureVectors of(FeatureTable table, Dataset dataset) {
        Map<String, Segment> segments = table.segments(dataset);
        List<FeatureVector> vectors = table.rows().stream()
                .map(row -> vector(row, segments.get(row.filename())))
                .toList();
        return of(FeatureTable.FEATURES, dataset.labels(), vectors);
    }

    private static FeatureVector vector(FeatureTable.Row row, Segment segment) {
        double[] values =
                row.features().stream().mapToDouble(Double::doubleValue).toArray();
        return new FeatureVector(segment.id(), segment.track().id(), row.label(), values);
    }

    private static void requireUnique(String what, List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("feature vectors need " + what + ", got none");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(what + " must be unique, got " + name + " twice");
            }
        }
    }

    private static Row row(FeatureVector vector, List<String> features, List<String> labels) {
        double[] values = vector.values();
        if (values.length != features.size()) {
            throw new IllegalArgumentException(
                    vector.id() + " must have " + features.size() + " values, got " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        features.get(i) + " of " + vector.id() + " must be finite, got " + values[i]);
            }
        }
        int actual = labels.indexOf(vector.label());
        if (actual < 0) {
            throw new IllegalArgumentException(
                    "label of " + vector.id() + " must be one of " + labels + ", got " + vector.label());
        }
        return new Row(vector.id(), vector.track(), actual, values);
    }

    /**
     * The names of the features.
     *
     * @return unique, in the order of the values
     */
    public List<String> features() {
        return features;
    }

    /**
     * The classes.
     *
     * @return unique; some may have no vector here
     */
    public List<String> labels() {
        return labels;
    }

    /**
     * The number of vectors.
     *
     * @return at least 1
     */
    public int size() {
        return rows.size();
    }

    /**
     * The vectors.
     *
     * @return copies, in order
     */
    public List<FeatureVector> vectors() {
        return rows.stream()
                .map(row -> new FeatureVector(row.id, row.track, labels.get(row.actual), row.values))
                .toList();
    }

    /**
     * The same with the natural logarithm of some features. For positive features with a long tail, such as variances:
     * equal ratios become equal distances. The logarithm is not fitted to data, so it may be applied before the vectors
     * are split.
     *
     * @param names of these features; the others are unchanged
     * @return the vectors, with the same feature names
     * @throws IllegalArgumentException if there is no such feature, or one of its values is not positive
     */
    public FeatureVectors withLog(Collection<String> names) {
        double[][] changed = rows.stream().map(row -> row.values.clone()).toArray(double[][]::new);
        for (String name : names) {
            int feature = features.indexOf(name);
            if (feature < 0) {
                throw new IllegalArgumentException("features must be some of " + features + ", got " + name);
            }
            for (int i = 0; i < changed.length; i++) {
                changed[i][feature] = logarithm(rows.get(i), feature);
            }
        }
        return with(changed);
    }

    private double logarithm(Row row, int feature) {
        double value = row.values[feature];
        if (!(value > 0)) {
            throw new IllegalArgumentException(
                    features.get(feature) + " of " + row.id + " must be positive to have a logarithm, got " + value);
        }
        return Math.log(value);
    }

    /**
     * The vectors' ids.
     *
     * @return unique, in order
     */
    public List<String> ids() {
        return rows.stream().map(Row::id).toList();
    }

    /**
     * The track of each vector, for splits of segments.
     *
     * @return id → track id, in order
     */
    public Segments segments() {
        Map<String, String> trackIds = new LinkedHashMap<>();
        rows.forEach(row -> trackIds.put(row.id, row.track));
        return new Segments(trackIds);
    }

    /**
     * The values by id, such as for the neighbours of a {@link io.github.jukelab.dataset.LeakageReport}.
     *
     * @return id → copy of the values, in order
     */
    public Map<String, double[]> rows() {
        Map<String, double[]> values = new LinkedHashMap<>();
        rows.forEach(row -> values.put(row.id, row.values.clone()));
        return values;
    }

    /**
     * The vectors in one or several subsets of a split: those whose id is in a subset or, in a split of tracks, whose
     * track is.
     *
     * @param split of tracks or of segments
     * @param subsets which
     * @return the vectors, in this order
     * @throws IllegalArgumentException if no vector is in these subsets
     */
    public FeatureVectors on(Split split, Subset... subsets) {
        Set<String> ids = Arrays.stream(subsets)
                .flatMap(subset -> split.ids(subset).stream())
                .collect(Collectors.toSet());
        FeatureVectors selected = where(row -> ids.contains(row.id) || ids.contains(row.track));
        if (selected.rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "none of " + size() + " feature vectors is in the " + names(subsets) + " set of " + split);
        }
        return selected;
    }

    private static String names(Subset... subsets) {
        return Arrays.stream(subsets).map(Subset::toString).collect(Collectors.joining(" or "));
    }

    /** The vectors of some tracks; may be empty. */
    FeatureVectors ofTracks(Set<String> tracks) {
        return where(row -> tracks.contains(row.track));
    }

    /** The vectors of all other tracks; may be empty. */
    FeatureVectors withoutTracks(Set<String> tracks) {
        return where(row -> !tracks.contains(row.track));
    }

    private FeatureVectors where(Predicate<Row> condition) {
        return new FeatureVectors(
                features, labels, rows.stream().filter(condition).toList());
    }

    /** The track of a vector. */
    String track(int index) {
        return rows.get(index).track;
    }

    /** The index of a vector's label. */
    int label(int index) {
        return rows.get(index).actual;
    }

    /** The index of each vector's label. */
    int[] actual() {
        return rows.stream().mapToInt(Row::actual).toArray();
    }

    /** All values, [vector][feature]; shared, do not modify. */
    double[][] values() {
        return rows.stream().map(Row::values).toArray(double[][]::new);
    }

    /** The sorted indexes of the labels that have a vector here. */
    int[] present() {
        return rows.stream().mapToInt(Row::actual).distinct().sorted().toArray();
    }

    /** The same vectors with other values. */
    FeatureVectors with(double[][] values) {
        List<Row> changed = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Row row = rows.get(i);
            changed.add(new Row(row.id, row.track, row.actual, values[i]));
        }
        return new FeatureVectors(features, labels, changed);
    }

    /** The features and labels, which a fitted model requires of other vectors. */
    Schema schema() {
        return new Schema(features, labels);
    }

    /** Applies a function from values to probabilities to each vector. */
    Predictions predictions(Function<double[], float[]> probabilities) {
        List<Prediction> predictions = rows.stream()
                .map(row -> new Prediction(row.id, row.track, row.actual, probabilities.apply(row.values)))
                .toList();
        return new Predictions(labels, predictions);
    }

    @Override
    public String toString() {
        long tracks = rows.stream().map(Row::track).distinct().count();
        return "FeatureVectors[" + size() + " of " + tracks + " tracks, " + features.size() + " features, "
                + labels.size() + " labels]";
    }
}
