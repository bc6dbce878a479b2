package io.github.jukelab.demo;

import io.github.jukelab.Progress;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.model.TrainedModel;
import io.github.jukelab.model.UnsavedModel;
import java.util.List;
import java.util.Optional;

/**
 * A model whose predictions do not come.
 *
 * @param labels of another model
 * @param preprocessing of it
 * @param slow whether it works until it is interrupted, instead of failing
 */
record BrokenModel(List<String> labels, Optional<Preprocessing> preprocessing, boolean slow) implements UnsavedModel {

    static BrokenModel of(TrainedModel model, boolean slow) {
        return new BrokenModel(model.labels(), model.preprocessing(), slow);
    }

    @Override
    public Predictions predict(Examples examples) {
        while (slow) {
            Progress.checkInterrupted();
        }
        throw new IllegalStateException("a secret");
    }
}
