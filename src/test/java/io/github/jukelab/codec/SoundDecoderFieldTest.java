package io.github.jukelab.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException.Problem;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Awkward files as people report them. The right values are those of the samples that a file was made of, or, for coded
 * sound, those of libsndfile or FFmpeg's program.
 */
class SoundDecoderFieldTest {

    private static final String ANY = "any";
    private static final String NONE = "none";

    /** Name; samples; how many may be missing or too many; rate; root mean square, if known; pattern of warnings. */
    @ParameterizedTest
    @CsvSource({
        // The bits of a wav tell the size of a sample, not the block size.
        "wav-block4-mono16.wav, 4000, 0, 22050, 0.199147, none",
        "wav-block8-stereo16.wav, 4000, 0, 22050, 0.146444, none",
        "wav-block2-mono8.wav, 4000, 0, 22050, 0.199202, none",
        "wav-block8-float.wav, 4000, 0, 22050, 0.199147, none",
        // Pad bytes that are not there.
        "wav-odd-list-no-pad.wav, 4000, 0, 22050, 0.199147, any",
        "wav-odd-bext-no-pad.wav, 4000, 0, 22050, 0.199147, any",
        "aiff-odd-name-no-pad.aiff, 4000, 0, 22050, 0.199147, any",
        // The two counts of an AIFF file contradict each other.
        "aiff-comm-few.aiff, 4000, 0, 22050, 0.199147, promises 1000 samples",
        "aiff-comm-many-chunk-after.aiff, 4000, 0, 22050, 0.199147, promises 5000 samples",
        "aiff-comm-many-by-4.aiff, 4000, 0, 22050, 0.199147, promises 4004 samples",
        "aiff-comm0-chunk-after.aiff, 4000, 0, 22050, 0.199147, any",
        // The last page of an Ogg stream tells how many samples count.
        "ogg-one-page.ogg, 2000, 0, 22050, 0.231990, none",
        "ogg-one-page-granule-500.ogg, 500, 0, 22050, 0.231622, none",
        "ogg-last-granule-less.ogg, 29700, 0, 22050, 0.181974, none",
        "ogg-chained.ogg, 50000, 0, 22050, -1, none",
        "opus-one-page.opus, 3000, 0, 48000, 0.230947, none",
        "opus-last-granule-less.opus, 89688, 0, 48000, 0.179617, none",
        "oga-flac.oga, 30000, 0, 22050, 0.181535, none",
        // The rate changes.
        "mp3-stray-3-frames.mp3, 66150, 4500, 22050, -1, rate changes: 2880 samples at 48000 Hz are left out",
        "mp3-jingle-half-second.mp3, 66150, 14000, 22050, -1, rate changes: 23616 samples at 44100 Hz are left out",
        "aac-stray.aac, 66150, 4500, 22050, -1, rate changes: 4096 samples at 48000 Hz are left out",
        "ogg-chained-rates.ogg, 66150, 0, 22050, 0.177040, rate changes: 4000 samples at 44100 Hz are left out",
        // Tags are no broken packets.
        "mp3-ape-at-end.mp3, 44100, 0, 22050, 0.167034, none",
        "mp3-lyrics3.mp3, 44100, 0, 22050, 0.167034, none",
        "mp3-id3v2-at-end.mp3, 44100, 0, 22050, 0.167034, none",
        "mp3-zeros-at-end.mp3, 44100, 0, 22050, 0.167034, none",
        // Cut short.
        "wav-mulaw-cut-little.wav, 6000, 0, 22050, -1, truncated: header promises 8000 samples",
        "ogg-cut.ogg, 33000, 16000, 22050, -1, truncated",
        "webm-opus-cut.webm, 72000, 6000, 48000, -1, truncated",
        "mkv-pcm-cut.mkv, 24000, 3000, 48000, -1, truncated",
        "w64-cut.w64, 10000, 0, 22050, 0.182754, truncated: header promises 20000 samples",
        "caf-cut.caf, 10000, 0, 22050, 0.182754, truncated: header promises 20000 samples",
        "flac-cut-at-frame.flac, 16384, 0, 96000, 0.203823, truncated: header promises 24000 samples",
        "avi-cut.avi, 22050, 2048, 22050, -1, truncated",
        "voc-cut.voc, 4000, 16, 22050, -1, truncated",
        // Whole.
        "aifc-gsm.aifc, 3200, 0, 8000, -1, none",
        "aifc-ima.aifc, 8000, 0, 22050, 0.195309, none",
        "caf-alac.caf, 9000, 0, 22050, 0.190156, none",
        "m4a-edit-in.m4a, 22050, 1100, 22050, -1, none",
        "nut.nut, 44100, 0, 22050, 0.175912, none",
        // A hole in the middle.
        "mp3-damaged-middle.mp3, 88200, 6000, 22050, -1, broken",
        "flac-frame-lost.flac, 40000, 8192, 22050, -1, broken: 8192 samples are lost after 0.74 s",
        "flac-damaged.flac, 40000, 4096, 22050, -1, broken: 4096 samples are lost",
        "ogg-page-lost.ogg, 150000, 18000, 22050, -1, broken: 17920 samples are lost",
        // Formats that people have, though few programs write them.
        "sph-pcm.wav, 8000, 0, 16000, 0.176048, none",
        "sph-mulaw.wav, 8000, 0, 8000, 0.176388, none",
        "ircam.snd, 4000, 0, 22050, 0.199147, none",
        "avr.snd, 4000, 0, 22050, 0.199147, none",
        "svx8.snd, 4000, 0, 22050, 0.199202, none",
        "paf.snd, 4000, 0, 22050, 0.199147, none",
        "sox-native.snd, 4000, 0, 22050, 0.199147, none",
        "gsm-raw.snd, 6400, 0, 8000, 0.168699, none",
        "aac-latm.aac, 23552, 0, 22050, 0.170205, none",
        "dsdiff.snd, 35280, 0, 352800, 0.283100, none",
        "pvf.pvf, 4000, 0, 22050, 0.199147, none",
        "sds.sds, 4000, 0, 22050, 0.199147, none",
        "aifc-23ni.aifc, 4000, 0, 22050, 0.199147, none",
        "au-little-endian.au, 4000, 0, 22050, 0.199147, none",
        // Compressed sound that calls itself PCM.
        "wav-dts.wav, 24064, 0, 48000, 0.128994, none",
        "wav-ac3.wav, 24576, 0, 48000, 0.127983, none",
        "ogg-junk-first.ogg, 20000, 0, 22050, 0.183385, skipped: 300 bytes before the sound",
        "wav-data0-riff-right.wav, 4000, 0, 22050, 0.199147, streamed: header gives no length",
        "film.mp3, 23040, 0, 22050, 0.086439, none"
    })
    void readsWhatIsThere(String name, int length, int slack, int rate, double rms, String warning)
            throws AudioException {
        Wave wave = Wave.read(file(name));
        assertThat(wave.rate()).isEqualTo(rate);
        assertThat(wave.length()).isCloseTo(length, within(slack));
        if (rms > 0) {
            assertThat(rms(wave)).isCloseTo(rms, within(2e-6));
        }
        assertWarning(wave, warning);
    }

