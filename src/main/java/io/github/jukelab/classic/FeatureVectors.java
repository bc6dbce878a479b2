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
 * Labelled rows of numbers with named columns, each with its id and its track: what classical models learn from.
 * Immutable. Subsets share the values.
 *
 * <p>Example: {@code samples.on(split, Subset.TRAIN)}.
 */
public final class FeatureVectors {

    private final List<String> features;
    private final List<String> labels;
    private final List<Row> rows;

    /** A sample whose label is a place in the list; its values are never written to. */
    private record Row(String id, String track, int actual, double[] values) {}

    private FeatureVectors(List<String> features, List<String> labels, List<Row> rows) {
        this.features = features;
        this.labels = labels;
        this.rows = rows;
    }

    /**
     * Collects samples.
     *
     * @param features the names of the columns, unique, at least one
     * @param labels the classes, unique; predictions list their probabilities in this order
     * @param samples at least one; ids unique, one finite value per feature
     * @return the samples, in the list's order
     * @throws IllegalArgumentException if there is no sample or no feature, a name repeats, a label is not in the list,
     *     or values are too few, too many or not finite
     */
    public static FeatureVectors of(List<String> features, List<String> labels, List<FeatureVector> samples) {
        requireUnique("features", features);
        requireUnique("labels", labels);
        requireUnique("ids", samples.stream().map(FeatureVector::id).toList());
        List<String> names = List.copyOf(features);
        List<String> classes = List.copyOf(labels);
        return new FeatureVectors(
                names,
                classes,
                samples.stream().map(sample -> row(sample, names, classes)).toList());
    }

    /**
     * The rows of a feature table, of whole tracks or of segments. The column {@code length} is no feature: it says where a
     * recording was cut.
     *
     * @param table at least one row
     * @param dataset with the track of every row; its labels are the classes
     * @return one vector per row, in the table's order; ids are those of the tracks or segments
     * @throws IllegalArgumentException if a row has no track in the data set or another label, or there is no row
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
            throw new IllegalArgumentException("samples need " + what + ", got none");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(what + " must be unique, got " + name + " twice");
            }
        }
    }

    private static Row row(FeatureVector sample, List<String> features, List<String> labels) {
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
    public List<FeatureVector> vectors() {
        return rows.stream()
                .map(row -> new FeatureVector(row.id, row.track, labels.get(row.actual), row.values))
                .toList();
    }

    /**
     * The same with the logarithms of some features in the place of their values. For what is never negative and has a
     * long tail, such as variances: afterwards equal ratios are equal distances. A logarithm is learnt from no row, so
     * it may be taken before subsets are parted.
     *
     * @param names of these features; the others stay as they are
     * @return the samples with natural logarithms, under the same names
     * @throws IllegalArgumentException if there is no such feature, or a value of it is not positive
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
     * The samples' ids.
     *
     * @return unique, in order
     */
    public List<String> ids() {
        return rows.stream().map(Row::id).toList();
    }

    /**
     * Which track each vector is of: what a split of segments needs.
     *
     * @return id → track id, in order
     */
    public Segments segments() {
        Map<String, String> trackIds = new LinkedHashMap<>();
        rows.forEach(row -> trackIds.put(row.id, row.track));
        return new Segments(trackIds);
    }

    /**
     * The values by id: what a {@link io.github.jukelab.dataset.LeakageReport} looks for neighbours in.
     *
     * @return id → copied values, in order
     */
    public Map<String, double[]> rows() {
        Map<String, double[]> values = new LinkedHashMap<>();
        rows.forEach(row -> values.put(row.id, row.values.clone()));
        return values;
    }

    /**
     * One side of a split or several: the samples whose track is on it or, if the split is {@linkplain Split#sharesTracks() by
     * row}, who are on it themselves.
     *
     * @param split who is where
     * @param subsets which
     * @return the samples, in this order
     * @throws IllegalArgumentException if none is in these subsets
     */
    public FeatureVectors on(Split split, Subset... subsets) {
        Set<String> ids = Arrays.stream(subsets)
                .flatMap(subset -> split.ids(subset).stream())
                .collect(Collectors.toSet());
        FeatureVectors kept = where(row -> ids.contains(row.id) || ids.contains(row.track));
        if (kept.rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "none of " + size() + " samples is on the " + names(subsets) + " set of " + split);
        }
        return kept;
    }

    private static String names(Subset... subsets) {
        return Arrays.stream(subsets).map(Subset::toString).collect(Collectors.joining(" or "));
    }

    /** Those of some tracks; may be none. */
    FeatureVectors ofTracks(Set<String> tracks) {
        return where(row -> tracks.contains(row.track));
    }

    /** Those of all other tracks; may be none. */
    FeatureVectors withoutTracks(Set<String> tracks) {
        return where(row -> !tracks.contains(row.track));
    }

    private FeatureVectors where(Predicate<Row> kept) {
        return new FeatureVectors(features, labels, rows.stream().filter(kept).toList());
    }

    /** The track of a sample. */
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
    FeatureVectors with(double[][] values) {
        List<Row> changed = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Row row = rows.get(i);
            changed.add(new Row(row.id, row.track, row.actual, values[i]));
        }
        return new FeatureVectors(features, labels, changed);
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
        return "FeatureVectors[" + size() + " of " + tracks + " tracks, " + features.size() + " features, "
                + labels.size() + " labels]";
    }
}
