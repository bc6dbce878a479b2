package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.Splits;
import io.github.jukelab.dataset.SyntheticAnimals;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.BenchmarkResult;
import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.feature.MelSpectrogram;
import io.github.jukelab.feature.Mfcc;
import io.github.jukelab.input.FeatureVector;
import io.github.jukelab.input.FeatureVectors;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Stft;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The synthetic animals are a useful task: neither too hard nor too easy for a linear model. */
class SvmSyntheticAnimalsTest {

    private static final int COEFFICIENTS = 20;

    @TempDir
    Path folder;

    @Test
    void meanCoefficientsPredictMostUnseenAnimals() throws IOException {
        Dataset dataset = SyntheticAnimals.generate(folder, 2026, Progress.NONE);
        Map<String, List<Split>> folds = Map.of("animal folds", Splits.artistFolds(dataset));
        FeatureVectors vectors = vectors(dataset);

        List<BenchmarkResult> results = Benchmark.of(1)
                .with("logistic regression", LogisticRegression.of(1).standardised())
                .run(folds, vectors, dataset, Progress.NONE);

        assertThat(results.get(0).evaluation("logistic regression").accuracy()).isBetween(0.8, 0.95);
    }

    private static FeatureVectors vectors(Dataset dataset) throws AudioException {
        List<String> names =
                IntStream.range(0, COEFFICIENTS).mapToObj(i -> "mfcc" + (i + 1)).toList();
        List<FeatureVector> vectors = new ArrayList<>();
        for (Track track : dataset.tracks()) {
            vectors.add(new FeatureVector(track.id(), track.id(), track.label(), means(Wave.read(track.file()))));
        }
        return FeatureVectors.of(names, dataset.labels(), vectors);
    }

    private static double[] means(Wave wave) {
        MelBank mel = MelBank.of(128, wave.rate());
        FrameSeries mfcc = Mfcc.of(MelSpectrogram.of(wave, Stft.LIBROSA, mel), COEFFICIENTS);
        return IntStream.range(0, COEFFICIENTS)
                .mapToDouble(row -> IntStream.range(0, mfcc.frames())
                        .mapToDouble(frame -> mfcc.value(row, frame))
                        .average()
                        .orElseThrow())
                .toArray();
    }
}
