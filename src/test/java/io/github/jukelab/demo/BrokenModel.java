package io.github.jukelab.demo;

import io.github.jukelab.Progress;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.model.ModelCard;
import io.github.jukelab.model.TrainedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A model whose predictions do not come.
 *
 * @param labels of another model
 * @param preprocessing of it
 * @param slow whether it works until it is interrupted, instead of failing
 */
record BrokenModel(List<String> labels, Optional<Preprocessing> preprocessing, boolean slow) implements TrainedModel {

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

    @Override
    public Optional<ModelCard> card() {
        return Optional.empty();
    }

    @Override
    public void save(Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void save(Path file, ModelCard card) {
        throw new UnsupportedOperationException();
    }
}
