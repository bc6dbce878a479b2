package io.github.jukelab.model;

import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.SoundPrediction;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Preprocessing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
     * Predicts for examples.
     *
     * @param examples of the model's shape and labels, before normalisation
     * @return one row per example, in their order
     * @throws IllegalArgumentException if shape or labels are not the model's
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    Predictions predict(Examples examples);

    /**
     * Predicts for one sound, window by window; the sound's probabilities are the means.
     *
     * @param wave at any rate
     * @return one probability per label, for the sound and for each window with its times
     * @throws IllegalStateException if the model's input is not sound but, for instance, rows of numbers
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    default SoundPrediction predict(Wave wave) {
        Preprocessing input = preprocessing()
                .orElseThrow(
                        () -> new IllegalStateException("cannot predict for sound: " + this + " has no preprocessing"));
        List<float[]> inputs = input.inputs(wave);
        List<Example> examples = IntStream.range(0, inputs.size())
                .mapToObj(i -> new Example("" + i, "sound", Optional.empty(), input.shape(), inputs.get(i)))
                .toList();
        List<Prediction> rows = predict(Examples.of(labels(), examples)).rows();
        return new SoundPrediction(
                labels(),
                IntStream.range(0, rows.size())
                        .mapToObj(i -> segment(
                                input.span(i, wave.seconds()), rows.get(i).probabilities()))
                        .toList());
    }

    private static SoundPrediction.Segment segment(TimeSpan span, float[] probabilities) {
        return new SoundPrediction.Segment(span.start(), span.end(), probabilities);
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
