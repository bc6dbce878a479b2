package io.github.jukelab.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.dataset.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NamePrefixesTest {

    /** Files of which only names matter; the label is the first folder. */
    private static List<Sound> sounds(List<String> files) {
        List<Sound> sounds = new ArrayList<>();
        for (String file : files) {
            Track track = new Track(file, file.substring(0, file.indexOf('/')), Optional.empty(), Path.of(file));
            sounds.add(new Sound(track, file, 1, 1, 1, new Level(1, 0, 0), file, List.of(), null));
        }
        return sounds;
    }

    private static Set<String> beginnings(List<String> files) {
        return NamePrefixes.of(sounds(files)).keySet();
    }

    static Stream<Arguments> groups() {
        return Stream.of(
                Arguments.of(
                        List.of("dog/rex_01.wav", "dog/rex_02.wav", "dog/tom_01.wav", "dog/tom_02.wav"),
                        Set.of("rex", "tom")),
                // One word and a number, as phones name files.
                Arguments.of(
                        List.of("dog/rex1.wav", "dog/rex2.wav", "dog/tom1.wav", "dog/tom2.wav"), Set.of("rex", "tom")),
                // Takes of loops that have a common first word.
                Arguments.of(
                        List.of(
                                "a/loop a take1.wav",
                                "a/loop a take2.wav",
                                "b/loop b take1.wav",
                                "b/loop c take1.wav",
                                "b/loop c take2.wav",
                                "a/loop a take3.wav"),
                        Set.of("loop a", "loop c")),
                // Speakers of VCTK and of Speech Commands, over several labels.
                Arguments.of(
                        List.of("x/p225_001.wav", "x/p225_002.wav", "x/p226_001.wav", "x/p226_002.wav"),
                        Set.of("p225", "p226")),
                Arguments.of(
                        List.of(
                                "yes/0a7c2a8d_nohash_0.wav",
                                "no/0a7c2a8d_nohash_0.wav",
                                "yes/0b09edd3_nohash_0.wav",
                                "no/0b09edd3_nohash_1.wav"),
                        Set.of("0a7c2a8d", "0b09edd3")),
                // Chapters of LibriSpeech; recordings of UrbanSound8K.
                Arguments.of(
                        List.of(
                                "x/84-121123-0001.flac",
                                "x/84-121123-0002.flac",
                                "x/174-50561-0000.flac",
                                "x/174-50561-0001.flac"),
                        Set.of("84", "174")),
                Arguments.of(
                        List.of(
                                "dog/100032-3-0-0.wav",
                                "dog/100032-3-0-1.wav",
                                "dog/344-3-1-0.wav",
                                "dog/344-3-5-0.wav"),
                        Set.of("100032", "344")),
                // Days of a recorder in the field.
                Arguments.of(
                        List.of(
                                "owl/20210503_061500.wav",
                                "owl/20210503_071500.wav",
                                "owl/20210504_061500.wav",
                                "owl/20210504_071500.wav"),
                        Set.of("20210503", "20210504")),
                Arguments.of(
                        List.of(
                                "owl/2021-05-03 06.15.wav",
                                "owl/2021-05-03 07.15.wav",
                                "owl/2021-05-04 06.15.wav",
                                "owl/2021-05-04 07.15.wav"),
                        Set.of("2021-05-03", "2021-05-04")));
    }

    @ParameterizedTest
    @MethodSource
    void groups(List<String> files, Set<String> expected) {
        assertThat(beginnings(files)).isEqualTo(expected);
    }

    static Stream<List<String>> noGroups() {
        return Stream.of(
                List.of("cat/cat_1.wav", "cat/cat_2.wav", "dog/dog_barking_1.wav", "dog/dog_barking_2.wav"),
                List.of("blues/blues.00000.wav", "blues/blues.00001.wav", "rock/rock.00000.wav", "rock/rock.00001.wav"),
                List.of("a/0001.wav", "a/0002.wav", "b/0001.wav", "b/0002.wav"),
                // The songs of two albums.
                List.of("a/01 Autumn.mp3", "a/01 Winter.mp3", "a/02 Spring.mp3", "a/02 Summer.mp3"),
                List.of(
                        "a/Ambler.mp3",
                        "a/Circus Waltz.mp3",
                        "a/Doh De Oh.mp3",
                        "a/Circus Tent.mp3",
                        "a/Mellowtron.mp3"),
                List.of("a/9f1c6f2e-52d1.wav", "a/0be1a7c4-8a10.wav", "a/77aa0c31-02ff.wav", "a/c0ffee00-1111.wav"),
                List.of("a/один.wav", "a/два.wav", "a/---.wav", "a/....wav"));
    }

    @ParameterizedTest
    @MethodSource
    void noGroups(List<String> files) {
        assertThat(beginnings(files)).isEmpty();
    }

    @Test
    void filesOfABeginningAreInOrder() {
        List<Sound> sounds = sounds(List.of(
                "dog/tom_1.wav", "dog/rex_2.wav", "dog/rex_1.wav", "dog/kim_1.wav", "dog/tom_2.wav", "dog/rex_3.wav"));
        assertThat(NamePrefixes.of(sounds)).containsOnlyKeys("rex", "tom");
        assertThat(NamePrefixes.of(sounds).get("rex"))
                .extracting(Sound::file)
                .containsExactly("dog/rex_2.wav", "dog/rex_1.wav", "dog/rex_3.wav");
        assertThat(NamePrefixes.of(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cat/2021-05-03_1.wav, 2021-05-03",
        "cat/rec_20210503T0615.wav, 20210503",
        "cat/rec20210503.wav, 20210503",
        "cat/2021_05_03.wav, 2021_05_03",
        "2021-05-03/1.wav,",
        "cat/1202105031.wav,",
        "cat/20214503.wav,",
        "cat/1.wav,"
    })
    void dates(String file, String date) {
        assertThat(NamePrefixes.date(file)).isEqualTo(Optional.ofNullable(date));
    }

    @ParameterizedTest
    @CsvSource({
        "a/Train_1.wav, true",
        "a/test/1.wav, true",
        "a/test12.wav, true",
        "a/contest.wav, false",
        "a/1.test, false"
    })
    void words(String file, boolean has) {
        assertThat(NamePrefixes.hasWord(file, Set.of("train", "test"))).isEqualTo(has);
    }
}
