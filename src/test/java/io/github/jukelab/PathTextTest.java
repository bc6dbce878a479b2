package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PathTextTest {

    @Test
    void separatesNamesByASlash() {
        assertThat(PathText.of(Path.of("cat", "k\u00e4fig 1.wav"))).isEqualTo("cat/k\u00e4fig 1.wav");
        assertThat(PathText.of(Path.of("1.wav"))).isEqualTo("1.wav");
    }

    /** 0xE9 and 0xE8 alone are not UTF-8; in Latin-1 they are é and è. A percent sign stays one. */
    @Test
    void readsNamesThatAreNotUtf8AsLatin1() {
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");

        assertThat(PathText.of(Path.of(URI.create("file:///caf%E9%20%2525.wav"))))
                .isEqualTo("caf\u00e9 %25.wav");
        assertThat(PathText.of(Path.of(URI.create("file:///%C3%A4/caf%E8.wav"))))
                .isEqualTo("\u00e4/caf\u00e8.wav");
    }

    /** As macOS names files: a letter, then its accent. */
    @Test
    void composesAccents() {
        assertThat(PathText.of(Path.of("ka\u0308fig", "1.wav"))).isEqualTo("k\u00e4fig/1.wav");
    }

    @Test
    void aLabelIsTextWithoutBlanksAround() {
        assertThat(PathText.label(" cat\u00a0")).isEqualTo("cat");
        assertThat(PathText.label("big cat")).isEqualTo("big cat");
        assertThat(PathText.label("a\nb")).isEqualTo("a\\u000ab");
        assertThat(PathText.label(" ")).isEqualTo("unknown");
    }

    @Test
    void extensionsBeginWithTheLastDotOfTheLastName() {
        assertThat(PathText.withoutExtension("v1.0/take.00000.wav")).isEqualTo("v1.0/take.00000");
        assertThat(PathText.extension("v1.0/take.00000.wav")).isEqualTo(".wav");
        assertThat(PathText.withoutExtension("v1.0/take")).isEqualTo("v1.0/take");
        assertThat(PathText.extension("v1.0/.hidden")).isEmpty();
    }
}
