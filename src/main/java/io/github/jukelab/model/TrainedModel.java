package io.github.jukelab.model;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.SoundPrediction;
import io.github.jukelab.evaluation.Temperature;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Preprocessing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A model that predicts a probability per label, whatever its kind. */
public interface TrainedModel {

    /**
     * The classes.
     *
     * @return in the order of the probabilities
     */
    List<String> labels();

    /**
     * How a sound becomes its input.
     *
     * @return the settings; empty if its input is not sound but, for instance, rows of numbers
     */
    Optional<Preprocessing> preprocessing();

    /**
     * The temperature that calibrates its probabilities for whole sounds.
     *
     * @return {@link Temperature#NONE} if none was fitted
     */
    default Temperature temperature() {
        return Temperature.NONE;
    }

    /**
     * The same model with a temperature.
     *
     * @param temperature fitted to its predictions for whole tracks, each the mean over its examples
     * @return a copy; its predictions for examples are the same, those for sounds are calibrated
     */
    TrainedModel withTemperature(Temperature temperature);

    /**
     * Predicts for examples. A temperature is not applied, as it is for whole sounds.
     *
     * @param examples of the model's shape and labels, before normalisation
     * @return one row per example, in their order
     * @throws IllegalArgumentException if shape or labels are not the model's
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    Predictions predict(Examples examples);

    /**
     * Predicts for one sound, window by window; the sound's probabilities are the means, with the {@link #temperature}
     * applied.
     *
     * @param wave at any rate
     * @return one probability per label, for the sound and for each window with its times
     * @throws IllegalStateException if the model's input is not sound but, for instance, rows of numbers
     * @throws IllegalArgumentException if the wave is too short or too loud, or its rate is too low
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    default WavePrediction predict(Wave wave) {
        try {
            return new WavePrediction(wave, predict(Recording.of(wave)));
        } catch (AudioException e) {
            throw new IllegalArgumentException(e.reason(), e);
        }
    }

    /**
     * Predicts for a sound of any length, the same as for its {@linkplain #predict(Wave) wave}. It is read block by
     * block, so memory does not grow with its length: only the probabilities are kept. Windows go on to the end of the
     * sound; of a sound that is longer than a picture, only its beginning is used.
     *
     * @param recording at any rate
     * @return one probability per label, for the sound and for each window with its times
     * @throws AudioException if the recording cannot be read
     * @throws IllegalStateException if the model's input is not sound but, for instance, rows of numbers
     * @throws IllegalArgumentException if the sound is too short or too loud
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    default SoundPrediction predict(Recording recording) throws AudioException {
        double seconds = (double) recording.length() / recording.rate();
        Preprocessing input = preprocessing()
                .orElseThrow(
                        () -> new IllegalStateException("cannot predict for sound: " + this + " has no preprocessing"))
                .forLength(seconds);
        SegmentPredictor predictor = new SegmentPredictor(this, input, seconds);
        input.forEachInput(recording, predictor);
        return predictor.prediction();
    }

    /**
     * What is known of its origin.
     *
     * @return from the file that it was read from; empty if that tells nothing, or the model was trained since
     */
    Optional<ModelCard> card();

    /**
     * Writes the model with its labels and preprocessing, and its {@link #card}, to one file, which appears only when
     * it is complete.
     *
     * @param file to write, a zip; replaced if it exists
     * @throws IOException if it cannot be written
     */
    void save(Path file) throws IOException;

    /**
     * The same, with a card.
     *
     * @param file to write, a zip; replaced if it exists
     * @param card of this model
     * @throws IOException if it cannot be written
     */
    void save(Path file, ModelCard card) throws IOException;
}
