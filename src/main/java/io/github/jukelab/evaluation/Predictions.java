package io.github.jukelab.evaluation;

import io.github.jukelab.Require;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A model's predictions for many examples, joined to their files by id.
 *
 * <p>Example: {@code Evaluation.of(predictions.byTrack(Vote.MEAN))}.
 *
 * <p>Notebook: 00-quick-tour
 *
 * @param labels the classes, in the order of the probabilities; unique
 * @param rows one per example, at least one; ids unique
 */
public record Predictions(List<String> labels, List<Prediction> rows) {

    /**
     * Checks that labels and ids are unique and that every row has one probability per label.
     *
     * @param labels the classes
     * @param rows one per example
     * @throws IllegalArgumentException if there is no row, a label or an id repeats, or a row has another number of
     *     probabilities than there are labels
     */
    public Predictions {
        labels = List.copyOf(labels);
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("predictions need at least one row, got none");
        }
        Require.unique("labels", labels);
        Require.unique("ids", rows.stream().map(Prediction::id).toList());
        for (Prediction row : rows) {
            if (row.size() != labels.size()) {
                throw new IllegalArgumentException(
                        row.id() + " must have " + labels.size() + " probabilities, got " + row.size());
            }
        }
    }

    /**
     * One prediction per track, combined from those of its segments; its id is the track. Tracks are in the order of
     * their first segments.
     *
     * @param vote how segments are combined
     * @return one row per track
     * @throws IllegalArgumentException if segments of one track have different labels
     */
    public Predictions byTrack(Vote vote) {
        List<Prediction> tracks = tracks().entrySet().stream()
                .map(track -> vote(track.getKey(), track.getValue(), vote))
                .toList();
        return new Predictions(labels, tracks);
    }

    /**
     * The predictions of several splits in one list. A track may be in several test sets, so the number of the split is
     * appended to each id from the second split on, as in {@code blues.00000, split 2}.
     *
     * @param splits one list of predictions per split, at least one, all with the same labels
     * @return all rows
     * @throws IllegalArgumentException if there is no split, or labels differ
     */
    public static Predictions pooled(List<Predictions> splits) {
        if (splits.isEmpty()) {
            throw new IllegalArgumentException("pooled predictions need at least one split, got none");
        }
        List<String> labels = splits.get(0).labels;
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < splits.size(); i++) {
            Predictions split = splits.get(i);
            if (!split.labels.equals(labels)) {
                throw new IllegalArgumentException(
                        "all splits must have the same labels, got " + labels + " and " + split.labels);
            }
            String suffix = i == 0 ? "" : ", split " + (i + 1);
            split.rows.forEach(
                    row -> rows.add(new Prediction(row.id() + suffix, row.track(), row.label(), row.probabilities())));
        }
        return new Predictions(labels, rows);
    }

    /**
     * All rows but some.
     *
     * @param ids of rows to exclude; unknown ids are ignored
     * @return the other rows, in the same order
     * @throws IllegalArgumentException if no row is left
     */
    public Predictions without(Collection<String> ids) {
        Set<String> excluded = Set.copyOf(ids);
        return new Predictions(
                labels,
                rows.stream().filter(row -> !excluded.contains(row.id())).toList());
    }

    /**
     * The predicted probabilities of one label, grouped by true label, for plots.
     *
     * @param label one of {@link #labels()}
     * @return true label → probabilities; labels in their order, probabilities in the order of the rows
     * @throws IllegalArgumentException if there is no such label
     */
    public Map<String, double[]> probabilities(String label) {
        int index = Require.oneOf("label", labels, label);
        Map<String, double[]> probabilities = new LinkedHashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            int actual = i;
            probabilities.put(
                    labels.get(i),
                    rows.stream()
                            .filter(row -> row.label().equals(OptionalInt.of(actual)))
                            .mapToDouble(row -> row.probability(index))
                            .toArray());
        }
        return probabilities;
    }

    /**
     * The examples whose most probable label is the true one.
     *
     * @return ids, in the order of the rows
     */
    public List<String> correctIds() {
        return rows.stream()
                .filter(row -> row.label().isPresent() && row.correct())
                .map(Prediction::id)
                .toList();
    }

    /**
     * Writes a table: {@code id,track,actual,predicted} and one column of probabilities per label, named after it; the
     * column of a label that is called like another column is named {@code label <its name>}.
     * Labels are written as names; fields with a comma, a quote or a line break are quoted. The file appears complete
     * or not at all.
     *
     * @param file to write; replaced if it exists, its folder created if missing
     * @throws IOException if it cannot be written
     * @see #readCsv(Path)
     */
    public void writeCsv(Path file) throws IOException {
        PredictionTable.write(this, file);
    }

    /**
     * Reads a table written by {@link #writeCsv(Path)}, without any loss of precision.
     *
     * @param file to read, UTF-8
     * @return the predictions
     * @throws IOException if it cannot be read, or is not a table of predictions, or a predicted label is not the most
     *     probable one; the message names the file and the line
     */
    public static Predictions readCsv(Path file) throws IOException {
        return PredictionTable.read(file);
    }

    /**
     * Whether a file is a table of predictions, by its header.
     *
     * @param file any file
     * @return whether it has the columns of one
     * @throws IOException if the file cannot be read
     */
    public static boolean isCsv(Path file) throws IOException {
        return PredictionTable.isTable(file);
    }

    /** The rows of each track, in order of first appearance. */
    Map<String, List<Prediction>> tracks() {
        return rows.stream().collect(Collectors.groupingBy(Prediction::track, LinkedHashMap::new, Collectors.toList()));
    }

    private Prediction vote(String track, List<Prediction> segments, Vote vote) {
        OptionalInt label = segments.get(0).label();
        double[] sums = new double[labels.size()];
        for (Prediction segment : segments) {
            if (!segment.label().equals(label)) {
                throw new IllegalArgumentException("segments of " + track + " must have one label, got "
                        + labelName(label) + " and " + labelName(segment.label()));
            }
            add(segment, vote, sums);
        }
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / segments.size());
        }
        return new Prediction(track, track, label, means);
    }

    private String labelName(OptionalInt label) {
        return label.isPresent() ? labels.get(label.getAsInt()) : "none";
    }

    /**
     * Checks that every row has a true label, as an evaluation requires.
     *
     * @throws IllegalArgumentException if a row has none; the message names it
     */
    void requireLabels() {
        rows.stream().filter(row -> row.label().isEmpty()).findFirst().ifPresent(row -> {
            throw new IllegalArgumentException(
                    "an evaluation needs the true label of every row, got none for " + row.id());
        });
    }

    private static void add(Prediction segment, Vote vote, double[] sums) {
        switch (vote) {
            case MAJORITY -> sums[segment.predicted()]++;
            case MEAN -> {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += segment.probability(i);
                }
            }
        }
    }

    @Override
    public String toString() {
        return "Predictions[" + rows.size() + " examples, " + labels.size() + " labels]";
    }
}
