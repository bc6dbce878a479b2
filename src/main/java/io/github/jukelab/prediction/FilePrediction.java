package io.github.jukelab.prediction;

import io.github.jukelab.evaluation.SoundPrediction;
import java.util.List;

/**
 * What a model predicts for one file.
 *
 * @param file what it is called, such as {@code monday/1.wav}
 * @param prediction for its segments and for all of it
 * @param warnings about the file, a line each
 */
public record FilePrediction(String file, SoundPrediction prediction, List<String> warnings) {

    /**
     * Copies the warnings.
     *
     * @param file what it is called
     * @param prediction for its segments and for all of it
     * @param warnings a line each
     */
    public FilePrediction {
        warnings = List.copyOf(warnings);
    }
}
