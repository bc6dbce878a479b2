package io.github.jukelab.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.SoundPrediction;
import io.github.jukelab.feature.MelStatistics;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.MelStatisticsInput;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.StandardScaler;
import io.github.jukelab.model.ModelCard;
import io.github.jukelab.model.TrainedModel;
import io.github.jukelab.model.UnsavedModel;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.Training;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Padding;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file gives the probabilities that its model predicts. */
class OnnxFileTest {

    private static final Path STORED = Path.of("src/test/resources/stored/models");
    private static final List<String> LABELS = List.of("noise", "chirp");
    private static final double TOLERANCE = 1e-5;

    @TempDir
    Path folder;

    private OnnxSession session(TrainedModel model) throws Exception {
        Path file = folder.resolve("model.onnx");
        OnnxFile.of(model).write(file);
        return OnnxSession.of(file);
    }

    /** Noise, and a chirp over it in its second half, at the model's rate. */
    private static Wave sound(TrainedModel model, int samples) {
        float[] noise = Waves.noise(samples, samples).samples();
        float[] chirp = Waves.chirp(samples).samples();
        for (int i = samples / 2; i < samples; i++) {
            noise[i] += chirp[i];
        }
        return Wave.of(noise, model.preprocessing().orElseThrow().rate());
    }

    private static void assertHears(OnnxSession session, TrainedModel model, Wave wave) throws Exception {
        OnnxSession.Answer answer = session.run("samples", wave.samples(), wave.length());
        assertAnswer(answer, model.predict(wave).prediction());
    }

    private static void assertAnswer(OnnxSession.Answer answer, SoundPrediction expected) {
        assertThat(answer.segments().length).isEqualTo(expected.segments().size());
        for (int i = 0; i < answer.segments().length; i++) {
            assertThat(answer.segments()[i])
                    .usingComparatorWithPrecision((float) TOLERANCE)
                    .containsExactly(expected.segments().get(i).probabilities());
        }
        for (int label = 0; label < expected.labels().size(); label++) {
            assertThat((double) answer.probabilities()[label])
                    .isCloseTo(expected.probabilities().get(expected.labels().get(label)), within(TOLERANCE));
        }
    }

    /** Less than a window, exactly one, windows with a rest. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mel-windows_as-printed",
                "mel-windows_repaired",
                "two-genres_as-printed",
                "two-genres_repaired",
                "small-windows_repaired",
                "cats-and-dogs-small_repaired",
                "cats-and-dogs-mfcc_repaired",
                "cats-and-dogs_repaired",
                "cats-and-dogs_as-printed"
            })
    void networksOfRecipesTakeSound(String name) throws Exception {
        Network network = Network.load(STORED.resolve(name + ".zip"));
        Preprocessing input = network.preprocessing().orElseThrow();
        int window = (int) Math.round(input.span(0, 100).end() * input.rate());
        try (OnnxSession session = session(network)) {
            for (int samples : List.of(1000, window, window * 5 / 2 + 1)) {
                assertHears(session, network, sound(network, samples));
            }
        }
    }

    /** Up to a window more than the limit, and one sample more. */
    @Test
    void theLimitOfWindowsIsThatOfPredictions() throws Exception {
        MelWindows windows = small().withSamples(10_000);
        Network network = Network.of(Architectures.small(windows.shape(), 2, 1), LABELS, windows);
        try (OnnxSession session = session(network)) {
            for (int samples : List.of(1, 9999, 10_000, 10_001, 13_999, 14_000, 14_001)) {
                assertHears(session, network, sound(network, samples));
            }
        }
    }

    private static MelWindows small() {
        return MelWindows.of(Stft.of(512), MelBank.of(16, Waves.RATE)).withWindows(4000, 2000);
    }

    /** Batch normalisation has seen data, each band has its own scale, and there are two channels. */
    @Test
    void aTrainedNetworkOnTwoChannelsTakesSound() throws Exception {
        Network network = trained(small().withDelta(true));
        try (OnnxSession session = session(network)) {
            for (int samples : List.of(3000, 4000, 25_000)) {
                assertHears(session, network, sound(network, samples));
            }
            assertHears(session, network, Waves.silence(9000));
            assertHears(session, network, Waves.sine(9000, 1000));
        }
    }

