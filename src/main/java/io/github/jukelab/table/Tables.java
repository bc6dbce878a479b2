package io.github.jukelab.table;

import io.github.jukelab.Require;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Finding;
import io.github.jukelab.dataset.ImportReport;
import io.github.jukelab.dataset.IntegrityReport;
import io.github.jukelab.dataset.LeakageReport;
import io.github.jukelab.dataset.Neighbour;
import io.github.jukelab.dataset.Overlap;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.Subset;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.BenchmarkResult;
import io.github.jukelab.evaluation.Calibration;
import io.github.jukelab.evaluation.ChangeEffect;
import io.github.jukelab.evaluation.Coverage;
import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.LearningCurve;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.RobustnessReport;
import io.github.jukelab.extraction.FeatureTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Tables of data sets, their faults, their splits and their tracks' features.
 *
 * <p>Notebook: 00-quick-tour
 */
public final class Tables {

    private static final String LABEL = "label";

    private Tables() {}

    /**
     * The tracks of a data set.
     *
     * @param dataset what to list
     * @return columns track, label, artist (missing if unknown), file (name only), all text; one row per track
     */
    public static Table of(Dataset dataset) {
        List<Track> tracks = dataset.tracks();
        return Table.create(
                dataset.title(),
                text("track", tracks, Track::id),
                text("label", tracks, Track::label),
                text("artist", tracks, track -> track.artist().orElse("")),
                text("file", tracks, track -> track.file().getFileName().toString()));
    }

    /**
     * The faults found when the files of a data set were checked.
     *
     * @param report the report
     * @return columns file, track, fault, detail, all text; one row per finding, none for a perfect copy
     */
    public static Table of(IntegrityReport report) {
        return findings(report.dataset() + ", findings", report.findings());
    }

    /**
     * The files that an import skipped or found faulty.
     *
     * @param report the report
     * @return columns file, track, fault, detail, all text; one row per finding
     */
    public static Table of(ImportReport report) {
        return findings("import, findings", report.findings());
    }

    /**
     * What each track or segment of the test set shares with training.
     *
     * @param report the report
     * @return columns id, track, label, artist (missing if unknown), "tracks by artist in train" (whole numbers),
     *     "track in train" (yes or no) and, if the report has neighbours, nearest, "nearest label", "nearest artist"
     *     and distance; one row per track or segment
     */
    public static Table of(LeakageReport report) {
        List<Overlap> test = report.test();
        Table table = Table.create(
                report.split() + ", leakage",
                text("id", test, Overlap::id),
                text("track", test, overlap -> overlap.track().id()),
                text("label", test, overlap -> overlap.track().label()),
                text("artist", test, overlap -> overlap.track().artist().orElse("")),
                IntColumn.create(
                        "tracks by artist in train",
                        test.stream()
                                .mapToInt(overlap -> overlap.artistInTraining().size())
                                .toArray()),
                text("track in train", test, overlap -> overlap.trackInTraining() ? "yes" : "no"));
        List<Neighbour> nearest =
                test.stream().flatMap(overlap -> overlap.nearest().stream()).toList();
        return nearest.isEmpty() ? table : table.addColumns(neighbours(nearest));
    }

    private static Column<?>[] neighbours(List<Neighbour> nearest) {
        return new Column<?>[] {
            text("nearest", nearest, Neighbour::id),
            text("nearest label", nearest, neighbour -> neighbour.track().label()),
            text(
                    "nearest artist",
                    nearest,
                    neighbour -> neighbour.track().artist().orElse("")),
            DoubleColumn.create(
                    "distance",
                    nearest.stream().mapToDouble(Neighbour::distance).toArray())
        };
    }

    /**
     * The predicted label of each track without probabilities and true labels, such as for a submission to a challenge.
     *
     * @param predictions one row per track
     * @param files the file of each track by its id, such as {@code blues.00000}
     * @return columns filename (with its folder's name, such as {@code blues/blues00000.png}) and prediction (the
     *     label), both text; one row per prediction, in their order
     * @throws IllegalArgumentException if a track has no file
     */
    public static Table of(Predictions predictions, Map<String, Path> files) {
        List<Prediction> rows = predictions.rows();
        return Table.create(
                "predictions",
                text("filename", rows, row -> filename(row.track(), files)),
                text("prediction", rows, row -> predictions.labels().get(row.predicted())));
    }

    private static String filename(String track, Map<String, Path> files) {
        Path file = files.get(track);
        if (file == null) {
            throw new IllegalArgumentException("there must be a file for each track, got none for " + track);
        }
        return file.toAbsolutePath().getParent().getFileName() + "/" + file.getFileName();
    }

