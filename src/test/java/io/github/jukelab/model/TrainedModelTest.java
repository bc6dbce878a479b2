package io.github.jukelab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.SoundPrediction;
import io.github.jukelab.evaluation.SoundPrediction.Segment;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Shape;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Network;
import io.github.jukelab.signal.Generated;
import io.github.jukelab.signal.Waves;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainedModelTest {

    /** Windows of 3 s every 1.5 s from the first 30 s, at 22 050 Hz. */
    private static Network windows() throws ModelFileException {
        return Network.load(Path.of("src/test/resources/stored/version-3/small-windows_repaired.zip"));
    }

    @Test
    void aRecordingHasThePredictionOfItsWave() throws Exception {
        Network network = windows();
        for (double seconds : new double[] {1, 8, 60}) {
            Wave wave = Wave.of(Waves.noise((int) (16_000 * seconds), 1).samples(), 16_000);
            WavePrediction prediction = network.predict(wave);
            assertThat(network.predict(Recording.of(wave))).isEqualTo(prediction.prediction());
            assertThat(prediction.wave()).isSameAs(wave);
            assertThat(prediction.segments()).isEqualTo(prediction.prediction().segments());
            assertThat(prediction.labels()).containsExactly("cat", "dog");
            assertThat(prediction.probabilities().keySet()).first().isEqualTo(prediction.label());
            assertThat(prediction).hasToString(prediction.prediction().toString());
        }
    }

    /** More windows than a batch has: each is that of the model for its input alone, and in its place. */
    @Test
    void everyWindowOfALongSoundIsPredictedInItsPlace() throws Exception {
        Network network = windows();
        Generated sound = new Generated(101L * 33_075, i -> 0.3 * Math.sin(i * (double) i * 1e-8));
        List<Segment> segments = network.predict(sound).segments();

        List<float[]> inputs = new ArrayList<>();
        network.preprocessing().orElseThrow().forLength(1e6).forEachInput(sound, inputs::add);
        assertThat(segments).hasSameSizeAs(inputs).hasSize(100);
        for (int i : new int[] {0, 63, 64, 99}) {
            Example alone = new Example("x", "x", Optional.empty(), network.shape(), inputs.get(i));
            Prediction row = network.predict(Examples.of(network.labels(), List.of(alone)))
                    .rows()
                    .get(0);
            assertThat(segments.get(i).start()).isEqualTo(1.5 * i);
            assertThat(segments.get(i).end()).isEqualTo(1.5 * i + 3);
            assertThat(segments.get(i).probabilities()[0]).isCloseTo(row.probability(0), within(1e-5f));
        }
        assertThat(sound.open()).isZero();
    }

    /** A track of 30 s has as many windows as in training, though another one would fit; a longer sound has all. */
    @Test
    void aTrackHasTheWindowsOfTrainingAndALongerSoundAll() throws Exception {
        Network network = windows();
        assertThat(network.predict(Waves.noise(661_500, 1)).segments()).hasSize(18);
        assertThat(network.predict(Waves.noise(660_000 + 66_150, 1)).segments()).hasSize(20);
    }

    @Test
    void whatCannotBeHeardIsSaid() throws Exception {
        Wave slow = Wave.of(new float[100], 8);
        assertThatThrownBy(() -> windows().predict(slow))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the header says 8 Hz, too low for sound at 22050 Hz");
        assertThatThrownBy(() -> windows().predict(Recording.of(slow))).isInstanceOf(AudioException.class);
        Network numbers = Network.of(Architectures.dense(Shape.row(57), 2, 1), List.of("a", "b"));
        assertThatThrownBy(() -> numbers.predict(Recording.of(slow)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot predict for sound: " + numbers + " has no preprocessing");
    }

    /** Threads read their sounds at the same time, and share one model. */
    @Test
    void severalThreadsCanPredictWithOneModel() throws Exception {
        Network network = windows();
        List<Wave> waves = List.of(
                Waves.noise(200_000, 1), Waves.chirp(300_000), Waves.sine(150_000, 440), Waves.noise(90_000, 2));
        List<SoundPrediction> expected =
                waves.stream().map(wave -> network.predict(wave).prediction()).toList();
        assertThat(waves.parallelStream()
                        .map(wave -> network.predict(wave).prediction())
                        .toList())
                .isEqualTo(expected);
    }
}
