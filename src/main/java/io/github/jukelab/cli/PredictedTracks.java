package io.github.jukelab.cli;

import io.github.jukelab.PathText;
import io.github.jukelab.Progress;
import io.github.jukelab.audio.FileBatch;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.Calibration;
import io.github.jukelab.evaluation.Coverage;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.prediction.FilePrediction;
import io.github.jukelab.prediction.FilePredictor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model predicts for the tracks of a data set. Files are read block by block, so memory does not grow with their
 * length.
 *
 * @param dataset the tracks that could be read
 * @param predictions one row per track, in their order: the mean over its windows
 * @param skipped a line per other track, with file and reason
 * @param warnings a line each, with the file
 */
record PredictedTracks(Dataset dataset, Predictions predictions, List<String> skipped, List<String> warnings) {

    /** Collects what was predicted. */
    private static final class Results implements FileBatch.Results<Track, FilePrediction> {

        private final Dataset dataset;
        private final List<String> labels;
        private final Map<Track, Prediction> rows = new HashMap<>();
        private final List<String> skipped = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();

        Results(Dataset dataset, List<String> labels) {
            this.dataset = dataset;
            this.labels = labels;
        }

        private String name(Track track) {
            return track.named(PathText.of(dataset.folder().relativize(track.file())));
        }

        @Override
        public void computed(Track track, FilePrediction file) {
            rows.put(track, file.prediction().forTrack(track.id(), labels.indexOf(track.label())));
            file.warnings().forEach(warning -> warnings.add(file.file() + ": " + warning));
        }

        @Override
        public void skipped(Track track, AudioException reason) {
            skipped.add(name(track) + ": " + reason.reason());
        }

        private PredictedTracks all() throws IOException {
            skipped.sort(null);
            warnings.sort(null);
            List<Track> tracks =
                    dataset.tracks().stream().filter(rows::containsKey).toList();
            if (tracks.isEmpty()) {
                throw new IOException("no track can be used; the first: " + skipped.get(0));
            }
            return new PredictedTracks(
                    new Dataset(dataset.info(), dataset.folder(), tracks),
                    new Predictions(labels, tracks.stream().map(rows::get).toList()),
                    skipped,
                    warnings);
        }
    }

    /**
     * Reads the tracks and predicts for them.
     *
     * @param dataset its labels are labels of the model
     * @throws IOException if no track can be read; the message gives the reason of one
     */
    static PredictedTracks of(FilePredictor predictor, Dataset dataset, Progress progress) throws IOException {
        Results results = new Results(dataset, predictor.model().labels());
        FileBatch.of(dataset.tracks(), Track::file, Track::id)
                .run(track -> predictor.predict(results.name(track), track.file(), track.options()), results, progress);
        return results.all();
    }

    /** With an interval over groups where they are known. */
    Evaluation evaluation(long seed) {
        return Evaluation.of(predictions, dataset.artistGroups(), seed);
    }

    /** The same without some tracks; others must be left. */
    Evaluation evaluationWithout(Collection<String> ids, long seed) {
        return Evaluation.of(predictions.without(ids), dataset.artistGroups(), seed);
    }

    Calibration calibration(long seed) {
        return Calibration.of(predictions, dataset.artistGroups(), seed);
    }

    Coverage coverage(long seed) {
        return Coverage.of(predictions, dataset.artistGroups(), seed);
    }
}
