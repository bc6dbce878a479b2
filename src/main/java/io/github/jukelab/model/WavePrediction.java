package io.github.jukelab.model;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.evaluation.SoundPrediction;
import java.util.List;
import java.util.Map;

/**
 * A model's prediction for a wave, together with the wave. In a cell it shows the spectrogram, the labels over time, a
 * bar per label and players.
 *
 * @param wave the sound
 * @param prediction for each segment, and for the whole sound
 */
public record WavePrediction(Wave wave, SoundPrediction prediction) {

    /**
     * The classes.
     *
     * @return in the order of the probabilities of {@link #segments}
     */
    public List<String> labels() {
        return prediction.labels();
    }

    /**
     * The most probable label of the whole sound.
     *
     * @return one of {@link #labels()}
     */
    public String label() {
        return prediction.label();
    }

    /**
     * The probabilities for the whole sound.
     *
     * @return label → probability, the most probable first
     */
    public Map<String, Double> probabilities() {
        return prediction.probabilities();
    }

    /**
     * The predictions for the segments.
     *
     * @return in order of time, at least one
     */
    public List<SoundPrediction.Segment> segments() {
        return prediction.segments();
    }

    /**
     * The prediction in plain sentences.
     *
     * @return as {@link SoundPrediction#summary}
     */
    public String summary() {
        return prediction.summary();
    }

    @Override
    public String toString() {
        return prediction.toString();
    }
}
