package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.dataset.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaylistTest {

    private static final Wave TEN_SECONDS = Wave.of(new float[80_000], 8000);

    /** The length of the first player. */
    private static double seconds(Playlist playlist) {
        String html = playlist.bundle().data().get(MimeBundle.HTML);
        Matcher sound = Pattern.compile("audio/wav;base64,([^\"]+)\"").matcher(html);
        assertThat(sound.find()).isTrue();
        return (Base64.getDecoder().decode(sound.group(1)).length - 44) / 2.0 / 8000;
    }

    @Test
    void playsWavesInTheOrderOfAddition() {
        Playlist two = Playlist.of("soft", TEN_SECONDS);
        Playlist three = two.and("hard", TEN_SECONDS).and("a click", TEN_SECONDS);

        assertThat(three).hasToString("Playlist[soft, hard, a click]");
        assertThat(two).hasToString("Playlist[soft]");
        assertThat(three.bundle().data().get(MimeBundle.HTML)).containsSubsequence("<audio", "<audio", "<audio");
    }

    /** Of a track that is a part of a file, the part is played. */
    @Test
    void oneOfEachPlaysParts(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.wav");
        TEN_SECONDS.write(file);
        Track part = new Track("a@0-250ms", "blues", Optional.empty(), file, Optional.of(new TimeSpan(0, 0.25)));

        Playlist playlist = Playlist.oneOfEach(new Dataset(Gtzan.INFO, folder, List.of(part)));

        assertThat(seconds(playlist)).isEqualTo(0.25);
    }

    @Test
    void excerptsAreTwoSecondsByDefault() {
        Playlist playlist = Playlist.of("silence", TEN_SECONDS);

        assertThat(seconds(playlist)).isEqualTo(2);
        assertThat(seconds(playlist.withSeconds(4.5))).isEqualTo(4.5);
        assertThat(seconds(playlist.withSeconds(4.5).and("more", TEN_SECONDS))).isEqualTo(4.5);
        assertThat(seconds(playlist.withSeconds(60))).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void secondsMustBePositive(double seconds) {
        assertThatThrownBy(() -> Playlist.of("silence", TEN_SECONDS).withSeconds(seconds))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seconds must be positive, got " + seconds);
    }
}