    /**
     * What the test sets of several protocols share with training.
     *
     * @param protocols name → splits, such as {@link io.github.jukelab.dataset.Splits#protocols}
     * @param dataset the data set that was split
     * @return columns protocol (text), splits, train and test (of the first split) as whole numbers, "track in train %"
     *     and "artist in train %": shares of the test tracks or segments of all splits; one row per protocol
     * @throws IllegalArgumentException if the data set has no track for an id
     */
    public static Table leakage(Map<String, List<Split>> protocols, Dataset dataset) {
        List<List<Split>> splits = List.copyOf(protocols.values());
        List<List<LeakageReport>> reports = splits.stream()
                .map(some -> some.stream()
                        .map(split -> LeakageReport.of(split, dataset))
                        .toList())
                .toList();
        return Table.create(
                "leakage by protocol",
                StringColumn.create("protocol", protocols.keySet()),
                count("splits", splits, List::size),
                count("train", splits, some -> some.get(0).train().size()),
                count("test", splits, some -> some.get(0).test().size()),
                shared("track in train %", reports, LeakageReport::sharingTrack),
                shared("artist in train %", reports, LeakageReport::sharingArtist));
    }

    private static IntColumn count(String name, List<List<Split>> protocols, ToIntFunction<List<Split>> count) {
        return IntColumn.create(name, protocols.stream().mapToInt(count).toArray());
    }

    private static DoubleColumn shared(
            String name, List<List<LeakageReport>> protocols, Function<LeakageReport, List<Overlap>> shared) {
        return DoubleColumn.create(
                name,
                protocols.stream()
                        .mapToDouble(reports -> percent(reports, shared))
                        .toArray());
    }

    /** Rounded to a tenth. */
    private static double percent(List<LeakageReport> reports, Function<LeakageReport, List<Overlap>> shared) {
        double test = reports.stream().mapToInt(report -> report.test().size()).sum();
        double sharing =
                reports.stream().mapToInt(report -> shared.apply(report).size()).sum();
        return Math.round(1000 * sharing / test) / 10.0;
    }

    /**
     * Accuracies of the same models under several protocols.
     *
     * @param results at least one, of the same models
     * @return columns protocol (text), tracks (test tracks, whole number), "chance %" and "majority %", then one per
     *     model: the accuracy in % with its 95 % interval, text; one row per result
     * @throws IllegalArgumentException if there is no result, or the models differ
     */
    public static Table accuracies(List<BenchmarkResult> results) {
        return Accuracies.of(results);
    }

    /**
     * A learning curve.
     *
     * @param curve of one or more models
     * @return columns per class (text), test tracks (whole numbers), and for each model its mean accuracy in per cent with
     *     the 10th and 90th percentile of its draws (text; missing if it has no such size); one row per size
     */
    public static Table learningCurve(LearningCurve curve) {
        return LearningCurveTable.of(curve);
    }

    /**
     * The numbers that stand for labels in a model: as of scikit-learn's {@code LabelEncoder} if the labels are in
     * alphabetical order.
     *
     * @param labels in the order of the model's outputs
     * @return columns label (text) and number (whole numbers from 0); one row per label
     */
    public static Table labelNumbers(List<String> labels) {
        return Table.create(
                "label numbers",
                StringColumn.create(LABEL, labels),
                IntColumn.create("number", IntStream.range(0, labels.size()).toArray()));
    }

    /**
     * The number of tracks or segments of each label in each subset of a split.
     *
     * @param split of tracks or of segments
     * @param dataset the data set that was split
     * @return columns label (text), train, validation, test (whole numbers); one row per label
     */
    public static Table counts(Split split, Dataset dataset) {
        var counts = split.counts(dataset);
        StringColumn labels = StringColumn.create("label", counts.keySet());
        Table table = Table.create(split.name(), labels);
        for (Subset subset : Subset.values()) {
            int[] column =
                    counts.values().stream().mapToInt(row -> row.get(subset)).toArray();
            table.addColumns(IntColumn.create(subset.toString(), column));
        }
        return table;
    }

    /**
     * A feature table, for viewing, filtering and plotting.
     *
     * @param features the rows
     * @return columns filename and label (text), length (whole numbers), the features (doubles); one row per track
     *     or segment
     */
    public static Table of(FeatureTable features) {
        List<FeatureTable.Row> rows = features.rows();
        Table table = Table.create("features", text("filename", rows, FeatureTable.Row::filename));
        table.addColumns(IntColumn.create(
                "length", rows.stream().mapToInt(FeatureTable.Row::length).toArray()));
        for (int i = 0; i < features.features().size(); i++) {
            int index = i;
            double[] values =
                    rows.stream().mapToDouble(row -> row.features().get(index)).toArray();
            table.addColumns(DoubleColumn.create(features.features().get(i), values));
        }
        return table.addColumns(text("label", rows, FeatureTable.Row::label));
    }

