package io.github.jukelab.feature;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.jukelab.TestData;
import io.github.jukelab.Tolerance;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.LibrosaFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published GTZAN feature table, computed by an older librosa with reflect padding; skipped without GTZAN. */
class FeatureRowGtzanParityTest {

    /** Two of the means are near zero: sums of samples that cancel, which depend on float rounding. */
    private static final Tolerance NEAR_ZERO = Tolerance.of(1e-7, 1e-4);

    private static final Tolerance TOLERANCE =
            new Tolerance(1e-7, 1e-5, 0, Map.of("harmony_mean", NEAR_ZERO, "perceptr_mean", NEAR_ZERO));

    @ParameterizedTest
    @ValueSource(strings = {"blues.00000", "classical.00000", "hiphop.00000", "metal.00002", "pop.00000"})
    void rowEqualsThePublishedOne(String track) throws IOException {
        Optional<Path> table = TestData.shared("data/gtzan/features_30_sec.csv");
        Optional<Path> wav =
                TestData.shared("data/gtzan/genres_original/" + track.split("\\.")[0] + "/" + track + ".wav");
        assumeThat(table).isPresent();
        assumeThat(wav).isPresent();
        List<String> lines = Files.readAllLines(table.get());
        List<String> names = Arrays.asList(lines.get(0).split(","));
        String[] published = lines.stream()
                .filter(line -> line.startsWith(track + ".wav"))
                .findFirst()
                .orElseThrow()
                .split(",");
        Wave wave = LibrosaFixtures.wav(wav.get());
        FeatureRow row = Preset.KAGGLE_2020.row(wave);
        for (String name : row.names()) {
            double expected = Double.parseDouble(published[names.indexOf(name)]);
            TOLERANCE.column(name).assertClose(name, new double[] {row.value(name)}, new double[] {expected});
        }
    }
}
