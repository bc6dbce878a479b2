package io.github.jukelab.demo;

import io.github.jukelab.audio.FileWork;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.codec.LoadOptions;
import io.github.jukelab.codec.SoundDecoder;
import io.github.jukelab.prediction.FilePrediction;
import io.github.jukelab.prediction.FilePredictor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Predicts for an upload: the length is checked first, then all models use the same reading of the file. */
final class UploadPredictor {

    private final Map<String, FilePredictor> predictors = new LinkedHashMap<>();
    private final double maxSeconds;

    UploadPredictor(List<DemoModel> models, double maxSeconds) {
        // No journal is kept, so no checksum of the model's file is needed.
        models.forEach(model -> predictors.put(model.name(), new FilePredictor(model.model(), "", 1)));
        this.maxSeconds = maxSeconds;
    }

    /**
     * The models that a request asks for.
     *
     * @param named none for all
     * @return names, each once
     * @throws RequestFailure if there is no such model
     */
    Set<String> models(List<String> named) throws RequestFailure {
        if (!predictors.keySet().containsAll(named)) {
            throw RequestFailure.badRequest("There is no such model; /api/model lists them.");
        }
        return named.isEmpty() ? predictors.keySet() : new LinkedHashSet<>(named);
    }

    /**
     * Predicts for a file.
     *
     * @param models their names
     * @throws RequestFailure if the file cannot be used
     * @throws IOException if something else failed
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    PredictAnswer predict(Path file, Set<String> models) throws IOException {
        try {
            return FileWork.run(file, () -> {
                try (AudioSource source = AudioSource.open(file)) {
                    return predict(source, models);
                }
            });
        } catch (AudioException e) {
            throw RequestFailure.of(e);
        }
    }

    private PredictAnswer predict(AudioSource source, Set<String> models) throws IOException {
        requireShort(SoundDecoder.seconds(source).orElse(0));
        int channels = SoundDecoder.channels(source);
        Recording recording = Recording.of(source, LoadOptions.WHOLE.withDuration(maxSeconds + 1));
        requireShort((double) recording.length() / recording.rate());
        try (OverviewJob job = OverviewJob.of(recording)) {
            return answer(recording, channels, models, job);
        }
    }

    private PredictAnswer answer(Recording recording, int channels, Set<String> models, OverviewJob job)
            throws IOException {
        Set<String> warnings = new LinkedHashSet<>();
        List<PredictAnswer.ModelPrediction> predictions = new ArrayList<>();
        for (String model : models) {
            FilePrediction prediction = predictors.get(model).predict(model, recording);
            warnings.addAll(prediction.warnings());
            predictions.add(PredictAnswer.ModelPrediction.of(model, prediction.prediction()));
        }
        SoundOverview overview = job.get();
        return new PredictAnswer(
                (double) recording.length() / recording.rate(),
                recording.rate(),
                channels,
                List.copyOf(warnings),
                overview.waveform(),
                overview.spectrogram(),
                predictions);
    }

    private void requireShort(double seconds) throws RequestFailure {
        if (seconds > maxSeconds) {
            throw RequestFailure.tooLong(maxSeconds);
        }
    }
}
