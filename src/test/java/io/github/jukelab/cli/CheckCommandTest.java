package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.check.Topic;
import io.github.jukelab.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final int SECOND = 22_050;

    @TempDir
    Path folder;

    private Path recordings;
    private Console console;

    /** Five seconds of noise of each label. */
    @BeforeEach
    void clean() throws IOException {
        recordings = folder.resolve("pets");
        console = new Console(recordings);
        Files.createDirectories(recordings.resolve("cat"));
        Files.createDirectories(recordings.resolve("dog"));
        for (int i = 0; i < 5; i++) {
            console.track("cat/" + i + ".wav", SECOND + i);
            console.track("dog/" + i + ".wav", SECOND + 10 + i);
        }
    }

    private void copy(String from, String to) throws IOException {
        Files.copy(recordings.resolve(from), recordings.resolve(to));
    }

    @Test
    void aCleanFolderIsToldInThreeLines() {
        assertThat(console.run("check", recordings)).isZero();
        assertThat(console.output())
                .containsExactly(
                        recordings + ": a folder per class: cat 5, dog 5",
                        "",
                        "10 of 10 tracks can be used: cat 5, dog 5",
                        "Nothing was found. Training can go on.");
    }

    @Test
    void warningsHaveTheFirstTenFilesAndAnAdvice() throws IOException {
        for (int i = 0; i < 12; i++) {
            Files.writeString(recordings.resolve("cat/x" + (char) ('a' + i) + ".wav"), "");
        }
        assertThat(console.run("check", recordings)).isZero();
        assertThat(console.output())
                .contains("warning: cannot be read: 12", "  cat/xj.wav: the file is empty (0 bytes)", "  … and 2 more")
                .doesNotContain("  cat/xk.wav: the file is empty (0 bytes)")
                .contains("  → " + Topic.UNREADABLE.advice())
                .endsWith(
                        "10 of 22 tracks can be used: cat 5, dog 5",
                        "Training can go on. Look at the warnings before: cannot be read.");
    }

    @Test
    void anErrorEndsWithOne() throws IOException {
        copy("cat/1.wav", "dog/again.wav");
        assertThat(console.run("check", recordings)).isEqualTo(1);
        assertThat(console.output())
                .contains(
                        "error: the same sound on two sides: 1",
                        "  dog/again.wav: the same samples as cat/1.wav, which has the label cat")
                .endsWith("Training should not go on: the same sound on two sides.");
    }

    @Test
    void thePageHasEverythingAndNoScript() throws IOException {
        for (int i = 0; i < 12; i++) {
            Files.writeString(recordings.resolve("cat/<b>" + i + "&\u202e.wav"), "");
        }
        copy("cat/1.wav", "dog/again.wav");
        Path page = folder.resolve("new/check.html");
        assertThat(console.run("check", recordings, "--html", page)).isEqualTo(1);
        assertThat(page)
                .content()
                .startsWith("<!DOCTYPE html>\n")
                .contains("<strong>Training should not go on: the same sound on two sides.</strong>")
                .contains("warning: cannot be read: 12</h2>", "error: the same sound on two sides: 1</h2>")
                .contains("<tr><td>cat/&lt;b&gt;11&amp;\\u202e.wav</td><td>the file is empty (0 bytes)</td></tr>")
                .contains("color-scheme: light dark")
                .doesNotContain("<script", "http", "<b>", "\u202e")
                .endsWith("</html>\n");
        assertThat(console.run("check", recordings, "--html", page)).isEqualTo(1);
    }

    @Test
    void aLabelTableSaysWhatIsLookedAt() throws IOException {
        StringBuilder rows = new StringBuilder("file,start,end,label\n");
        for (int i = 0; i < 5; i++) {
            rows.append("cat/" + i + ".wav,0,0.4,meow\n").append("cat/" + i + ".wav,0.5,0.9,purr\n");
        }
        Path table = Files.writeString(folder.resolve("labels.csv"), rows + "cow/1.wav,0,1,moo\n");
        Path page = folder.resolve("check.html");
        assertThat(console.run("check", recordings, "--labels", table, "--html", page))
                .isZero();
        assertThat(console.output())
                .startsWith(
                        recordings + ": labels of labels.csv: meow 5, purr 5; 5 files without a row in the table",
                        "jukelab: passed over: 5")
                .contains("jukelab: rows of the label table not used: 1")
                .endsWith("10 of 10 tracks can be used: meow 5, purr 5", "Nothing was found. Training can go on.");
        assertThat(page).content().contains("rows of the label table not used: 1</h2>", "cow/1.wav");

        Files.writeString(table, rows + "cat/1.wav,0.2,0.4,purr\n");
        assertThat(console.run("check", recordings, "--labels", table)).isEqualTo(1);
        assertThat(console.errors()).last().asString().contains("several labels for one sound are not supported");
    }

    @Test
    void thePlaceOfThePageIsTriedBefore() throws IOException {
        Path other = Files.writeString(folder.resolve("notes.html"), "my notes");
        assertThat(console.run("check", recordings, "--html", other)).isEqualTo(1);
        assertThat(console.output()).isEmpty();
        assertThat(console.errors())
                .containsExactly("jukelab: " + other + ": exists and is not a page of check; --force replaces it");
        assertThat(other).hasContent("my notes");
        assertThat(console.run("check", recordings, "--html", other, "--force")).isZero();
        assertThat(other).content().contains("Nothing was found.");
    }

    @Test
    void aFolderThatIsNone() {
        assertThat(console.run("check", folder.resolve("none"))).isEqualTo(1);
        assertThat(console.output()).isEmpty();
        assertThat(console.errors()).singleElement().asString().startsWith("jukelab: " + folder.resolve("none"));
        assertThat(console.run("check")).isEqualTo(2);
    }

    @Test
    void fewFilesAreThoseThatTrainingLeavesOut() {
        assertThat(Topic.FEW.advice()).contains("fewer than " + Recipe.MIN_TRACKS + " files");
    }
}
