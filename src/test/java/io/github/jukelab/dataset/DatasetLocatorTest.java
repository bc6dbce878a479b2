package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search order. Synthetic data sets are created as empty files, so that nothing is rendered. */
class DatasetLocatorTest {

    @TempDir
    Path home;

    @Test
    void opensTheNamedFolderFirst() throws IOException {
        put("data/cats_dogs/train/cat/cat_1.wav", "mine/train/dog/dog_barking_2.wav", "data/tracks/rock/one.mp3");
        put("mine/jazz/two.flac");
        String mine = home.resolve("mine").toString();

        assertThat(ids(locator(Map.of("CATS_DOGS", mine)).open(DefaultDataset.ANIMALS, Progress.NONE)))
                .containsExactly("dog.dog_barking_2");
        assertThat(ids(locator(Map.of("TRACKS", " " + mine + " ")).open(DefaultDataset.TRACKS, Progress.NONE)))
                .containsExactly("jazz/two", "train/dog/dog_barking_2");
    }

    @Test
    void opensTheUsersCopySecond() throws IOException {
        put("data/cats_dogs/train/cat/cat_1.wav", "data/tracks/rock/one.mp3");

        assertThat(ids(locator(Map.of("CATS_DOGS", "")).open(DefaultDataset.ANIMALS, Progress.NONE)))
                .containsExactly("cat.cat_1");
        assertThat(ids(locator(Map.of()).open(DefaultDataset.TRACKS, Progress.NONE)))
                .containsExactly("rock/one");
    }

    @Test
    void opensTheSyntheticDataSetLast() throws IOException {
        putSynthetic("data/standin-animals", "animals", SyntheticAnimals.INFO.trackIds(), ".wav");
        putSynthetic("data/standin-tracks", "tracks", SyntheticTracks.INFO.trackIds(), ".mp3");

        assertThat(locator(Map.of()).open(DefaultDataset.ANIMALS, Progress.NONE))
                .hasToString("Dataset[synthetic animals, 80 of 80 tracks, 2 labels]");
        assertThat(locator(Map.of()).open(DefaultDataset.TRACKS, Progress.NONE))
                .hasToString("Dataset[synthetic tracks, 16 of 16 tracks, 2 labels]");
    }

    @Test
    void foldersWithOnlyTablesHaveNoRecordings() throws IOException {
        put("data/gtzan/features_30_sec.csv");
        assertThat(Datasets.hasTablesOnly(home.resolve("data/gtzan"))).isTrue();
        Files.createDirectories(home.resolve("data/gtzan/genres_original"));
        assertThat(Datasets.hasTablesOnly(home.resolve("data/gtzan"))).isFalse();
        assertThat(Datasets.hasTablesOnly(home.resolve("nowhere"))).isFalse();
        assertThat(locator(Map.of()).folder(DefaultDataset.MUSIC)).contains(home.resolve("data/gtzan"));
        assertThat(locator(Map.of()).recordings(DefaultDataset.MUSIC)).contains(home.resolve("data/gtzan"));
        Files.delete(home.resolve("data/gtzan/genres_original"));
        assertThat(locator(Map.of()).recordings(DefaultDataset.MUSIC)).isEmpty();
        assertThat(locator(Map.of()).folder(DefaultDataset.TRACKS)).isEmpty();
    }

    @Test
    void refusesMissingNamedFolders() {
        String none = home.resolve("none").toString();

        assertThatThrownBy(() -> locator(Map.of("CATS_DOGS", none)).open(DefaultDataset.ANIMALS, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage(none + ": no such folder");
        assertThatThrownBy(() -> locator(Map.of("TRACKS", none)).open(DefaultDataset.TRACKS, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage(none + ": no such folder");
    }

    private DatasetLocator locator(Map<String, String> environment) {
        return new DatasetLocator(home, environment);
    }

    private static List<String> ids(Dataset dataset) {
        return dataset.trackIds();
    }

    private void putSynthetic(String folder, String name, List<String> tracks, String extension) throws IOException {
        for (String track : tracks) {
            put(folder + "/" + track.substring(0, track.lastIndexOf('.')) + "/" + track + extension);
        }
        String note = "stand-in " + name + " set, version 1, seed 2026\n";
        Files.writeString(home.resolve(folder).resolve("stand-in.txt"), note);
    }

    private void put(String... files) throws IOException {
        for (String file : files) {
            Path path = home.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, new byte[0]);
        }
    }
}
