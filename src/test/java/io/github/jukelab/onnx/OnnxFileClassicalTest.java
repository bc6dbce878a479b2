package io.github.jukelab.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.classic.ClassicalModel;
import io.github.jukelab.classic.Classifier;
import io.github.jukelab.classic.LogisticRegression;
import io.github.jukelab.classic.NearestNeighbours;
import io.github.jukelab.classic.Svm;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.SoundPrediction;
import io.github.jukelab.evaluation.Temperature;
import io.github.jukelab.feature.MelStatistics;
import io.github.jukelab.feature.MelStatistics.Statistic;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.FeatureVectorInput;
import io.github.jukelab.input.MelStatisticsInput;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.input.StandardScaler;
import io.github.jukelab.signal.Waves;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file gives the probabilities that a classical model predicts; one label was not in training. */
class OnnxFileClassicalTest {

    private static final List<String> LABELS = List.of("noise", "other", "chirp", "sine");
    private static final MelStatisticsInput WINDOWS = MelStatisticsInput.of(MelStatistics.DEFAULT
                    .withBands(16)
                    .withStatistics(EnumSet.of(Statistic.MEAN, Statistic.STD, Statistic.DIFF_STD)))
            .withWindows(20_000, 10_000);

    @TempDir
    Path folder;

    private enum Kind {
        NEAREST(NearestNeighbours.of(1)),
        NEIGHBOURS(NearestNeighbours.of(5)),
        RBF(Svm.rbf(3)),
        LINEAR(Svm.linear(1)),
        LOGISTIC(LogisticRegression.of(0.01));

        private final Classifier classifier;

        Kind(Classifier classifier) {
            this.classifier = classifier;
        }
    }

    /** Of each kind of sound six, with more and more noise, so that the kinds are not far from each other. */
    private static ClassicalModel trained(Classifier classifier, Preprocessing input) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            String label = List.of("noise", "chirp", "sine").get(i % 3);
            Optional<String> known = Optional.of(label);
            examples.add(new Example(
                    "" + i,
                    "" + i,
                    known,
                    input.shape(),
                    input.inputs(sound(label, 20_000, i)).get(0)));
        }
        Examples train = Examples.of(LABELS, examples);
        return ClassicalModel.fit(
                classifier, train, input.withNormalisation(StandardScaler.byColumn(train)), Progress.NONE);
    }

    private static Wave sound(String label, int samples, int seed) {
        float[] sum = Waves.noise(samples, seed).samples();
        float[] tone = (label.equals("chirp") ? Waves.chirp(samples) : Waves.sine(samples, 500 + 10 * seed)).samples();
        for (int i = 0; i < samples; i++) {
            sum[i] = sum[i] * seed / 4 + (label.equals("noise") ? 0.01f : 1) * tone[i];
        }
        return Wave.of(sum, Waves.RATE);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void probabilitiesAreThoseOfTheModel(Kind kind) throws Exception {
        ClassicalModel model = trained(kind.classifier, WINDOWS);
        Path file = folder.resolve("model.onnx");
        OnnxFile.of(model).write(file);
        try (OnnxSession session = OnnxSession.of(file)) {
            for (String label : LABELS) {
                Wave wave = sound(label, 55_000, 7);
                SoundPrediction expected = model.predict(wave).prediction();
                float[][] segments =
                        session.run("samples", wave.samples(), wave.length()).segments();
                assertThat(segments.length).isEqualTo(expected.segments().size());
                for (int i = 0; i < segments.length; i++) {
                    assertThat(segments[i])
                            .as(label + ", segment " + i)
                            .usingComparatorWithPrecision(1e-5f)
                            .containsExactly(expected.segments().get(i).probabilities());
                }
            }
        }
    }

    /** For the whole sound alone; the segments are as the model gives them. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 3})
    void theTemperatureIsInTheFile(double value) throws Exception {
        ClassicalModel model =
                trained(LogisticRegression.of(0.01), WINDOWS).withTemperature(new Temperature(value, 20));
        Path file = folder.resolve("model.onnx");
        OnnxFile.of(model).write(file);
        Wave wave = sound("chirp", 55_000, 7);
        SoundPrediction expected = model.predict(wave).prediction();
        try (OnnxSession session = OnnxSession.of(file)) {
            OnnxSession.Answer outputs = session.run("samples", wave.samples(), wave.length());
            for (int i = 0; i < LABELS.size(); i++) {
                double probability = expected.probabilities().get(LABELS.get(i));
                assertThat((double) outputs.probabilities()[i]).isCloseTo(probability, within(1e-5));
            }
            assertThat(outputs.segments()[0])
                    .usingComparatorWithPrecision(1e-5f)
                    .containsExactly(expected.segments().get(0).probabilities());
        }
    }

    /** Clouds that overlap, so that many votes are close. */
    private static Examples clouds(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Examples.of(LABELS, IntStream.range(0, count).mapToObj(i -> {
            double[] row = random.doubles(57, -1, 1).toArray();
            row[i % 3] += 0.7;
            return Example.of("" + i, "" + i, List.of("noise", "chirp", "sine").get(i % 3), row);
        }));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aModelOnTheFeatureTableTakesRows(Kind kind) throws Exception {
        Examples train = clouds(60, 1);
        Preprocessing table = FeatureVectorInput.of(Preset.LIBROSA).withNormalisation(StandardScaler.byColumn(train));
        ClassicalModel model = ClassicalModel.fit(kind.classifier, train, table, Progress.NONE);
        OnnxFile file = OnnxFile.of(model);
        assertThat(file.takesSound()).isFalse();
        Path path = folder.resolve("model.onnx");
        file.write(path);
        Examples queries = clouds(300, 2);
        float[] rows = new float[300 * 57];
        IntStream.range(0, 300).forEach(i -> System.arraycopy(queries.values(i), 0, rows, i * 57, 57));
        List<Prediction> expected = model.predict(queries).rows();
        try (OnnxSession session = OnnxSession.of(path)) {
            float[][] segments = session.run("input", rows, 300, 57).segments();
            for (int i = 0; i < 300; i++) {
                assertThat(segments[i])
                        .usingComparatorWithPrecision(1e-6f)
                        .containsExactly(expected.get(i).probabilities());
            }
        }
    }

    @Test
    void whatIsNotInTheFileIsSaid() {
        Examples train = clouds(60, 1);
        ClassicalModel model =
                ClassicalModel.fit(Kind.RBF.classifier, train, FeatureVectorInput.of(Preset.LIBROSA), Progress.NONE);
        assertThat(OnnxFile.of(model).description())
                .containsExactly(
                        "Input \"input\": the model's tensors, float32 (segments, 57), before normalisation.",
                        "Outputs: \"probabilities\" (4), one per label, the means of \"segments\" (segments, 4).",
                        "Not in the file: the way from sound to these tensors, since tempo and chroma of the 57 values "
                                + "are not computed in ONNX.");
    }
}
