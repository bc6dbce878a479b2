package io.github.jukelab.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MusicnnPackageTest {

    @TempDir
    Path folder;

    @Test
    void readsWeightsTagsAndLicence() throws IOException {
        Embedding embedding = MusicnnPackage.read(TinyMusicnn.writePackage(folder.resolve("tiny.whl"), 1));

        assertThat(embedding.id()).isEqualTo(TinyMusicnn.embedding(1).id());
        assertThat(embedding.tags()).isEqualTo(TinyMusicnn.TAGS);
        assertThat(embedding.licence()).isEqualTo("Free to use.");
        assertThat(embedding.source()).contains("musicnn 0.1.0");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        Path other = TinyMusicnn.writeZip(folder.resolve("other.whl"), Map.of("a", new byte[1]));
        assertThatThrownBy(() -> MusicnnPackage.read(other))
                .isInstanceOf(IOException.class)
                .hasMessage(other + ": not the package musicnn 0.1.0, or a damaged one: it has no "
                        + "musicnn/MSD_musicnn/.index");
        Path text = Files.writeString(folder.resolve("text.whl"), "text");
        assertThatThrownBy(() -> MusicnnPackage.read(text)).hasMessageStartingWith(text + ": not the package musicnn");
    }
}