    /**
     * Statistics of each column of numbers.
     *
     * @param table any
     * @return columns column (text), missing (whole numbers), mean, std (of the population), min, median and max, all
     *     without missing values and in the column's unit; one row per column of numbers
     */
    public static Table describe(Table table) {
        return Description.of(table);
    }

    /**
     * Accuracies of models on the same tracks.
     *
     * @param name of the table, such as the split's
     * @param models their names
     * @param evaluations one per model
     * @return columns model (text), "accuracy %", "low %" and "high %" (accuracy and its 95 % interval) and tracks
     *     (whole numbers); one row per model
     * @throws IllegalArgumentException if the numbers of models and evaluations differ
     */
    public static Table results(String name, List<?> models, List<Evaluation> evaluations) {
        if (models.size() != evaluations.size()) {
            throw new IllegalArgumentException(
                    "results need one evaluation per model, got " + evaluations.size() + " for " + models.size());
        }
        return Table.create(
                name,
                text("model", models, Object::toString),
                percent("accuracy %", evaluations, Evaluation::accuracy),
                percent(
                        "low %",
                        evaluations, evaluation -> evaluation.interval().low()),
                percent(
                        "high %",
                        evaluations, evaluation -> evaluation.interval().high()),
                IntColumn.create(
                        "tracks",
                        evaluations.stream().mapToInt(Evaluation::tracks).toArray()));
    }

    /**
     * The bins of a calibration.
     *
     * @param calibration of one model
     * @return columns "from %" and "to %" (the range of confidence), answers (whole numbers), "confidence %" (mean),
     *     "accuracy %", "low %" and "high %" (its 95 % interval); one row per bin with answers
     */
    public static Table of(Calibration calibration) {
        List<Calibration.Bin> bins = calibration.bins();
        return Table.create(
                "calibration",
                percent("from %", bins, Calibration.Bin::low),
                percent("to %", bins, Calibration.Bin::high),
                IntColumn.create(
                        "answers",
                        bins.stream().mapToInt(Calibration.Bin::count).toArray()),
                percent("confidence %", bins, Calibration.Bin::confidence),
                percent("accuracy %", bins, Calibration.Bin::accuracy),
                percent("low %", bins, bin -> bin.interval().low()),
                percent("high %", bins, bin -> bin.interval().high()));
    }

    /**
     * What abstaining brings at each threshold.
     *
     * @param coverage of one model
     * @return columns "abstain below", answers (whole numbers), "answered %", "accuracy %", "low %" and "high %" (its 95
     *     % interval); one row per threshold with answers
     */
    public static Table of(Coverage coverage) {
        List<Coverage.Point> points = coverage.points();
        return Table.create(
                "coverage",
                DoubleColumn.create(
                        "abstain below",
                        points.stream().mapToDouble(Coverage.Point::threshold).toArray()),
                IntColumn.create(
                        "answers",
                        points.stream().mapToInt(Coverage.Point::answered).toArray()),
                percent("answered %", points, Coverage.Point::coverage),
                percent("accuracy %", points, Coverage.Point::accuracy),
                percent("low %", points, point -> point.interval().low()),
                percent("high %", points, point -> point.interval().high()));
    }

    /**
     * What each change of the sounds does to the answers of a model.
     *
     * @param report before and after the changes
     * @return columns change (text), tracks and changed (whole numbers), "changed %", "low %" and "high %" (share of
     *     answers that are different, and its 95 % interval), "right to wrong" and "wrong to right" (whole numbers),
     *     "accuracy before %" and "accuracy after %"; one row per change
     */
    public static Table of(RobustnessReport report) {
        List<ChangeEffect> effects = report.effects();
        return Table.create(
                "robustness",
                text("change", effects, ChangeEffect::change),
                whole("tracks", effects, ChangeEffect::tracks),
                whole("changed", effects, ChangeEffect::changed),
                percent("changed %", effects, ChangeEffect::share),
                percent("low %", effects, effect -> effect.interval().low()),
                percent("high %", effects, effect -> effect.interval().high()),
                whole("right to wrong", effects, ChangeEffect::lost),
                whole("wrong to right", effects, ChangeEffect::gained),
                percent("accuracy before %", effects, ChangeEffect::accuracyBefore),
                percent("accuracy after %", effects, ChangeEffect::accuracyAfter));
    }

    private static <T> IntColumn whole(String name, List<T> rows, ToIntFunction<T> value) {
        return IntColumn.create(name, rows.stream().mapToInt(value).toArray());
    }

