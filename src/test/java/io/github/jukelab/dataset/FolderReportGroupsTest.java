package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The warning about groups that are not known. */
class FolderReportGroupsTest {

    private static final String IF =
            "if takes of one speaker, animal or place are in several of them, the accuracy is too high. Name the groups"
                    + " in a column group of the label table, or as folders within those of the classes";

    @TempDir
    Path folder;

    private FolderReport report(String... files) throws IOException {
        for (String file : files) {
            Tree.put(folder, file, new byte[0]);
        }
        return FolderReport.open(folder);
    }

    private FolderReport labelled(String text) throws IOException {
        report("a.wav", "b.wav");
        return FolderReport.open(Tree.put(folder, "labels.csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void countsTracksWithoutGroup() throws IOException {
        assertThat(report("cat/1.wav", "cat/2.wav", "dog/1.wav").groupWarning())
                .contains("no groups are known of these 3 tracks: " + IF);
        assertThat(report("dog/rex/1.wav").groupWarning()).contains("no group is known of 3 of these 4 tracks: " + IF);
    }

    /** Numbers alone tell nothing; those behind several names may be takes. */
    @Test
    void countsNamesThatDifferInANumber() throws IOException {
        assertThat(report("cat/tom_1.wav", "cat/tom_02.wav", "cat/mia-1.wav", "dog/d1.wav", "dog/d2.wav")
                        .groupWarning())
                .contains("no groups are known of these 5 tracks: " + IF
                        + ". 2 names differ from others in a number only, such as cat/tom_02 and cat/tom_1");
    }

    @Test
    void knownGroupsAreSilent() throws IOException {
        assertThat(labelled("file,label,animal\na.wav,cat,tom\nb.wav,dog,rex\n").groupWarning())
                .isEmpty();
        assertThat(FolderReport.of(Tree.ofEmptyFiles(folder.resolve("gtzan"), 2, "jazz", "rock"))
                        .groupWarning())
                .isEmpty();
    }

    @Test
    void filesAreNotTheGroupsThatMatter() throws IOException {
        assertThat(labelled("file,label,start,end\na.wav,cat,0,1\na.wav,cat,1,2\nb.wav,dog,0,1\n")
                        .groupWarning())
                .contains("the only groups of these 3 tracks are their 2 files: " + IF);
    }

    @Test
    void foldersTrainAndTestAreAnAnswer() throws IOException {
        assertThat(report("train/cat/1.wav", "test/cat/1.wav", "train/dog/1.wav")
                        .groupWarning())
                .isEmpty();
    }
}
