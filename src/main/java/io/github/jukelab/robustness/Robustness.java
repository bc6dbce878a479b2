package io.github.jukelab.robustness;

import io.github.jukelab.Progress;
import io.github.jukelab.Require;
import io.github.jukelab.audio.FileBatch;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.RobustnessReport;
import io.github.jukelab.model.TrainedModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Predicts for the same tracks before and after changes. */
public final class Robustness {

    private final TrainedModel model;
    private final List<Change> changes;

    private Robustness(TrainedModel model, List<Change> changes) {
        this.model = model;
        this.changes = changes;
    }

    /**
     * Reads each track once and predicts for it, then for each of its changes. As in an evaluation, a model of windows
     * gets all windows of a track, however long it is. But each track is held in memory, with one change of it. A track
     * that cannot be read, or is too long or too short for one of the changes, is skipped and named.
     *
     * @param model with a preprocessing
     * @param tracks at least one, each of a label of the model; such as those of a test set
     * @param changes at least one, with different names, such as {@link Changes#ALL}
     * @param progress told after each track
     * @return the predictions before and after
     * @throws IOException if no track can be used; the message gives the reason of the first
     * @throws IllegalArgumentException if there is no track or no change, two changes have the same name, a track has a
     *     label that the model does not know, or the model's input is not sound
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static RobustnessReport of(TrainedModel model, List<Track> tracks, List<Change> changes, Progress progress)
            throws IOException {
        Require.atLeast("changes", 1, changes.size());
        Require.unique("changes", changes.stream().map(Change::name).toList());
        Require.atLeast("tracks", 1, tracks.size());
        tracks.forEach(track -> Require.oneOf("label of " + track.id(), model.labels(), track.label()));
        if (model.preprocessing().isEmpty()) {
            throw new IllegalArgumentException("cannot predict for sound: " + model + " has no preprocessing");
        }
        Robustness robustness = new Robustness(model, List.copyOf(changes));
        Results results = new Results();
        FileBatch.of(tracks, Track::file, Track::id).run(robustness::predict, results, progress);
        return robustness.report(tracks, results);
    }

    /** The prediction for a track before any change, then those after each. */
    private List<Prediction> predict(Track track) throws AudioException {
        Wave wave = track.read();
        List<Prediction> predictions = new ArrayList<>(List.of(predict(track, wave)));
        for (Change change : changes) {
            predictions.add(predict(track, change.of(wave)));
        }
        return predictions;
    }

    private Prediction predict(Track track, Wave wave) throws AudioException {
        Progress.checkInterrupted();
        return model.predict(Recording.of(wave))
                .forTrack(track.id(), model.labels().indexOf(track.label()));
    }

    private RobustnessReport report(List<Track> tracks, Results results) throws IOException {
        List<String> skipped = tracks.stream()
                .filter(results.skipped::containsKey)
                .map(track -> track.named(track.file().toString()) + ": " + results.skipped.get(track))
                .toList();
        if (results.predictions.isEmpty()) {
            throw new IOException("no track can be used; the first: " + skipped.get(0));
        }
        List<List<Prediction>> usable = tracks.stream()
                .filter(results.predictions::containsKey)
                .map(results.predictions::get)
                .toList();
        Map<String, Predictions> after = new LinkedHashMap<>();
        IntStream.range(0, changes.size()).forEach(i -> after.put(changes.get(i).name(), predictions(usable, i + 1)));
        return new RobustnessReport(predictions(usable, 0), after, 0, skipped);
    }

    private Predictions predictions(List<List<Prediction>> tracks, int index) {
        return new Predictions(
                model.labels(), tracks.stream().map(track -> track.get(index)).toList());
    }

    /** Collects what was predicted. */
    private static final class Results implements FileBatch.Results<Track, List<Prediction>> {

        private final Map<Track, List<Prediction>> predictions = new HashMap<>();
        private final Map<Track, String> skipped = new HashMap<>();

        @Override
        public void computed(Track track, List<Prediction> all) {
            predictions.put(track, all);
        }

        @Override
        public void skipped(Track track, AudioException reason) {
            skipped.put(track, reason.reason());
        }
    }
}
