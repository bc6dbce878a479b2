package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.dataset.FolderReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTextTest {

    @TempDir
    Path folder;

    @Test
    void hasTheFirstOfEachKind() throws IOException {
        for (int i = 0; i < 12; i++) {
            Files.writeString(folder.resolve("b%02d.wav".formatted(i)), "");
        }
        Files.writeString(folder.resolve("a.wav"), "");
        Path table = Files.writeString(folder.resolve("labels.csv"), "file,label,site\na,cat,n\nc,cat,n\nd,\u0007,n\n");

        assertThat(FolderText.of(FolderReport.open(table)).lines())
                .startsWith(
                        folder + ": labels of labels.csv: cat 1; 12 files without a row in the table",
                        "passed over: 12",
                        "  b00.wav: no row in the table")
                .endsWith(
                        "  b09.wav: no row in the table",
                        "  … and 2 more",
                        "rows of the label table not used: 2",
                        "  line 3: c: no such file in " + folder,
                        "  line 4: d: no such file in " + folder)
                .hasSize(16);
    }

    @Test
    void endsWithTheWarningAboutGroups() throws IOException {
        Files.writeString(folder.resolve("a.wav"), "");

        assertThat(FolderText.of(FolderReport.open(folder)).lines().toList().get(1))
                .startsWith("no groups are known of these 1 tracks: ");
    }
}
