package io.github.jukelab.evaluation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The predictions of two models for one example: which of them are correct. */
record Paired(String track, boolean first, boolean second) {

    /** Joins by id, in the order of the first model's rows. */
    static List<Paired> of(Predictions first, Predictions second) {
        if (!first.labels().equals(second.labels())) {
            throw new IllegalArgumentException(
                    "both models must have the same labels, got " + first.labels() + " and " + second.labels());
        }
        if (first.rows().size() != second.rows().size()) {
            throw new IllegalArgumentException("both models must predict the same examples, got "
                    + first.rows().size() + " and " + second.rows().size());
        }
        Map<String, Prediction> others =
                second.rows().stream().collect(Collectors.toMap(Prediction::id, Function.identity()));
        return first.rows().stream().map(row -> of(row, others)).toList();
    }

    private static Paired of(Prediction row, Map<String, Prediction> others) {
        Prediction other = others.get(row.id());
        if (other == null) {
            throw new IllegalArgumentException(
                    "both models must predict the same examples, the second has no prediction for " + row.id());
        }
        if (other.actual() != row.actual() || !other.track().equals(row.track())) {
            throw new IllegalArgumentException("label and track of " + row.id() + " must be the same for both models");
        }
        return new Paired(row.track(), row.correct(), other.correct());
    }
}
