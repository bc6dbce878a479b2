import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.extraction.FeatureTable;
import io.github.jukelab.feature.FeatureRow;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.input.FeatureVectorInput;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Network;
import io.github.jukelab.table.Tables;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A project that names only Jukelab's coordinate has all of it. */
class FirstRowTest {

    private static final Wave TONE = Wave.sine(441, 10, 22_050);

    @TempDir
    private Path folder;

    /** A sine of 441 Hz crosses zero 882 times per second. At most 4 of 431 frames go over its ends. */
    @Test
    void printsTheRowOfAFile() throws Exception {
        Path file = folder.resolve("tone.wav");
        TONE.write(file);
        List<String> lines = printed(file.toString());

        assertThat(lines).hasSize(57);
        assertThat(value(lines, "zero_crossing_rate_mean")).isCloseTo(882 / 22_050.0, within(1e-3));
    }

    private static List<String> printed(String file) throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes));
        try {
            FirstRow.main(new String[] {file});
        } finally {
            System.setOut(console);
        }
        return bytes.toString().lines().toList();
    }

    private static double value(List<String> lines, String name) {
        String line = lines.stream()
                .filter(text -> text.startsWith(name + " "))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(line.substring(name.length() + 1));
    }

    /** fastutil has the version that Tablesaw needs. */
    @Test
    void sortsATable() {
        var rows = List.of(row("b.wav", 2), row("c.wav", 1), row("a.wav", 3));
        var table = Tables.of(FeatureTable.of(rows)).sortOn("length");
        assertThat(table.stringColumn("filename").asList()).containsExactly("c.wav", "b.wav", "a.wav");
    }

    private static FeatureTable.Row row(String file, int length) {
        return FeatureTable.Row.of(file, length, FeatureRow.of(TONE), "tone");
    }

    /** ND4J finds its native library and OpenBLAS. */
    @Test
    void aNetworkPredicts() {
        var preprocessing = FeatureVectorInput.of(Preset.LIBROSA);
        var network =
                Network.of(Architectures.dense(preprocessing.shape(), 2, 1), List.of("low", "high"), preprocessing);
        Map<String, Double> probabilities = network.predict(TONE).probabilities();
        assertThat(probabilities).containsOnlyKeys("low", "high");
        assertThat(probabilities.get("low") + probabilities.get("high")).isCloseTo(1, within(1e-6));
    }

    /** The program that uses Jukelab chooses one. */
    @Test
    void noLoggingIsChosen() {
        assertThat(LoggerFactory.getILoggerFactory().getClass().getName())
                .isEqualTo("org.slf4j.helpers.NOPLoggerFactory");
    }
}
