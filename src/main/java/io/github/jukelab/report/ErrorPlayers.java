package io.github.jukelab.report;

import io.github.jukelab.Progress;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.ConfusionMatrix;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A confusion matrix that one can listen to: a cell opens the players of its predictions, with their probabilities.
 * Below it are the ten worst predictions, the wrong ones with the highest probability. Immutable.
 *
 * <p>The ten worst get a player first, then one error of each cell, then a second of each, and so on, until there are as
 * many as the {@link Limits} allow. How many are left without one is told.
 */
public final class ErrorPlayers {

    /**
     * How much sound there is at most. A second of sound takes 11 KB.
     *
     * @param players in all, at least 10
     * @param perCell players in one cell beside the ten worst, at least 1
     * @param seconds of one sound: the middle of a longer one
     * @param correct whether correct predictions get what the errors leave, the least probable ones first
     */
    public record Limits(int players, int perCell, double seconds, boolean correct) {

        /** For a notebook, which has other outputs, too: at most 0.45 MB. */
        public static final Limits NOTEBOOK = new Limits(12, 12, 3, false);

        /** For a page of its own: at most 20 MB. */
        public static final Limits PAGE = new Limits(300, 10, 5, true);

        /**
         * Checks the numbers.
         *
         * @param players in all, at least 10
         * @param perCell players in one cell, at least 1
         * @param seconds of one sound, positive
         * @param correct whether correct predictions may get players
         * @throws IllegalArgumentException if a number is too small
         */
        public Limits {
            if (players < WORST || perCell < 1 || !(seconds > 0)) {
                throw new IllegalArgumentException("limits must be at least " + WORST
                        + " players, 1 in a cell, and a positive time, got " + players + ", " + perCell + ", "
                        + seconds);
            }
        }
    }

    private static final int WORST = 10;

    private final ErrorTables tables;

    private ErrorPlayers(ErrorTables tables) {
        this.tables = tables;
    }

    /**
     * Reads the sounds.
     *
     * @param predictions with true labels, for tracks or parts of them
     * @param dataset their tracks; a file that cannot be read is named where its player would be
     * @param span which part of its track each prediction is for
     * @param limits how much sound there is at most
     * @param progress told after each sound
     * @return the matrix with its sounds
     * @throws IOException if something else than a file failed
     * @throws IllegalArgumentException if a prediction has no true label, or its track is not in the data set
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static ErrorPlayers of(
            Predictions predictions, Dataset dataset, PredictedSpan span, Limits limits, Progress progress)
            throws IOException {
        ConfusionMatrix confusion = Evaluation.of(predictions).confusion();
        Map<String, Track> tracks = dataset.tracksOf(
                predictions.rows().stream().map(Prediction::track).distinct().toList());
        List<Prediction> errors = errors(predictions);
        List<Prediction> chosen = chosen(errors, predictions, limits);
        Map<String, ClipReader.Excerpt> excerpts =
                new ClipReader(tracks, span, limits.seconds()).read(chosen, progress);
        Map<ErrorTables.Cell, List<Clip>> cells = chosen.stream()
                .collect(Collectors.groupingBy(
                        ErrorTables.Cell::of,
                        Collectors.mapping(row -> clip(row, predictions, excerpts), Collectors.toUnmodifiableList())));
        List<Clip> worst = errors.stream()
                .limit(WORST)
                .map(row -> clip(row, predictions, excerpts))
                .toList();
        return new ErrorPlayers(new ErrorTables(confusion, cells, worst));
    }

    private static double confidence(Prediction row) {
        return row.probability(row.predicted());
    }

    /** The most probable first. */
    private static List<Prediction> errors(Predictions predictions) {
        return predictions.rows().stream()
                .filter(row -> !row.correct())
                .sorted(Comparator.comparingDouble(ErrorPlayers::confidence).reversed())
                .toList();
    }

    private static List<Prediction> chosen(List<Prediction> errors, Predictions predictions, Limits limits) {
        List<Prediction> correct = limits.correct()
                ? predictions.rows().stream()
                        .filter(Prediction::correct)
                        .sorted(Comparator.comparingDouble(ErrorPlayers::confidence))
                        .toList()
                : List.of();
        return Stream.of(errors.stream().limit(WORST), turns(errors, limits), turns(correct, limits))
                .flatMap(Function.identity())
                .distinct()
                .limit(limits.players())
                .toList();
    }

    /** One of each cell, then a second of each, and so on. */
    private static Stream<Prediction> turns(List<Prediction> rows, Limits limits) {
        Map<ErrorTables.Cell, List<Prediction>> cells = rows.stream()
                .collect(Collectors.groupingBy(ErrorTables.Cell::of, LinkedHashMap::new, Collectors.toList()));
        return IntStream.range(0, limits.perCell()).boxed().flatMap(turn -> cells.values().stream()
                .filter(cell -> cell.size() > turn)
                .map(cell -> cell.get(turn)));
    }

    private static Clip clip(Prediction row, Predictions predictions, Map<String, ClipReader.Excerpt> excerpts) {
        ClipReader.Excerpt excerpt = excerpts.get(row.id());
        return new Clip(
                row.id(),
                predictions.labels().get(row.actual()),
                predictions.labels().get(row.predicted()),
                confidence(row),
                row.probability(row.actual()),
                excerpt.sound(),
                excerpt.note());
    }

    /**
     * Matrix and ten worst, for a cell's output.
     *
     * @return a fragment of HTML without script
     */
    public String html() {
        return tables.matrix() + tables.worst(false);
    }

    /** The same for a page, with one more player for each of the ten worst. */
    String htmlWithAllPlayers() {
        return tables.matrix() + tables.worst(true);
    }

    /**
     * The ten worst in plain text, for readers without HTML.
     *
     * @return a line with the number of correct predictions, then a table with a line for each of the worst
     */
    public String text() {
        return tables.text();
    }

    @Override
    public String toString() {
        return "ErrorPlayers[" + tables.summary() + "]";
    }
}
