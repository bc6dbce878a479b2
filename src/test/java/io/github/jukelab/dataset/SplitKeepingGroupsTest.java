package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten tracks per label; cats 0, 4 and 7 have the same samples, dogs 2 and 3, and cat 1 and dog 9. */
class SplitKeepingGroupsTest {

    private static final Map<String, String> DUPLICATES =
            Map.of("cat/4", "cat/0", "cat/7", "cat/0", "dog/3", "dog/2", "dog/9", "cat/1");

    @TempDir
    Path folder;

    private Dataset dataset;
    private IntegrityReport report;

    @BeforeEach
    void createTracks() throws IOException {
        for (String label : List.of("cat", "dog")) {
            for (int i = 0; i < 10; i++) {
                String track = DUPLICATES.getOrDefault(label + "/" + i, label + "/" + i);
                Tree.put(folder, label + "/" + i + ".wav", Tree.wav(20, track.hashCode()));
            }
        }
        dataset = AudioFolder.at(folder);
        report = dataset.validate(Progress.NONE);
    }

    @Test
    void findsDuplicates() {
        assertThat(report.duplicates()).isEqualTo(DUPLICATES);
    }

    @Test
    void duplicatesAreInOneSubset() {
        for (long seed = 0; seed < 20; seed++) {
            Split random =
                    dataset.split(SplitRatio.of(0.5, 0.2, 0.3), seed).keepingGroups(dataset, report.duplicates());
            assertTogether(random);
            Split chosen = dataset.split(SplitRatio.of(0.6, 0.4), seed).withValidation(dataset, 0.3, seed);
            assertTogether(chosen.keepingGroups(dataset, report.duplicates()));
        }
    }

    @Test
    void foldsTestEveryTrackOnce() {
        Set<String> tested = new HashSet<>();
        for (Split fold : Splits.kFold(dataset, 3, 5)) {
            Split together = fold.keepingGroups(dataset, report.duplicates());
            assertTogether(together);
            assertThat(together.test())
                    .allSatisfy(track -> assertThat(tested.add(track)).isTrue());
        }
        assertThat(tested).hasSize(20);
    }

    @Test
    void theTrackThatNamesTheGroupDecidesIfItIsInTheSplit() {
        Split split = split(List.of("cat/7", "dog/2"), List.of("cat/0", "dog/3", "cat/4"));
        Split withoutFirst = split(List.of("cat/7", "dog/2"), List.of("cat/4", "dog/5"));

        assertThat(split.keepingGroups(dataset, report.duplicates()).test()).containsExactly("cat/7", "cat/0", "cat/4");
        assertThat(withoutFirst.keepingGroups(dataset, report.duplicates()).train())
                .containsExactly("cat/7", "dog/2", "cat/4");
        assertThat(withoutFirst.keepingGroups(dataset, report.duplicates()).name())
                .isEqualTo("a list, groups together");
    }

    @Test
    void keepsSegmentsTogetherAndRefusesSegmentsAtRandom() {
        Segments segments = Segments.of(dataset, 2);
        Split tracks = dataset.split(SplitRatio.of(0.5, 0.5), 1).ofSegments(dataset, segments);
        Split rows = Splits.bySegment(dataset, segments, SplitRatio.of(0.5, 0.5), 1);

        Split together = tracks.keepingGroups(dataset, report.duplicates());
        assertThat(together.subset("cat/7.1")).isEqualTo(tracks.subset("cat/0.0"));
        assertThatThrownBy(() -> rows.keepingGroups(dataset, report.duplicates()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "groups cannot be kept together in a split that separates segments of a track: Split[BY");
    }

    @Test
    void refusesEmptySubsets() {
        Split split = split(List.of("cat/0"), List.of("cat/7"));

        assertThatThrownBy(() -> split.keepingGroups(dataset, report.duplicates()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 2 and 0 ids");
    }

    @Test
    void groupsMayHaveAnyName() {
        Split split = split(List.of("cat/2", "dog/2"), List.of("cat/3", "dog/5"));

        Split together = split.keepingGroups(dataset, Map.of("cat/2", "Tom", "cat/3", "Tom"));

        assertThat(together.train()).containsExactly("cat/2", "dog/2", "cat/3");
    }

    private Split split(List<String> train, List<String> test) {
        return new Split(
                "a list", 0, train, List.of(), test, Leakage.of(Overlap.of(dataset, Segments.NONE, train, test)));
    }

    private static void assertTogether(Split split) {
        DUPLICATES.forEach(
                (track, first) -> assertThat(split.subset(track)).as(track).isEqualTo(split.subset(first)));
    }
}
