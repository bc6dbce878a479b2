package io.github.jukelab.evaluation;

import java.util.List;

/**
 * What a model said about many examples, each joined to its file by id.
 *
 * @param labels the classes, in the order of the probabilities
 * @param rows one an example, at least one; ids unique
 */
public record Predictions(List<String> labels, List<Prediction> rows) {

    /**
     * Copies the lists.
     *
     * @param labels the classes
     * @param rows one an example
     */
    public Predictions {
        labels = List.copyOf(labels);
        rows = List.copyOf(rows);
    }

    @Override
    public String toString() {
        return "Predictions[" + rows.size() + " examples, " + labels.size() + " labels]";
    }
}
