package io.github.jukelab.cli;

import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.model.ModelFile;
import io.github.jukelab.provenance.RunCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run predicted for each track, and what is true.
 *
 * @param tracks id → labels, in the order of the ids; at least one
 */
record RunResult(SortedMap<String, Labels> tracks) {

    /** The name of the table in a folder that {@code jukelab evaluate} wrote. */
    static final String PREDICTIONS = "predictions.csv";

    /** The labels of a track. */
    record Labels(String actual, String predicted) {}

    /**
     * Reads a table of predictions, a run card, a model with its card, or a folder with a table.
     *
     * @throws IOException if it is none of these, or tells no track's true label; the message names it
     */
    static RunResult read(Path path) throws IOException {
        Path file = Files.isDirectory(path) ? path.resolve(PREDICTIONS) : path;
        if (Files.isRegularFile(file) && Predictions.isCsv(file)) {
            return of(file, Predictions.readCsv(file));
        }
        if (Files.isRegularFile(file) && ModelFile.isModel(file)) {
            return of(
                    file,
                    new ChosenModel(file)
                            .load()
                            .card()
                            .orElseThrow(() -> new IOException(file + ": has no run card"))
                            .run());
        }
        return of(file, RunCard.read(file));
    }

    private static RunResult of(Path file, Predictions rows) throws IOException {
        Map<String, String> actual = new LinkedHashMap<>();
        Map<String, String> predicted = new LinkedHashMap<>();
        for (Prediction row : rows.byTrack(Vote.MEAN).rows()) {
            row.label().ifPresent(label -> actual.put(row.id(), rows.labels().get(label)));
            predicted.put(row.id(), rows.labels().get(row.predicted()));
        }
        return of(file, actual, predicted);
    }

    private static RunResult of(Path file, RunCard card) throws IOException {
        if (card.countsSegments()) {
            throw new IOException(file + ": counts segments of tracks, which cannot be compared by track");
        }
        return of(file, card.actual(), card.predictions());
    }

    private static RunResult of(Path file, Map<String, String> actual, Map<String, String> predicted)
            throws IOException {
        SortedMap<String, Labels> tracks = new TreeMap<>();
        predicted.forEach((id, label) -> {
            if (actual.containsKey(id)) {
                tracks.put(id, new Labels(actual.get(id), label));
            }
        });
        if (tracks.isEmpty()) {
            throw new IOException(file + ": has no prediction for a track whose true label is known");
        }
        return new RunResult(tracks);
    }

    /**
     * The predictions for some of its tracks: the predicted label has the probability 1.
     *
     * @param labels all that occur in the runs that are compared
     */
    Predictions predictions(Collection<String> ids, List<String> labels) {
        return new Predictions(
                labels, ids.stream().map(id -> prediction(id, labels)).toList());
    }

    private Prediction prediction(String id, List<String> labels) {
        float[] probabilities = new float[labels.size()];
        probabilities[labels.indexOf(tracks.get(id).predicted())] = 1;
        return new Prediction(id, id, labels.indexOf(tracks.get(id).actual()), probabilities);
    }
}
