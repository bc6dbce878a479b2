package io.github.jukelab.cli;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.FileBatch;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model predicts for the tracks of a data set. A few sounds are in memory at a time, one per core.
 *
 * @param predictions one row per track that could be read, in the order of the tracks: the mean over its windows
 * @param skipped a line per other track, with file and reason
 */
record PredictedTracks(Predictions predictions, List<String> skipped) {

    /** Inputs are computed by all cores; the model predicts for one track after the other. */
    private static final class Results implements FileBatch.Results<Track, Examples> {

        private final TrainedModel model;
        private final Path folder;
        private final Map<String, Prediction> rows = new HashMap<>();
        private final List<String> skipped = new ArrayList<>();

        Results(TrainedModel model, Path folder) {
            this.model = model;
            this.folder = folder;
        }

        @Override
        public void computed(Track track, Examples examples) {
            Predictions voted = model.predict(examples).byTrack(Vote.MEAN);
            rows.put(track.id(), voted.rows().get(0));
        }

        @Override
        public void skipped(Track track, AudioException reason) {
            skipped.add(folder.relativize(track.file()) + ": " + reason.reason());
        }
    }

    /**
     * Reads the tracks and predicts for them.
     *
     * @param dataset its labels are labels of the model
     * @throws IOException if no track can be read; the message gives the reason of one; or if the model's input is not sound
     */
    static PredictedTracks of(TrainedModel model, Dataset dataset, Progress progress) throws IOException {
        Preprocessing input = model.preprocessing()
                .orElseThrow(
                        () -> new IOException("the model cannot predict for sounds: its input is rows of numbers"));
        Results results = new Results(model, dataset.folder());
        FileBatch.of(dataset.tracks(), Track::file, Track::id)
                .run(
                        track -> Examples.of(model.labels(), input.examples(track, Wave.read(track.file()))),
                        results,
                        progress);
        results.skipped.sort(null);
        if (results.rows.isEmpty()) {
            throw new IOException("no track can be used; the first: " + results.skipped.get(0));
        }
        List<Prediction> rows = dataset.trackIds().stream()
                .filter(results.rows::containsKey)
                .map(results.rows::get)
                .toList();
        return new PredictedTracks(new Predictions(model.labels(), rows), results.skipped);
    }
}
