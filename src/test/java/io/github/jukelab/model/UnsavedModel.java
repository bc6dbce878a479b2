package io.github.jukelab.model;

import java.nio.file.Path;
import java.util.Optional;

/** A model of a test: it has no card and no file. */
public interface UnsavedModel extends TrainedModel {

    @Override
    default Optional<ModelCard> card() {
        return Optional.empty();
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
