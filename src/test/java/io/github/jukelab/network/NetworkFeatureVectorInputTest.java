package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.extraction.FeatureTable;
import io.github.jukelab.extraction.FeatureTable.Row;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.FeatureVectorInput;
import io.github.jukelab.input.FeatureVectors;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.StandardScaler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that is trained on a feature table predicts for files. */
class NetworkFeatureVectorInputTest {

    private static final List<String> IDS = List.of("blues.00000", "blues.00001", "rock.00000", "rock.00001");

    private final Dataset dataset = Dataset.of(Gtzan.INFO, IDS);
    private final FeatureTable table = FeatureTable.of(
            IntStream.range(0, 4).mapToObj(NetworkFeatureVectorInputTest::row).toList());
    private final FeatureVectorInput rows = FeatureVectorInput.of(Preset.LIBROSA);

    @TempDir
    Path folder;

    /** Noise of half a second, louder from track to track. */
    private static Wave sound(int number) {
        Random random = new Random(number);
        float[] samples = new float[11_025];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.05 * (number + 1) * random.nextGaussian());
        }
        return Wave.of(samples, 22_050);
    }

    private static Row row(int number) {
        String id = IDS.get(number);
        return Row.of(id + ".wav", sound(number).length(), Preset.LIBROSA.row(sound(number)), id.split("\\.")[0]);
    }

    @Test
    void byColumnEqualsTheStandardScaler() {
        FeatureVectors vectors = FeatureVectors.of(table, dataset);
        StandardScaler expected = StandardScaler.of(vectors);
        Examples examples = vectors.examples();
        assertThat(examples.labels()).isEqualTo(dataset.labels());
        assertThat(examples.tracks()).isEqualTo(IDS);
        StandardScaler fitted = StandardScaler.byColumn(examples);
        for (int k = 0; k < 57; k++) {
            assertThat(fitted.means().get(k)).isCloseTo(expected.means().get(k), withinPercentage(1e-4));
            assertThat(fitted.deviations().get(k))
                    .isCloseTo(expected.deviations().get(k), withinPercentage(0.1));
        }
    }

    @Test
    void aSoundGivesTheRowOfTheTable() {
        assertThat(rows.inputs(sound(1)).get(0))
                .isEqualTo(FeatureVectors.of(table, dataset).examples().values(1));
        assertThat(rows.inputs(sound(1))).hasSize(1);
        assertThat(rows.rate()).isEqualTo(22_050);
        assertThat(rows.shape()).isEqualTo(Shape.row(57));
    }

    @Test
    void aLongSoundGivesOneRowPerSegment() {
        FeatureVectorInput segments = rows.withSegment(4000);
        assertThat(segments.inputs(sound(1))).hasSize(2);
        assertThat(segments.inputs(sound(1)).get(1))
                .isEqualTo(rows.inputs(sound(1).slice(4000, 8000)).get(0));
        assertThat(segments.inputs(sound(1).first(3000))).hasSize(1);
        assertThat(segments).hasToString("FeatureVectorInput[22050 Hz, segments of 0.18 s, librosa, 57 values]");
        assertThat(rows).hasToString("FeatureVectorInput[22050 Hz, whole sounds, librosa, 57 values]");
    }

    @Test
    void aLoadedNetworkPredictsTheSameBitByBit() throws IOException {
        Examples examples = FeatureVectors.of(table, dataset).examples();
        FeatureVectorInput segments = rows.withSegment(4000).withNormalisation(StandardScaler.byColumn(examples));
        Network network = Network.of(Architectures.dense(Shape.row(57), 2, 1), dataset.labels(), segments);
        Training.DEFAULT.withEpochs(3).fit(network, examples, examples);
        Path file = folder.resolve("rows.zip");
        network.save(file);
        Network loaded = Network.load(file);
        assertThat(loaded.preprocessing()).contains(segments);
        assertThat(loaded.predict(examples)).isEqualTo(network.predict(examples));
        assertThat(loaded.predict(sound(3)).prediction())
                .isEqualTo(network.predict(sound(3)).prediction());
        assertThat(network.predict(sound(3)).probabilities().values().stream()
                        .mapToDouble(p -> p)
                        .sum())
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThatThrownBy(() -> rows.withSegment(0))
                .hasMessage("rate and segment must be at least 1, got 22050 and 0");
    }

    @Test
    void refusesRowsWithoutATrack() {
        FeatureTable other = FeatureTable.of(
                List.of(new Row("jazz.00000.wav", 1, table.rows().get(0).features(), "jazz")));
        assertThatThrownBy(() -> FeatureVectors.of(other, dataset))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(" has no track for jazz.00000.wav");
    }
}
