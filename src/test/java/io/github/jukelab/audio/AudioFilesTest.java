package io.github.jukelab.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioFilesTest {

    @ParameterizedTest
    @CsvSource({
        "cat/cat_1.wav, true",
        "TRACK.MP3, true",
        "a.b.flac, true",
        "wav, false",
        "track., false",
        "cover.png, false",
        "._track.wav, false",
        ".wav, false",
        "/, false"
    })
    void recognisesAudioFilesByExtension(String file, boolean audio) {
        assertThat(AudioFiles.isAudioFile(Path.of(file))).isEqualTo(audio);
    }
}
