package io.github.jukelab.check;

import static io.github.jukelab.check.Tunes.after;
import static io.github.jukelab.check.Tunes.map;
import static io.github.jukelab.check.Tunes.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintIndexTest {

    private static final Wave TUNE = Tunes.tune(1, 20);

    @TempDir
    Path folder;

    private static Fingerprint print(Wave wave) throws AudioException {
        return Fingerprint.of(Recording.of(wave).resample(Fingerprint.RATE));
    }

    private static List<Match> matches(Wave... waves) throws AudioException {
        List<Fingerprint> prints = new ArrayList<>();
        for (Wave wave : waves) {
            prints.add(print(wave));
        }
        FingerprintIndex index = new FingerprintIndex(prints);
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < waves.length; i++) {
            matches.addAll(index.later(i));
        }
        return matches;
    }

    private static double seconds(Match match) {
        return match.offset() / Fingerprint.FRAMES_PER_SECOND;
    }

    static Stream<Named<Wave>> copies() {
        Random random = new Random(3);
        return Stream.of(
                Named.of("the same", TUNE),
                Named.of("20 dB softer", map(TUNE, sample -> 0.1 * sample)),
                Named.of("the other sign", map(TUNE, sample -> -sample)),
                Named.of("with noise", map(TUNE, sample -> sample + 0.002 * random.nextGaussian())),
                Named.of("clipped", map(TUNE, sample -> Math.max(-0.2, Math.min(0.2, sample)))),
                Named.of("at 16 kHz", TUNE.resample(16_000)),
                Named.of("at 11 kHz", TUNE.resample(11_025)),
                Named.of("at 44.1 kHz", TUNE.resample(44_100)),
                Named.of("with an offset", map(TUNE, sample -> sample + 0.1)));
    }

    @ParameterizedTest
    @MethodSource("copies")
    void aCopyIsFound(Wave copy) throws AudioException {
        assertThat(matches(TUNE, Tunes.tune(2, 20), copy)).singleElement().satisfies(match -> {
            assertThat(List.of(match.first(), match.second())).containsExactly(0, 2);
            assertThat(seconds(match)).isCloseTo(0, within(0.02));
        });
    }

    /** The encoder's mp3 has 128 kbit/s at most. */
    @Test
    void anMp3IsFoundThoughItIsCutAndSofter() throws IOException {
        Path file = Files.write(
                folder.resolve("copy.mp3"),
                map(part(TUNE, 4.321, 17), sample -> 0.5 * sample).toMp3());
        assertThat(matches(TUNE, Wave.read(file))).singleElement().satisfies(match -> assertThat(seconds(match))
                .isCloseTo(-4.321, within(0.1)));
    }

    @Test
    void theOffsetSaysWhereTheSoundIs() throws AudioException {
        assertThat(matches(TUNE, after(2.5, TUNE))).singleElement().satisfies(match -> assertThat(seconds(match))
                .isCloseTo(2.5, within(0.02)));
        assertThat(matches(part(TUNE, 0, 14), part(TUNE, 6, 20)))
                .singleElement()
                .satisfies(match -> assertThat(seconds(match)).isCloseTo(-6, within(0.02)));
    }

    /** Half of the shorter one, or five seconds. */
    @Test
    void aShortOverlapIsNone() throws AudioException {
        assertThat(matches(part(TUNE, 0, 10), part(TUNE, 7, 17))).isEmpty();
        assertThat(matches(part(TUNE, 0, 10), part(TUNE, 4.8, 14.8))).hasSize(1);
        assertThat(matches(part(TUNE, 0, 3), part(TUNE, 1, 4))).hasSize(1);
    }

    @Test
    void onTheSameDrumsOtherTunesAreOthers() throws AudioException {
        Wave drums = Tunes.drums(20);
        assertThat(matches(
                        Tunes.mix(drums, TUNE),
                        Tunes.mix(drums, Tunes.tune(2, 20)),
                        Tunes.mix(drums, Tunes.tune(3, 20)),
                        Tunes.mix(drums, Tunes.tune(4, 20))))
                .isEmpty();
    }

    @Test
    void aCopyIsFoundOnTheseDrums() throws IOException {
        Wave mixed = Tunes.mix(Tunes.drums(20), TUNE);
        Path file =
                Files.write(folder.resolve("copy.mp3"), part(mixed, 2.222, 18).toMp3());
        assertThat(matches(mixed, Wave.read(file), Tunes.mix(Tunes.drums(20), Tunes.tune(2, 20))))
                .singleElement()
                .satisfies(match -> assertThat(seconds(match)).isCloseTo(-2.222, within(0.1)));
        assertThat(matches(Tunes.drums(20), Tunes.drums(18))).hasSize(1);
    }

    @Test
    void tunesAtAnotherPitchAreOthers() throws AudioException {
        Wave faster = Wave.of(TUNE.samples(), Tunes.RATE * 9 / 10);
        assertThat(matches(TUNE, faster)).isEmpty();
    }

    @Test
    void silenceIsNotAlike() throws AudioException {
        Wave silence = Wave.of(new float[100_000], Tunes.RATE);
        assertThat(matches(silence, silence, Wave.of(new float[1], Tunes.RATE))).isEmpty();
    }

    /** Two sounds of different lengths, thinned by different numbers of halvings, share hashes. */
    @Test
    void thinnedFingerprintsStillMatch() throws AudioException {
        Fingerprint whole = print(TUNE);
        Fingerprint thinned = whole.thinned(2);
        assertThat(whole.thinned(0).size()).isEqualTo(whole.size());
        assertThat(thinned.size()).isBetween(whole.size() / 8, whole.size() / 2);
        assertThat(thinned.thinned(2).size()).isEqualTo(thinned.size());
        assertThat(new FingerprintIndex(List.of(whole, thinned)).later(0))
                .singleElement()
                .satisfies(match -> assertThat(match.share()).isEqualTo(1));
    }

    /** A file of hours is read block by block, so its landmarks are those of its parts. */
    @Test
    void landmarksAreWithinTheSound() throws AudioException {
        Fingerprint print = print(TUNE);
        assertThat(print.frames()).isEqualTo(1 + 20 * Fingerprint.RATE / 128);
        assertThat(print.count(0, print.frames())).isEqualTo(print.size());
        assertThat(print.size()).isBetween(20 * 10, 20 * 120);
        assertThat(print.toString()).isEqualTo("Fingerprint[1251 frames, " + print.size() + " landmarks]");
    }
}
