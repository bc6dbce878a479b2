package io.github.jukelab.model;

import io.github.jukelab.Progress;
import io.github.jukelab.classic.ClassicalModel;
import io.github.jukelab.classic.NearestNeighbours;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.FeatureVectorInput;
import java.util.List;
import java.util.stream.IntStream;

/** A model that takes no time. */
public final class SmallModel {

    private SmallModel() {}

    /** The nearest of one cat and one dog. */
    public static ClassicalModel catOrDog() {
        List<String> labels = List.of("cat", "dog");
        Examples examples = Examples.of(labels, IntStream.range(0, 2).mapToObj(i -> {
            double[] row = new double[57];
            row[i] = 1;
            return Example.of("" + i, "" + i, labels.get(i), row);
        }));
        return ClassicalModel.fit(
                NearestNeighbours.of(1), examples, FeatureVectorInput.of(Preset.LIBROSA), Progress.NONE);
    }
}
