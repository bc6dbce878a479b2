package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.Mutants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged label tables are read, or refused with their name. */
class DatasetsLabelsMutantsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file,label,start,end,animal\nday.wav,wren,0,1.5,w1\n\"day.wav\",owl,1.5,3,w1\nnight,owl,,,\n",
                "0.000000\t1.500000\twren\n\\\t1000.0\t2000.0\n2.000000\t2.500000\towl\n",
                "Selection\tView\tBegin Time (s)\tEnd Time (s)\tFile Offset (s)\tBegin File\tSpecies\n"
                        + "1\tW\t0.5\t1.5\t0.5\tday.wav\twren\n1\tS\t0.5\t1.5\t0.5\tday.wav\twren\n"
                        + "2\tW\t61\t62\t1\tnight.wav\towl\n"
            })
    void neverEndInAnotherException(String whole) throws IOException {
        Tree.put(folder, "day.wav", new byte[0]);
        Tree.put(folder, "night.wav", new byte[0]);
        Path table = folder.resolve("day.txt");

        Mutants.of(whole.getBytes(StandardCharsets.UTF_8), 300, 1).forEach(mutant -> readOrRefuse(table, mutant));
    }

    private static void readOrRefuse(Path table, byte[] mutant) {
        try {
            Files.write(table, mutant);
            FolderReport report = FolderReport.open(table);
            assertThat(report.dataset().labels()).isNotEmpty().noneMatch(String::isBlank);
        } catch (DatasetException e) {
            assertThat(e.getMessage()).startsWith(table + ": ");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
