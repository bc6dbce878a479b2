package io.github.jukelab.model;

import io.github.jukelab.evaluation.Temperature;
import java.nio.file.Path;
import java.util.Optional;

/** A model of a test: it has no card, no file and no temperature. */
public interface UnsavedModel extends TrainedModel {

    @Override
    default Optional<ModelCard> card() {
        return Optional.empty();
    }

    @Override
    default TrainedModel withTemperature(Temperature temperature) {
        throw new UnsupportedOperationException();
    }

    @Override
    default void save(Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    default void save(Path file, ModelCard card) {
        throw new UnsupportedOperationException();
    }
}