    private static Network trained(MelWindows windows) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Wave wave = i % 2 == 0 ? Waves.noise(4000, i) : Waves.chirp(4000 + i);
            Optional<String> label = Optional.of(LABELS.get(i % 2));
            examples.add(new Example(
                    "" + i, "" + i, label, windows.shape(), windows.inputs(wave).get(0)));
        }
        Examples train = Examples.of(LABELS, examples);
        MelWindows fitted = windows.withNormalisation(StandardScaler.byRow(train));
        Network network = Network.of(Architectures.small(fitted.shape(), 2, 1), LABELS, fitted);
        Training.DEFAULT.withEpochs(2).withBatch(4).fit(network, train, train);
        return network;
    }

    @ParameterizedTest
    @EnumSource(Padding.class)
    void framesArePaddedAsTheSettingsSay(Padding padding) throws Exception {
        MelWindows windows = small().withStft(Stft.of(512).withPadding(padding));
        Network network = Network.of(Architectures.small(windows.shape(), 2, 1), LABELS, windows);
        assertThat(OnnxFile.of(network).takesSound()).isEqualTo(padding != Padding.SYMMETRIC);
        if (padding != Padding.SYMMETRIC) {
            try (OnnxSession session = session(network)) {
                assertHears(session, network, sound(network, 9000));
            }
        }
    }

    @Test
    void framesNeedNotBeCentred() throws Exception {
        MelWindows windows = small().withStft(Stft.of(512).withCentered(false));
        Network network = Network.of(Architectures.small(windows.shape(), 2, 1), LABELS, windows);
        try (OnnxSession session = session(network)) {
            assertHears(session, network, sound(network, 9000));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spectrogram-pictures_as-printed",
                "spectrogram-pictures_repaired",
                "cats-and-dogs-chroma_repaired",
                "feature-table_as-printed"
            })
    void networksWhoseInputCannotBeComputedTakeTensors(String name) throws Exception {
        Network network = Network.load(STORED.resolve(name + ".zip"));
        Wave wave = sound(network, 140_000);
        List<float[]> inputs = network.preprocessing().orElseThrow().inputs(wave);
        Shape shape = network.shape();
        long[] sizes = shape.height() == 1
                ? new long[] {inputs.size(), shape.width()}
                : new long[] {inputs.size(), shape.channels(), shape.height(), shape.width()};
        float[] values = new float[inputs.size() * shape.values()];
        IntStream.range(0, values.length).forEach(i -> values[i] = inputs.get(i / shape.values())[i % shape.values()]);
        try (OnnxSession session = session(network)) {
            assertAnswer(
                    session.run("input", values, sizes), network.predict(wave).prediction());
        }
    }

    @Test
    void aNetworkOnNumbersTakesRows() throws Exception {
        Network network = Network.of(Architectures.dense(Shape.row(3), 2, 1), LABELS);
        Examples rows = Examples.of(
                LABELS,
                List.of(
                        Example.of("a", "a", "noise", new double[] {1, 2, 3}),
                        Example.of("b", "b", "noise", new double[] {-1, 0.5, 7})));
        try (OnnxSession session = session(network)) {
            float[][] segments = session.run("input", new float[] {1, 2, 3, -1, 0.5f, 7}, 2, 3)
                    .segments();
            for (int i = 0; i < 2; i++) {
                assertThat(segments[i])
                        .usingComparatorWithPrecision((float) TOLERANCE)
                        .containsExactly(network.predict(rows).rows().get(i).probabilities());
            }
            assertThat(session.notes()).doesNotContainKeys("rate", "window", "preprocessing", "card");
        }
        assertThat(OnnxFile.of(network).description())
                .containsExactly(
                        "Input \"input\": the model's tensors, float32 (segments, 3), before normalisation.",
                        "Outputs: \"probabilities\" (2), one per label, the means of \"segments\" (segments, 2).",
                        "Not in the file: the way from sound to these tensors, which the model does not know.");
    }

    @Test
    void theFileTellsWhatItIs() throws Exception {
        MelWindows windows = small();
        List<String> labels = List.of("say \"a\"", "back\\slash");
        Network network = Network.of(Architectures.small(windows.shape(), 2, 1), labels, windows);
        try (OnnxSession session = session(network)) {
            assertThat(session.notes())
                    .containsEntry("labels", "[\"say \\\"a\\\"\", \"back\\\\slash\"]")
                    .containsEntry("rate", "22050")
                    .containsEntry("window", "" + 4000 / 22_050.0)
                    .containsEntry("hop", "" + 2000 / 22_050.0)
                    .containsEntry("preprocessing", windows.toString())
                    .containsEntry(
                            "input",
                            "Input \"samples\": a sound of any length, float32, mono, at 22050 Hz. Not in the file: "
                                    + "decoding, mixing to mono and resampling.")
                    .containsKey("version")
                    .doesNotContainKey("card");
            assertThat(session.description()).isEqualTo("What it was trained on is not known.");
        }
    }

    @Test
    void aWholeSoundHasNoWindow() throws Exception {
        Network network = Network.of(
                Architectures.dense(Shape.row(480), 2, 1), LABELS, MelStatisticsInput.of(MelStatistics.DEFAULT));
        try (OnnxSession session = session(network)) {
            assertThat(session.notes()).containsEntry("rate", "22050").doesNotContainKeys("window", "hop");
            assertThat(session.run("samples", new float[30_000], 30_000).segments())
                    .hasDimensions(1, 2);
        }
    }

    @Test
    void onlyItsFilesAreRecognised() throws Exception {
        Network network = Network.of(Architectures.dense(Shape.row(3), 2, 1), LABELS);
        Path file = folder.resolve("model.onnx");
        assertThat(OnnxFile.of(network).write(file)).isEqualTo((int) Files.size(file));
        assertThat(OnnxFile.isOnnx(file)).isTrue();
        assertThat(OnnxFile.isOnnx(Files.writeString(folder.resolve("text"), "text")))
                .isFalse();
        assertThat(OnnxFile.isOnnx(Files.createFile(folder.resolve("empty")))).isFalse();
        assertThat(OnnxFile.of(network)).asString().startsWith("OnnxFile[Input \"input\": the model's tensors");
    }

    @Test
    void otherModelsAreRefused() {
        assertThatThrownBy(() -> OnnxFile.of(new OtherModel()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("model must be a network or a classical model, got other model");
    }

    private static final class OtherModel implements UnsavedModel {

        @Override
        public List<String> labels() {
            return LABELS;
        }

        @Override
        public Optional<Preprocessing> preprocessing() {
            return Optional.empty();
        }

        @Override
        public Predictions predict(Examples examples) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void save(Path file) {}

        @Override
        public void save(Path file, ModelCard card) {}

        @Override
        public String toString() {
            return "other model";
        }
    }
}
