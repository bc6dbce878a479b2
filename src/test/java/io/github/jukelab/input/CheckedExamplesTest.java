package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.BadFiles;
import io.github.jukelab.Progress;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.dataset.AudioFolder;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedExamplesTest {

    private static final MelWindows WINDOWS =
            MelWindows.REPAIRED.withMel(MelBank.of(8, 22_050)).withWindows(11_025, 11_025);
    private static final FeatureVectorInput FEATURES = FeatureVectorInput.of(Preset.LIBROSA);

    @TempDir
    Path folder;

    private Dataset dataset;

    /** With broken files, a copy, one too short for features, and one that is damaged. */
    @BeforeEach
    void write() throws IOException {
        Path sounds = folder.resolve("sounds");
        for (String label : List.of("cat", "dog")) {
            for (int i = 0; i < 3; i++) {
                Waves.noise(22_050 + i, label.hashCode() + i)
                        .write(sounds.resolve(label).resolve(i + ".wav"));
            }
        }
        BadFiles.write(sounds.resolve("cat"));
        Files.copy(sounds.resolve("cat/0.wav"), sounds.resolve("dog/copy.wav"));
        Waves.noise(500, 1).write(sounds.resolve("dog/short.wav"));
        dataset = AudioFolder.at(sounds);
    }

    private CheckedExamples read(Preprocessing... preprocessings) throws IOException {
        ExampleCache cache = new ExampleCache(folder.resolve("kept"), Long.MAX_VALUE, 0);
        return CheckedExamples.of(Optional.of(cache), dataset, List.of(preprocessings), Progress.NONE);
    }

    private static List<String> reasons(CheckedExamples examples, Preprocessing preprocessing) {
        return examples.collector().skipped(preprocessing).values().stream()
                .map(AudioException::getMessage)
                .toList();
    }

    @Test
    void aSecondRunHasTheSameReportReasonsAndValues() throws IOException {
        CheckedExamples first = read(WINDOWS, FEATURES);
        CheckedExamples second = read(WINDOWS, FEATURES);

        assertThat(first.notes()).hasSize(2).allMatch(note -> note.startsWith("examples kept for later runs: "));
        assertThat(second.notes()).hasSize(2).allMatch(note -> note.startsWith("examples kept by an earlier run: "));
        assertThat(second.report()).isEqualTo(first.report());
        assertThat(first.report().unusable()).hasSizeGreaterThan(3).contains("dog/copy");
        assertThat(reasons(second, FEATURES))
                .isEqualTo(reasons(first, FEATURES))
                .isNotEmpty();
        assertSameValues(first, second, WINDOWS);
        assertSameValues(first, second, FEATURES);
    }

    private void assertSameValues(CheckedExamples first, CheckedExamples second, Preprocessing preprocessing) {
        List<String> without = new ArrayList<>(first.report().unusable());
        without.addAll(first.collector().skipped(preprocessing).keySet());
        Dataset usable = dataset.without(without);
        Examples expected = first.collector().examples(preprocessing, usable);
        Examples examples = second.collector().examples(preprocessing, usable);
        assertThat(examples.ids()).isEqualTo(expected.ids());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(examples.values(i)).isEqualTo(expected.values(i));
        }
    }

    @Test
    void onlyWhatIsMissingIsMade() throws IOException {
        read(WINDOWS);
        assertThat(read(WINDOWS, FEATURES).notes())
                .satisfiesExactly(
                        note -> assertThat(note).startsWith("examples kept by an earlier run: "),
                        note -> assertThat(note).startsWith("examples kept for later runs: "));
    }

    @Test
    void withoutPreprocessingsFilesAreOnlyChecked() throws IOException {
        assertThat(read().report()).isEqualTo(read(WINDOWS).report());
    }
}
