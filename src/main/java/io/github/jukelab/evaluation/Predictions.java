package io.github.jukelab.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a model said about many examples, each joined to its file by id.
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
        if (Set.copyOf(labels).size() != labels.size()) {
            throw new IllegalArgumentException("labels must be unique, got " + labels);
        }
        Set<String> ids = new HashSet<>();
        for (Prediction row : rows) {
            if (!ids.add(row.id())) {
                throw new IllegalArgumentException("ids must be unique, got " + row.id() + " twice");
            }
            if (row.size() != labels.size()) {
                throw new IllegalArgumentException(
                        row.id() + " must have " + labels.size() + " probabilities, got " + row.size());
            }
        }
    }

    /**
     * One prediction per track, made from those of its segments; its id is the track. Tracks keep the order in which their
     * first segment comes.
     *
     * @param vote how segments are counted
     * @return as many rows as there are tracks
     * @throws IllegalArgumentException if segments of one track carry different labels
     */
    public Predictions byTrack(Vote vote) {
        List<Prediction> tracks = tracks().entrySet().stream()
                .map(track -> vote(track.getKey(), track.getValue(), vote))
                .toList();
        return new Predictions(labels, tracks);
    }

    /**
     * What a model said in several splits, one after the other, as if asked at once. A track may be on several test sets,
     * so from the second list on the number of the split stands behind each id, as in {@code blues.00000, split 2}.
     *
     * @param splits one list of predictions a split, at least one; the same labels
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
                        "all splits must know the same labels, got " + labels + " and " + split.labels);
            }
            String mark = i == 0 ? "" : ", split " + (i + 1);
            split.rows.forEach(
                    row -> rows.add(new Prediction(row.id() + mark, row.track(), row.label(), row.probabilities())));
        }
        return new Predictions(labels, rows);
    }

    /**
     * The other rows.
     *
     * @param ids of rows to leave out; others that are not there do no harm
     * @return what is left, in this order
     * @throws IllegalArgumentException if nothing is left
     */
    public Predictions without(Collection<String> ids) {
        Set<String> out = Set.copyOf(ids);
        return new Predictions(
                labels, rows.stream().filter(row -> !out.contains(row.id())).toList());
    }

    /**
     * How probable one label was said to be, true label by true label: what a figure of a model's doubts needs.
     *
     * @param label one of {@link #labels()}
     * @return by true label, in the order of the labels; in the rows' order
     * @throws IllegalArgumentException if there is no such label
     */
    public Map<String, double[]> probabilities(String label) {
        int place = labels.indexOf(label);
        if (place < 0) {
            throw new IllegalArgumentException("label must be one of " + labels + ", got " + label);
        }
        Map<String, double[]> said = new LinkedHashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            int actual = i;
            said.put(
                    labels.get(i),
                    rows.stream()
                            .filter(row -> row.label().equals(OptionalInt.of(actual)))
                            .mapToDouble(row -> row.probability(place))
                            .toArray());
        }
        return said;
    }

    /**
     * The examples whose most probable label is the true one.
     *
     * @return ids, in the rows' order
     */
    public List<String> correctIds() {
        return rows.stream()
                .filter(row -> row.label().isPresent() && row.correct())
                .map(Prediction::id)
                .toList();
    }

    /**
     * Writes a table: {@code id,track,actual,predicted} and one column of probabilities a label, named after it. Labels
     * stand as words; what holds a comma, a quote or a line break is quoted. The file appears whole or not at all.
     *
     * @param file to write; replaced if it exists, its folder made if missing
     * @throws IOException if it cannot be written
     * @see #readCsv(Path)
     */
    public void writeCsv(Path file) throws IOException {
        PredictionTable.write(this, file);
    }

    /**
     * Reads what {@link #writeCsv(Path)} wrote, every bit of it.
     *
     * @param file to read, UTF-8
     * @return the predictions
     * @throws IOException if it cannot be read, or its table is not one of predictions; the message names the file and
     *     the row
     */
    public static Predictions readCsv(Path file) throws IOException {
        return PredictionTable.read(file);
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
                throw new IllegalArgumentException("segments of " + track + " must have one label, got " + word(label)
                        + " and " + word(segment.label()));
            }
            count(segment, vote, sums);
        }
        float[] shares = new float[sums.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) (sums[i] / segments.size());
        }
        return new Prediction(track, track, label, shares);
    }

    private String word(OptionalInt label) {
        return label.isPresent() ? labels.get(label.getAsInt()) : "none";
    }

    /**
     * The true labels that an evaluation needs.
     *
     * @throws IllegalArgumentException if a row has none; the message names it
     */
    void requireLabels() {
        rows.stream().filter(row -> row.label().isEmpty()).findFirst().ifPresent(row -> {
            throw new IllegalArgumentException(
                    "an evaluation needs the true label of every row, got none for " + row.id());
        });
    }

    private static void count(Prediction segment, Vote vote, double[] sums) {
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