    private static void assertWarning(Wave wave, String warning) {
        if (warning.equals(NONE)) {
            assertThat(wave.warnings()).isEmpty();
        } else if (!warning.equals(ANY)) {
            assertThat(wave.warnings()).anySatisfy(line -> assertThat(line).contains(warning));
        }
        if (!warning.startsWith("truncated")) {
            assertThat(wave.warnings()).noneMatch(line -> line.contains("truncated"));
        }
    }

    private static double rms(Wave wave) {
        double sum = 0;
        for (float sample : wave.samples()) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / wave.length());
    }

    @ParameterizedTest
    @CsvSource({
        "wav-g721.wav, 'there is no decoder for its codec, G.721 ADPCM'",
        "au-g721.au, 'there is no decoder for its codec, G.721 ADPCM'",
        "au-g723-24.au, 'there is no decoder for its codec, G.723 ADPCM'",
        "au-g723-40.au, 'there is no decoder for its codec, G.723 ADPCM'",
        "wav-nms.wav, 'there is no decoder for its codec, NMS VBXADPCM'",
        "mp3-free-format.mp3, 'it is a free-format mp3, for which there is no decoder'",
        "mp3-free-format-44100.mp3, 'it is a free-format mp3, for which there is no decoder'"
    })
    void refusesByNameWhatWouldBeNoise(String name, String reason) {
        assertThatThrownBy(() -> Wave.read(file(name))).isInstanceOfSatisfying(AudioException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.UNSUPPORTED);
            assertThat(e.reason()).isEqualTo(reason);
        });
    }

    private static Path file(String name) {
        return SoundBytes.resource("field/" + name);
    }
}
