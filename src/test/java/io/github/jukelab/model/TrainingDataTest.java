package io.github.jukelab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.Sha256;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetInfo;
import io.github.jukelab.dataset.Leakage;
import io.github.jukelab.dataset.Segments;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.SyntheticMusic;
import io.github.jukelab.dataset.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was in training is recognised, and nothing else is. */
class TrainingDataTest {

    private static final Leakage LEAKAGE = new Leakage(Set.of(), Set.of("a"), 1, 2, 0);

    @TempDir
    Path folder;

    private Dataset dataset;

    /** Four tracks: two artists and two unknown ones. */
    @BeforeEach
    void write() throws IOException {
        dataset = new Dataset(
                info("mine"),
                folder,
                List.of(track("cat/1", "a"), track("cat/2", "a"), track("dog/1", "b"), track("dog/2", null)));
    }

    private static DatasetInfo info(String id) {
        return new DatasetInfo(
                id,
                "my animals",
                List.of("cat", "dog"),
                Map.of(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                "CC BY 4.0",
                "Me 2026",
                "own",
                Map.of(),
                Map.of(),
                Map.of());
    }

    private Track track(String id, String artist) throws IOException {
        Path file = folder.resolve(id + ".wav");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "sound of " + id);
        return new Track(id, id.substring(0, 3), Optional.ofNullable(artist), file);
    }

    private static Split split(List<String> train, List<String> validation, List<String> test) {
        return new Split("by hand", 0, train, validation, test, LEAKAGE);
    }

    @Test
    void hasTermsAndGroupsOfTheTrainingSet() {
        TrainingData data =
                TrainingData.of(dataset, split(List.of("cat/1", "cat/2", "dog/2"), List.of(), List.of("dog/1")));
        assertThat(data.id()).isEqualTo("mine");
        assertThat(data.title()).isEqualTo("my animals");
        assertThat(data.licence()).isEqualTo("CC BY 4.0");
        assertThat(data.citation()).isEqualTo("Me 2026");
        assertThat(data.synthetic()).isFalse();
        assertThat(data.groups()).isEqualTo(1);
        assertThat(data.leaks()).isTrue();
        assertThat(data.leakage()).isEqualTo(LEAKAGE.toString());
        assertThat(data).hasToString("TrainingData[3 tracks of my animals]");
    }

    @Test
    void trainingAndValidationSetWereSeenAndTheTestSetWasNot() throws IOException {
        TrainingData data =
                TrainingData.of(dataset, split(List.of("cat/1"), List.of("dog/1"), List.of("cat/2", "dog/2")));
        assertThat(dataset.trackIds())
                .filteredOn(id -> data.hasTrack("mine", id))
                .containsExactly("cat/1", "dog/1");
        assertThat(data.tracks()).hasSize(2);
        for (Track track : dataset.tracks()) {
            assertThat(data.hasFile(track.file())).isEqualTo(track.id().endsWith("1"));
        }
    }

    @Test
    void aFileIsRecognisedByItsContentOnly() throws IOException {
        TrainingData data = TrainingData.of(dataset, split(List.of("cat/1"), List.of(), List.of("dog/1")));
        Path file = folder.resolve("cat/1.wav");
        Path renamed = Files.copy(file, folder.resolve("other.wav"));
        assertThat(data.hasFile(renamed)).isTrue();
        Files.writeString(file, "sound of something else");
        assertThat(data.hasFile(file)).isFalse();
        assertThat(data.files()).containsExactly(Sha256.of("sound of cat/1").substring(0, 16));
    }

    @Test
    void anIdIsRecognisedInItsOwnDataSetOnly() {
        TrainingData data = TrainingData.of(dataset, split(List.of("cat/1"), List.of(), List.of("dog/1")));
        assertThat(data.hasTrack("mine", "cat/1")).isTrue();
        assertThat(data.hasTrack("yours", "cat/1")).isFalse();
        assertThat(data.hasTrack("mine", "cat/10")).isFalse();
    }

    /** A renamed copy by its content, a changed file by its id; a file that is gone is not known. */
    @Test
    void namesTheTracksOfAnotherDataSetThatWereSeen() throws IOException {
        TrainingData data = TrainingData.of(dataset, split(List.of("cat/1", "cat/2"), List.of(), List.of("dog/1")));
        Path copy = Files.copy(folder.resolve("cat/1.wav"), folder.resolve("copy.wav"));
        Files.writeString(folder.resolve("cat/2.wav"), "changed");
        List<Track> tracks = List.of(
                new Track("new/1", "cat", Optional.empty(), copy),
                new Track("cat/2", "cat", Optional.empty(), folder.resolve("cat/2.wav")),
                new Track("dog/1", "dog", Optional.empty(), folder.resolve("dog/1.wav")),
                new Track("dog/9", "dog", Optional.empty(), folder.resolve("missing.wav")));
        List<Long> reported = new ArrayList<>();
        assertThat(data.seen(new Dataset(info("mine"), folder, tracks), (done, total, what) -> reported.add(done)))
                .containsExactly("new/1", "cat/2");
        assertThat(data.seen(new Dataset(info("yours"), folder, tracks), Progress.NONE))
                .containsExactly("new/1");
        assertThat(reported).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aFileThatIsGoneHasNoChecksum() throws IOException {
        Files.delete(folder.resolve("cat/1.wav"));
        TrainingData data = TrainingData.of(dataset, split(List.of("cat/1", "cat/2"), List.of(), List.of("dog/1")));
        assertThat(data.tracks()).hasSize(2);
        assertThat(data.files()).hasSize(1);
    }

    @Test
    void segmentsCountAsTheirTracks() {
        Map<String, String> tracks = new LinkedHashMap<>();
        for (String id : dataset.trackIds()) {
            tracks.put(id + ".0", id);
            tracks.put(id + ".1", id);
        }
        Split split = new Split(
                "segments",
                0,
                List.of("cat/1.0", "cat/1.1", "dog/1.1"),
                List.of(),
                List.of("dog/1.0"),
                LEAKAGE,
                new Segments(tracks));
        TrainingData data = TrainingData.of(dataset, split);
        assertThat(dataset.trackIds())
                .filteredOn(id -> data.hasTrack("mine", id))
                .containsExactly("cat/1", "dog/1");
    }

    @Test
    void syntheticDataAreKnown() {
        List<String> ids = SyntheticMusic.INFO.trackIds().subList(0, 2);
        TrainingData data = TrainingData.of(
                Dataset.of(SyntheticMusic.INFO, ids), split(ids.subList(0, 1), List.of(), ids.subList(1, 2)));
        assertThat(data.synthetic()).isTrue();
        assertThat(data.files()).isEmpty();
    }

    @Test
    void checksumsAndNumbersAreChecked() {
        Set<String> good = Set.of("0123456789abcdef");
        assertThatThrownBy(() -> data(0, Set.of(), good)).hasMessage("number of tracks must be at least 1, got 0");
        assertThatThrownBy(() -> data(-1, good, good)).hasMessage("groups must be at least 0, got -1");
        assertThatThrownBy(() -> data(0, Set.of("0123"), good))
                .hasMessage("a checksum must have 16 hexadecimal digits, got 0123");
        assertThatThrownBy(() -> data(0, good, Set.of("0123456789ABCDEF"))).hasMessageContaining("hexadecimal digits");
    }

    private static TrainingData data(int groups, Set<String> tracks, Set<String> files) {
        return new TrainingData("x", "x", "none", "none", false, groups, false, "none", tracks, files);
    }
}
