package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.SoundPrediction;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.StandardScaler;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Spectrogram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkPredictTest {

    private static final List<String> LABELS = List.of("low", "high");

    /** Windows of half a second, 16 bands x 44 frames. */
    private static final MelWindows SHORT =
            MelWindows.REPAIRED.withMel(MelBank.of(16, 22_050)).withWindows(11_025, 11_025);

    @TempDir
    Path folder;

    private static Wave tone(double hertz, double seconds, int rate) {
        float[] samples = new float[(int) (seconds * rate)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return Wave.of(samples, rate);
    }

    private Track track(String label, int number, double hertz) throws IOException {
        String id = label + "." + number;
        Path file = folder.resolve(id + ".wav");
        tone(hertz, 2, 22_050).write(file);
        return new Track(id, label, Optional.empty(), file);
    }

    private List<Track> tracks() throws IOException {
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tracks.add(track("low", i, 200 + 30 * i));
            tracks.add(track("high", i, 2000 + 300 * i));
        }
        return tracks;
    }

    @Test
    void predictsForANewSound() throws IOException {
        Examples examples = SHORT.examples(tracks(), LABELS, Progress.NONE);
        MelWindows fitted = SHORT.withNormalisation(StandardScaler.of(examples));
        Network network = Network.of(Architectures.small(new Shape(1, 16, 44), 2, 1), LABELS, fitted);
        Training.DEFAULT.withEpochs(12).withBatch(8).fit(network, examples, examples);
        Path file = folder.resolve("network.zip");
        network.save(file);
        Map<String, Double> probabilities =
                Network.load(file).predict(tone(2600, 1.7, 44_100)).probabilities();
        assertThat(probabilities.keySet()).containsExactly("high", "low");
        assertThat(probabilities.get("high") + probabilities.get("low")).isCloseTo(1, within(1e-5));
        assertThat(probabilities.get("high")).isGreaterThan(0.9);
    }

    @Test
    void aSoundsProbabilitiesAreTheMeansOfItsWindows() {
        Network network = Network.of(Architectures.small(new Shape(1, 16, 44), 2, 1), LABELS, SHORT);
        Wave wave = tone(700, 1.7, 22_050);
        List<Spectrogram> windows = SHORT.spectrograms(wave);
        List<Example> examples = IntStream.range(0, windows.size())
                .mapToObj(i -> Example.of("" + i, "x", "low", windows.get(i)))
                .toList();
        double low = network.predict(Examples.of(LABELS, examples)).rows().stream()
                .map(Prediction::probabilities)
                .mapToDouble(p -> p[0])
                .average()
                .orElseThrow();
        assertThat(network.predict(wave).probabilities().get("low")).isCloseTo(low, within(1e-6));
    }

    @Test
    void everyWindowHasItsTimes() {
        Network network = Network.of(Architectures.small(new Shape(1, 16, 44), 2, 1), LABELS, SHORT);

        assertThat(network.predict(tone(700, 1.7, 44_100)).segments())
                .extracting(SoundPrediction.Segment::start, SoundPrediction.Segment::end)
                .containsExactly(tuple(0.0, 0.5), tuple(0.5, 1.0), tuple(1.0, 1.5));
        assertThat(network.predict(tone(700, 0.3, 22_050)).segments())
                .extracting(SoundPrediction.Segment::end)
                .satisfies(ends -> assertThat(ends.get(0)).isCloseTo(0.3, within(1e-4)));
    }

    @Test
    void predictionNeedsNoLabelsButTrainingDoes() {
        Network network = Network.of(Architectures.small(new Shape(1, 16, 44), 2, 1), LABELS, SHORT);
        float[] values = SHORT.inputs(tone(700, 0.5, 22_050)).get(0);
        Examples unknown =
                Examples.of(LABELS, List.of(new Example("x.0", "x", Optional.empty(), SHORT.shape(), values)));

        assertThat(network.predict(unknown).rows())
                .allSatisfy(row -> assertThat(row.label()).isEmpty());
        assertThatThrownBy(() -> Training.DEFAULT.fit(network, unknown, unknown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("every example must have a label, got none for x.0");
    }
}
