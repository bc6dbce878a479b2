package io.github.jukelab.model;

import io.github.jukelab.TimeSpan;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.SoundPrediction;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Preprocessing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Predicts for the inputs of one sound while they are made, a batch at a time: only the probabilities are kept. */
final class SegmentPredictor implements Consumer<float[]> {

    /** As many as networks compute at once. */
    private static final int BATCH = 64;

    private final TrainedModel model;
    private final Preprocessing input;
    private final double seconds;
    private final List<Example> batch = new ArrayList<>();
    private final List<SoundPrediction.Segment> segments = new ArrayList<>();

    SegmentPredictor(TrainedModel model, Preprocessing input, double seconds) {
        this.model = model;
        this.input = input;
        this.seconds = seconds;
    }

    @Override
    public void accept(float[] values) {
        int index = segments.size() + batch.size();
        batch.add(new Example("" + index, "sound", Optional.empty(), input.shape(), values));
        if (batch.size() == BATCH) {
            predict();
        }
    }

    private void predict() {
        for (Prediction row : model.predict(Examples.of(model.labels(), batch)).rows()) {
            TimeSpan span = input.span(segments.size(), seconds);
            segments.add(new SoundPrediction.Segment(span.start(), span.end(), row.probabilities()));
        }
        batch.clear();
    }

    /** All segments. */
    SoundPrediction prediction() {
        if (!batch.isEmpty()) {
            predict();
        }
        return new SoundPrediction(model.labels(), segments, model.temperature());
    }
}
