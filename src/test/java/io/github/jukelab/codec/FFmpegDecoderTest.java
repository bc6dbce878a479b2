package io.github.jukelab.codec;

import static io.github.jukelab.codec.SoundBytes.ascii;
import static io.github.jukelab.codec.SoundBytes.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed files with something added, cut off or put before them. */
class FFmpegDecoderTest {

    private static final byte[] ID3V1 = join(ascii("TAG"), new byte[125]);

    @ParameterizedTest
    @ValueSource(strings = {"tone.mp3", "tone.flac"})
    void tagsAtTheEndChangeNothing(String name) throws IOException {
        byte[] file = bytes(name);
        Wave whole = read(file);
        byte[] lyrics = ascii("LYRICSBEGINla la000016LYRICS200");
        byte[] id3v2 = join(ascii("ID3"), new byte[] {4, 0, 0, 0, 0, 1, 0}, new byte[128]);
        for (byte[] tag : new byte[][] {ID3V1, join(lyrics, ID3V1), id3v2, join(id3v2, ID3V1)}) {
            Wave tagged = read(join(file, tag));
            assertThat(tagged.samples()).isEqualTo(whole.samples());
            assertThat(tagged.warnings()).isEmpty();
        }
    }

    @Test
    void textAfterAnMp3IsNoSound() throws IOException {
        byte[] file = bytes("tone.mp3");
        Wave followed = read(join(file, ascii("added by a server\n".repeat(200))));
        assertThat(followed.samples()).isEqualTo(read(file).samples());
        assertThat(followed.warnings()).isEmpty();
    }

    @Test
    void joinedFilesAreReadToTheEnd() throws IOException {
        byte[] file = bytes("tone.mp3");
        int length = read(file).length();
        Wave joined = read(join(file, ID3V1, file));
        assertThat(joined.length()).isBetween(2 * length, 2 * length + 3 * 1152);
        assertThat(joined.warnings()).isEmpty();
    }

    @Test
    void aChainOfOggFilesIsOneSound() throws IOException {
        byte[] file = bytes("tone.ogg");
        Wave one = read(file);
        Wave chain = read(join(file, file, file));
        assertThat(chain.length()).isEqualTo(3 * one.length());
        assertThat(chain.slice(2 * one.length(), 3 * one.length()).samples()).isEqualTo(one.samples());
        assertThat(chain.warnings()).isEmpty();
    }

    @Test
    void zerosAfterAFlacFileAreNoLoss() throws IOException {
        byte[] file = bytes("tone.flac");
        Wave followed = read(join(file, new byte[700]));
        assertThat(followed.samples()).isEqualTo(read(file).samples());
        assertThat(followed.warnings()).isEmpty();
    }

    @Test
    void somethingBehindAnMp4IsNoLoss() throws IOException {
        Wave followed = read(join(bytes("tone.m4a"), ascii("added by a server ".repeat(9))));
        assertThat(followed.length()).isEqualTo(read(bytes("tone.m4a")).length());
        assertThat(followed.warnings()).isEmpty();
    }

    @Test
    void anMp3AfterOtherBytesKeepsItsDelay() throws IOException {
        Wave late = read(join(new byte[300], bytes("tone.mp3")));
        assertThat(late.samples()).isEqualTo(read(bytes("tone.mp3")).samples());
        assertThat(late.warnings()).containsExactly("skipped: 345 bytes before the sound"); // with its tag of 45
    }

    @ParameterizedTest
    @ValueSource(strings = {"tone.ogg", "tone.flac", "tone.opus"})
    void bytesBeforeTheSoundAreSkipped(String name) throws IOException {
        Wave late = read(join(new byte[300], bytes(name)));
        assertThat(late.samples()).isEqualTo(read(bytes(name)).samples());
        assertThat(late.warnings()).containsExactly("skipped: 300 bytes before the sound");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tone.mp3", "tone.flac"})
    void aCutFileSaysSo(String name) throws IOException {
        byte[] file = bytes(name);
        Wave cut = read(Arrays.copyOf(file, file.length * 3 / 4));
        assertThat(cut.length()).isLessThan(read(file).length());
        assertThat(cut.warnings()).anySatisfy(warning -> assertThat(warning).startsWith("truncated: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tone.m4a", "tone.ogg"})
    void aFileCutBeforeItsFirstSampleIsCalledTruncated(String name) throws IOException {
        byte[] file = bytes(name);
        assertThatThrownBy(() -> read(Arrays.copyOf(file, file.length / 2)))
                .isInstanceOfSatisfying(AudioException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.TRUNCATED);
                    assertThat(e.reason()).startsWith("the file ends too early");
                });
    }

    private static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(SoundBytes.resource("audio/" + name));
    }

    private static Wave read(byte[] bytes) throws AudioException {
        return Wave.read(AudioSource.of("sound", bytes), LoadOptions.WHOLE);
    }
}
