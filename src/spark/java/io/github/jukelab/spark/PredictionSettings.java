package io.github.jukelab.spark;

import io.github.jukelab.extraction.FeatureExtraction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A table of a model's predictions: the most probable label, and a column with the probability of each label.
 *
 * @param model its labels are the columns
 * @param segment length of a segment in seconds; null for whole tracks
 */
record PredictionSettings(OnnxModel model, Double segment) implements TableSettings {

    /** The column of the most probable label. */
    private static final String PREDICTED = "predicted";

    /** Checks the length. */
    PredictionSettings {
        if (segment != null && segment > OnnxModel.LONGEST) {
            throw new IllegalArgumentException(
                    "--segment must be at most " + OnnxModel.LONGEST + " s with --model, got " + segment);
        }
    }

    @Override
    public String name() {
        return "predictions";
    }

    @Override
    public FeatureExtraction extraction() {
        FeatureExtraction tracks =
                FeatureExtraction.of(model).withRate(model.rate()).withThreads(1);
        return segment == null ? tracks : tracks.withSegments(segment);
    }

    /** Named as in the tables of predictions of one machine: of a label that is called like another column, with a prefix. */
    @Override
    public StructType columns() {
        StructType columns = new StructType().add(PREDICTED, DataTypes.StringType);
        List<String> taken = new ArrayList<>(TableSchema.NAMES);
        taken.add(PREDICTED);
        for (String label : model.labels()) {
            String name = label;
            while (taken.stream().anyMatch(name::equalsIgnoreCase)) {
                name = "label " + name;
            }
            taken.add(name);
            columns = columns.add(name, DataTypes.DoubleType);
        }
        return columns;
    }

    /** Of labels that are equally probable, the first one is predicted. */
    @Override
    public List<Object> values(List<Double> computed) {
        List<Object> values = new ArrayList<>();
        values.add(model.labels().get(computed.indexOf(Collections.max(computed))));
        values.addAll(computed);
        return values;
    }
}