    /**
     * The learning rates of a training, such as those of one that reduces its rate on a plateau.
     *
     * @param history its epochs
     * @return columns "from epoch" and "to epoch" (whole numbers), "learning rate", and "lowest validation loss" of
     *     these epochs; one row for each stretch of epochs at one rate
     */
    public static Table learningRates(History history) {
        List<List<Epoch>> stretches = new ArrayList<>();
        for (Epoch epoch : history.epochs()) {
            if (stretches.isEmpty()
                    || stretches.get(stretches.size() - 1).get(0).learningRate() != epoch.learningRate()) {
                stretches.add(new ArrayList<>());
            }
            stretches.get(stretches.size() - 1).add(epoch);
        }
        return Table.create(
                "learning rates",
                IntColumn.create(
                        "from epoch",
                        stretches.stream()
                                .mapToInt(some -> some.get(0).number())
                                .toArray()),
                IntColumn.create(
                        "to epoch",
                        stretches.stream()
                                .mapToInt(some -> some.get(some.size() - 1).number())
                                .toArray()),
                DoubleColumn.create(
                        "learning rate",
                        stretches.stream()
                                .mapToDouble(some -> some.get(0).learningRate())
                                .toArray()),
                DoubleColumn.create(
                        "lowest validation loss",
                        stretches.stream()
                                .mapToDouble(some -> some.stream()
                                        .mapToDouble(Epoch::validationLoss)
                                        .min()
                                        .orElseThrow())
                                .toArray()));
    }

    /** Rounded to a tenth; the intervals are much wider than that. */
    static <T> DoubleColumn percent(String name, List<T> rows, ToDoubleFunction<T> share) {
        return DoubleColumn.create(
                name,
                rows.stream()
                        .mapToDouble(row -> Math.round(1000 * share.applyAsDouble(row)) / 10.0)
                        .toArray());
    }

    /**
     * The values of one column by label, such as for a plot of one feature.
     *
     * @param table with a text column {@code label}
     * @param column of numbers
     * @return label → values without missing ones; labels in the order of their first rows
     * @throws IllegalArgumentException if there is no such column
     */
    public static Map<String, double[]> byLabel(Table table, String column) {
        Map<String, double[]> values = new LinkedHashMap<>();
        Require.oneOf("column", table.columnNames(), column);
        StringColumn labels = table.stringColumn(LABEL);
        double[] all = table.numberColumn(column).asDoubleArray();
        for (String label : labels(table)) {
            values.put(
                    label,
                    IntStream.range(0, all.length)
                            .filter(row -> labels.get(row).equals(label))
                            .mapToDouble(row -> all[row])
                            .filter(Double::isFinite)
                            .toArray());
        }
        return values;
    }

    /** The unique labels in the order of their first rows; the column's {@code unique()} does not keep the order. */
    private static Set<String> labels(Table table) {
        return new LinkedHashSet<>(table.stringColumn(LABEL).asList());
    }

    /**
     * Mean over the tracks of each label.
     *
     * @param table with a text column {@code label}
     * @param columns of numbers
     * @return columns label (text) and the given ones, in their units; one row per label, in the order of their first
     *     rows
     * @throws IllegalArgumentException if there is no such column
     */
    public static Table means(Table table, String... columns) {
        StringColumn labels = StringColumn.create(LABEL, labels(table));
        Table means = Table.create("means by label", labels);
        for (String column : columns) {
            double[] values = byLabel(table, column).values().stream()
                    .mapToDouble(group -> Arrays.stream(group).average().orElse(Double.NaN))
                    .toArray();
            means.addColumns(DoubleColumn.create(column, values));
        }
        return means;
    }

    /**
     * How well each feature separates the labels: the share of its variance that is between the labels' means, not
     * within labels ({@code eta squared}). 0: all labels have the same mean; 1: the label determines the value. The
     * expected value for random labels is {@code (labels - 1) / (tracks - 1)}.
     *
     * @param table with a text column {@code label}
     * @return columns feature (text) and "share between labels"; the largest first, without constant columns
     */
    public static Table etaSquared(Table table) {
        List<String> names = table.numericColumns().stream().map(Column::name).toList();
        double[] shares = names.stream()
                .mapToDouble(name -> EtaSquared.share(byLabel(table, name).values()))
                .toArray();
        return Table.create(
                        "eta squared by feature",
                        StringColumn.create("feature", names),
                        DoubleColumn.create("share between labels", shares))
                .dropRowsWithMissingValues()
                .sortDescendingOn("share between labels");
    }

    private static Table findings(String name, List<Finding> findings) {
        return Table.create(
                name,
                text("file", findings, Finding::file),
                text("track", findings, Finding::track),
                text("fault", findings, finding -> finding.fault().name()),
                text("detail", findings, Finding::detail));
    }

    private static <T> Column<?> text(String name, List<T> rows, Function<T, String> value) {
        return StringColumn.create(name, rows.stream().map(value).toList());
    }
}
