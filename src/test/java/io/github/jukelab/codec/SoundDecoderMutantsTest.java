package io.github.jukelab.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.Mutants;
import io.github.jukelab.audio.Wave;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Damaged copies of files of many formats: each is read, with finite samples, or refused by its name. A crash would end
 * the JVM of the tests, a hang the time limit.
 */
@Timeout(600)
class SoundDecoderMutantsTest {

    private static final int MUTANTS = 50;

    /** A damaged header may promise any rate, and with it any length after resampling. */
    private static final LoadOptions OPTIONS = LoadOptions.WHOLE.withDuration(2);

    @ParameterizedTest
    @CsvSource({
        "audio/tone.mp3, 1",
        "audio/tone.flac, 2",
        "audio/tone.ogg, 3",
        "audio/tone.opus, 4",
        "audio/tone.m4a, 5",
        "audio/mulaw.au, 6",
        "field/wav-odd-list-no-pad.wav, 7",
        "field/aiff-comm-few.aiff, 8",
        "field/caf-alac.caf, 9",
        "field/w64-cut.w64, 10",
        "field/mkv-pcm-cut.mkv, 11",
        "field/sph-pcm.wav, 12",
        "field/ogg-chained.ogg, 13",
        "field/mp3-ape-at-end.mp3, 14",
        "field/voc-cut.voc, 15"
    })
    void areReadOrRefused(String name, int seed) throws IOException {
        byte[] whole = Files.readAllBytes(SoundBytes.resource(name));
        Random random = new Random(Mutants.seed(seed));
        for (int i = 0; i < Mutants.times(MUTANTS); i++) {
            readOrRefuse(name + " " + i, mutant(whole, random));
        }
    }

    private static void readOrRefuse(String name, byte[] bytes) {
        try {
            Wave wave = Wave.read(AudioSource.of(name, bytes), OPTIONS);
            assertThat(wave.rate()).isPositive();
            for (float sample : wave.samples()) {
                assertThat(Float.isFinite(sample)).isTrue();
            }
        } catch (AudioException e) {
            assertThat(e).hasMessageStartingWith(name + ": ");
        }
    }

    /** One to four damages, half of them within the first bytes, where headers are. */
    private static byte[] mutant(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int damages = 1 + random.nextInt(4);
        for (int i = 0; i < damages && bytes.length > 1; i++) {
            int reach = random.nextBoolean() ? Math.min(bytes.length, 200) : bytes.length;
            int at = random.nextInt(reach);
            int length = 1 + random.nextInt(Math.min(600, bytes.length - at));
            bytes = damaged(bytes, at, length, random);
        }
        return bytes;
    }

    private static byte[] damaged(byte[] bytes, int at, int length, Random random) {
        byte[] before = Arrays.copyOf(bytes, at);
        byte[] part = Arrays.copyOfRange(bytes, at, at + length);
        byte[] after = Arrays.copyOfRange(bytes, at + length, bytes.length);
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return switch (random.nextInt(7)) {
            case 0 -> SoundBytes.join(before, noise, after);
            case 1 -> SoundBytes.join(before, after);
            case 2 -> SoundBytes.join(before, part, part, after);
            case 3 -> SoundBytes.join(before, new byte[length], after);
            case 4 -> SoundBytes.join(before, noise, part, after);
            case 5 -> before;
            default -> {
                part[random.nextInt(length)] = (byte) (random.nextBoolean() ? 0xff : random.nextInt());
                yield SoundBytes.join(before, part, after);
            }
        };
    }
}
