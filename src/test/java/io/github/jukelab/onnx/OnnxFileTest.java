package io.github.jukelab.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.evaluation.SoundPrediction;
import io.github.jukelab.model.TrainedModel;
import io.github.jukelab.network.Network;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file gives the probabilities that its model predicts. */
class OnnxFileTest {

    private static final Path STORED = Path.of("src/test/resources/stored/models");

    @TempDir
    Path folder;

    private OnnxSession session(TrainedModel model) throws Exception {
        Path file = folder.resolve("model.onnx");
        OnnxFile.of(model).write(file);
        return OnnxSession.of(file);
    }

    private static Wave music(int rate, int samples) throws Exception {
        Wave wave = Wave.read(Path.of("src/test/resources/fixtures/librosa/music_a.wav"))
                .resample(rate);
        float[] repeated = new float[samples];
        for (int i = 0; i < samples; i++) {
            repeated[i] = wave.sample(i % wave.length());
        }
        return Wave.of(repeated, rate);
    }

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
    void networksHearTheSame(String name) throws Exception {
        Network network = Network.load(STORED.resolve(name + ".zip"));
        int rate = network.preprocessing().orElseThrow().rate();
        try (OnnxSession session = session(network)) {
            for (int samples : List.of(1, 1000, 33_000, 50_000, 100_000, 300_001, 660_000, 700_000)) {
                System.out.println(name + " " + samples + " " + difference(session, network, music(rate, samples)));
            }
        }
    }

    private static double difference(OnnxSession session, TrainedModel model, Wave wave) throws Exception {
        SoundPrediction expected = model.predict(wave).prediction();
        OnnxSession.Answer answer = session.run("samples", wave.samples(), wave.length());
        assertThat(answer.segments().length).isEqualTo(expected.segments().size());
        double worst = 0;
        for (int i = 0; i < answer.segments().length; i++) {
            float[] e = expected.segments().get(i).probabilities();
            for (int k = 0; k < e.length; k++) {
                worst = Math.max(worst, Math.abs(e[k] - answer.segments()[i][k]));
            }
        }
        for (int k = 0; k < model.labels().size(); k++) {
            worst = Math.max(
                    worst, Math.abs(expected.probabilities().get(model.labels().get(k)) - answer.probabilities()[k]));
        }
        return worst;
    }
}
