package io.github.jukelab.input;

import io.github.jukelab.Require;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Segment;
import io.github.jukelab.dataset.Segments;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.Subset;
import io.github.jukelab.extraction.FeatureTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final List<FeatureVector> vectors;

    private FeatureVectors(List<String> features, List<String> labels, List<FeatureVector> vectors) {
        this.features = features;
        this.labels = labels;
        this.vectors = List.copyOf(vectors);
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
        vectors.forEach(vector -> check(vector, names, classes));
        return new FeatureVectors(names, classes, vectors);
    }

    /**
     * The rows of a feature table of tracks or segments. The column {@code length} is not a feature: it depends on how
     * a recording was cut.
     *
     * @param table at least one row
     * @param dataset has the track of every row; its labels are the classes
     * @return one vector per row, in the table's order; ids are those of the tracks or segments
     * @throws IllegalArgumentException if a row has no track in the data set or another label than its track
     */
    public static FeatureVectors of(FeatureTable table, Dataset dataset) {
        Map<String, Segment> segments = table.segments(dataset);
        List<FeatureVector> vectors = table.rows().stream()
                .map(row -> vector(row, segments.get(row.filename())))
                .toList();
        return of(table.features(), dataset.labels(), vectors);
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
        Require.unique(what, names);
    }

    private static void check(FeatureVector vector, List<String> features, List<String> labels) {
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
        if (!labels.contains(vector.label())) {
            throw new IllegalArgumentException(
                    "label of " + vector.id() + " must be one of " + labels + ", got " + vector.label());
        }
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
        return vectors.size();
    }

    /**
     * The vectors.
     *
     * @return unmodifiable, in order
     */
    public List<FeatureVector> vectors() {
        return vectors;
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
        double[][] changed = values();
        for (String name : new LinkedHashSet<>(names)) {
            int feature = Require.oneOf("feature", features, name);
            for (int i = 0; i < changed.length; i++) {
                changed[i][feature] = logarithm(vectors.get(i), changed[i][feature], features.get(feature));
            }
        }
        return withValues(changed);
    }

    private static double logarithm(FeatureVector vector, double value, String feature) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(
                    feature + " of " + vector.id() + " must be positive to have a logarithm, got " + value);
        }
        return Math.log(value);
    }

    /**
     * The vectors' ids.
     *
     * @return unique, in order
     */
    public List<String> ids() {
        return vectors.stream().map(FeatureVector::id).toList();
    }

    /**
     * The track of each vector, for splits of segments.
     *
     * @return id → track id, in order
     */
    public Segments segments() {
        Map<String, String> trackIds = new LinkedHashMap<>();
        vectors.forEach(vector -> trackIds.put(vector.id(), vector.track()));
        return new Segments(trackIds);
    }

    /**
     * The values by id, such as for the neighbours of a {@link io.github.jukelab.dataset.LeakageReport}.
     *
     * @return id → copy of the values, in order
     */
    public Map<String, double[]> rows() {
        Map<String, double[]> values = new LinkedHashMap<>();
        vectors.forEach(vector -> values.put(vector.id(), vector.values()));
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
        FeatureVectors selected = where(vector -> ids.contains(vector.id()) || ids.contains(vector.track()));
        if (selected.vectors.isEmpty()) {
            throw new IllegalArgumentException(
                    "none of " + size() + " feature vectors is in the " + names(subsets) + " set of " + split);
        }
        return selected;
    }

    private static String names(Subset... subsets) {
        return Arrays.stream(subsets).map(Subset::toString).collect(Collectors.joining(" or "));
    }

    /**
     * The vectors that meet a condition.
     *
     * @param condition such as {@code vector -> tracks.contains(vector.track())}
     * @return in this order; may be empty
     */
    public FeatureVectors where(Predicate<FeatureVector> condition) {
        return new FeatureVectors(
                features, labels, vectors.stream().filter(condition).toList());
    }

    /**
     * The index of each vector's label.
     *
     * @return in the order of the vectors
     */
    public int[] actual() {
        return vectors.stream()
                .mapToInt(vector -> labels.indexOf(vector.label()))
                .toArray();
    }

    /**
     * All values.
     *
     * @return copies, [vector][feature]
     */
    public double[][] values() {
        return vectors.stream().map(FeatureVector::values).toArray(double[][]::new);
    }

    /**
     * The same vectors with other values of the same features.
     *
     * @param values [vector][feature], in the order of the vectors
     * @return a copy
     * @throws IllegalArgumentException if there are too few or too many, or one is not finite
     */
    public FeatureVectors withValues(double[][] values) {
        if (values.length != vectors.size()) {
            throw new IllegalArgumentException(
                    "there must be values of " + vectors.size() + " vectors, got " + values.length);
        }
        List<FeatureVector> changed = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            FeatureVector vector = vectors.get(i);
            changed.add(new FeatureVector(vector.id(), vector.track(), vector.label(), values[i]));
        }
        return of(features, labels, changed);
    }

    /**
     * The vectors as examples for a network.
     *
     * @return one per vector, in order, of shape {@code Shape.row(features)}; values rounded to float
     */
    public Examples examples() {
        return Examples.of(
                labels,
                vectors.stream()
                        .map(vector -> Example.of(vector.id(), vector.track(), vector.label(), vector.values())));
    }

    @Override
    public String toString() {
        long tracks = vectors.stream().map(FeatureVector::track).distinct().count();
        return "FeatureVectors[" + size() + " of " + tracks + " tracks, " + features.size() + " features, "
                + labels.size() + " labels]";
    }
}
