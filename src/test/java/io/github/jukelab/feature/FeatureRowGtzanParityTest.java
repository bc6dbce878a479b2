package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.jukelab.TestData;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.LibrosaFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published GTZAN feature table, computed by an older librosa with reflect padding; skipped without GTZAN. */
class FeatureRowGtzanParityTest {

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
            assertThat(row.value(name)).as(name).isCloseTo(expected, within(tolerance(name, expected)));
        }
    }

    /** Two of the means are near zero: sums of samples that cancel, which depend on float rounding. */
    private static double tolerance(String name, double expected) {
        return name.matches("harmony_mean|perceptr_mean")
                ? 1e-7 + 1e-4 * Math.abs(expected)
                : 1e-5 * Math.max(0.01, Math.abs(expected));
    }
}
