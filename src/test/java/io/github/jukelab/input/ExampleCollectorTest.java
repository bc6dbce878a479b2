package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.dataset.AudioFolder;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.IntegrityReport;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleCollectorTest {

    private static final MelWindows WINDOWS =
            MelWindows.REPAIRED.withMel(MelBank.of(8, 22_050)).withWindows(11_025, 11_025);

    @TempDir
    Path folder;

    private Dataset dataset() throws IOException {
        for (String label : List.of("cat", "dog")) {
            for (int i = 0; i < 5; i++) {
                Waves.noise(22_050 + 5000 * i, label.hashCode() + i)
                        .write(folder.resolve(label).resolve(i + ".wav"));
            }
        }
        return AudioFolder.at(folder);
    }

    /** The files are deleted after the check: nothing is decoded a second time. */
    @Test
    void givesTheExamplesOfFilesThatWereReadOnce() throws IOException {
        Dataset dataset = dataset();
        Examples expected = WINDOWS.examples(dataset.tracks(), dataset.labels(), Progress.NONE);
        ExampleCollector collector = new ExampleCollector(List.of(WINDOWS, ResizedSpectrogram.REPAIRED, WINDOWS));

        IntegrityReport report = dataset.validate(collector, Progress.NONE);
        for (Track track : dataset.tracks()) {
            Files.delete(track.file());
        }
        Examples examples = collector.examples(WINDOWS, dataset);

        assertThat(report.unusable()).isEmpty();
        assertThat(examples.ids()).isEqualTo(expected.ids());
        assertThat(examples.labels()).isEqualTo(expected.labels());
        assertThat(examples.counts()).isEqualTo(expected.counts());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(examples.values(i)).isEqualTo(expected.values(i));
        }
        assertThat(collector.examples(ResizedSpectrogram.REPAIRED, dataset).size())
                .isEqualTo(10);
    }

    @Test
    void givesTheExamplesOfSomeTracksAndLabels() throws IOException {
        Dataset dataset = dataset();
        ExampleCollector collector = new ExampleCollector(List.of(WINDOWS));
        dataset.validate(collector, Progress.NONE);

        Examples dogs =
                collector.examples(WINDOWS, dataset.withLabels(List.of("dog")).without(List.of("dog/0")));

        assertThat(dogs.labels()).containsExactly("dog");
        assertThat(dogs.tracks()).containsExactly("dog/1", "dog/2", "dog/3", "dog/4");
    }

    @Test
    void aTrackThatIsTooShortIsSkipped() throws IOException {
        Dataset dataset = dataset();
        Path file = folder.resolve("cat/short.wav");
        Waves.noise(500, 1).write(file);
        FeatureVectorInput rows = FeatureVectorInput.of(Preset.KAGGLE_2020);
        ExampleCollector collector = new ExampleCollector(List.of(rows, WINDOWS));
        Dataset all = AudioFolder.at(folder);
        all.validate(collector, Progress.NONE);

        assertThat(collector.skipped(rows)).containsOnlyKeys("cat/short");
        assertThat(collector.skipped(rows).get("cat/short"))
                .hasMessageStartingWith(file + ": reflect padding by 1024 needs ");
        assertThat(collector.skipped(WINDOWS)).isEmpty();
        assertThat(collector.examples(rows, dataset).size()).isEqualTo(10);
        assertThatThrownBy(() -> collector.examples(rows, all))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ": ");
        assertThatThrownBy(() -> collector.examples(ResizedSpectrogram.REPAIRED, dataset))
                .hasMessageStartingWith("preprocessing must be one of ");
    }

    @Test
    void aSoundThatIsTooLoudIsSkipped() throws IOException {
        Track track = new Track("cat.loud", "cat", Optional.empty(), folder.resolve("loud.wav"));
        MelWindows power = WINDOWS.withScale(Scale.POWER);
        ExampleCollector collector = new ExampleCollector(List.of(power));
        collector.accept(track, Waves.of(22_050, i -> 1e20 * Math.sin(i)));
        assertThat(collector.skipped(power).get("cat.loud"))
                .hasMessage(track.file()
                        + ": samples up to 1.0e+20 are too large for features; scale the sound to [-1, 1]");
    }

    /** After a lack of memory a track is given once more; then the values of the second time count. */
    @Test
    void aTrackCanBeGivenOnceMore() throws IOException {
        Dataset dataset = dataset();
        Track track = dataset.tracks().get(0);
        ExampleCollector collector = new ExampleCollector(List.of(WINDOWS));
        collector.accept(track, Waves.noise(22_050, 99));
        dataset.validate(collector, Progress.NONE);

        Examples expected = WINDOWS.examples(dataset.tracks(), dataset.labels(), Progress.NONE);
        assertThat(collector.examples(WINDOWS, dataset).values(0)).isEqualTo(expected.values(0));
        assertThat(collector.examples(WINDOWS, dataset).ids()).isEqualTo(expected.ids());
    }
}
