package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.signal.Frames;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MelWindowsTest {

    private static final List<String> LABELS = List.of("low", "high");

    /** Windows of half a second, 16 bands x 44 frames. */
    private static final MelWindows SHORT =
            MelWindows.REPAIRED.withMel(MelBank.of(16, 22_050)).withWindows(11_025, 11_025);

    @TempDir
    Path folder;

    private Track track(String label, int number) throws IOException {
        String id = label + "." + number;
        Path file = folder.resolve(id + ".wav");
        Waves.sine(2 * Waves.RATE, 440).write(file);
        return new Track(id, label, Optional.empty(), file);
    }

    private List<Track> tracks() throws IOException {
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tracks.add(track("low", i));
            tracks.add(track("high", i));
        }
        return tracks;
    }

    @Test
    void asPrintedHasTheArticlesWindows() {
        MelWindows printed = MelWindows.AS_PRINTED;
        assertThat(printed.shape()).isEqualTo(new Shape(1, 128, 129));
        assertThat(printed.windows().count(printed.samples())).isEqualTo(39);
        assertThat(MelWindows.REPAIRED)
                .hasToString("MelWindows[22050 Hz, windows of 1.50 s every 0.75 s, mel decibel 1 x 128 x 129]");
    }

    @Test
    void refusesNumbersOutOfRange() {
        MelWindows windows = MelWindows.REPAIRED;
        assertThatThrownBy(() -> windows.withWindows(0, 1)).hasMessage("frame length must be at least 1, got 0");
        assertThatThrownBy(() -> windows.withStft(Stft.of(65_536).withCentered(false)))
                .hasMessageStartingWith("frames that are not centred need a wave of at least 65536 samples");
        assertThatThrownBy(() -> new MelWindows(
                        9, Frames.of(4, 4), Stft.of(4), MelBank.of(1, 8), Scale.POWER, false, StandardScaler.NONE))
                .hasMessageStartingWith("windows of a sound must not be centred");
        assertThatThrownBy(() -> windows.withWindows(660_001, 1))
                .hasMessage("samples must be at least a window of 660001, got 660000");
        assertThatThrownBy(() -> windows.withScale(Scale.MAGNITUDE))
                .hasMessage("scale of a mel spectrogram must be POWER or DECIBEL, got MAGNITUDE");
    }

    @Test
    void theSecondChannelHasTheDifferencesFromFrameToFrame() {
        MelWindows both = SHORT.withDelta(true);
        assertThat(both.shape()).isEqualTo(new Shape(2, 16, 44));
        Wave wave = Waves.noise(2 * 11_025, 1);
        Spectrogram second = both.spectrograms(wave).get(1);
        float[] values = both.inputs(wave).get(1);
        assertThat(values).hasSize(2 * 16 * 44).startsWith(second.values());
        for (int band = 0; band < 16; band++) {
            int row = (16 + band) * 44;
            assertThat(values[row]).isZero();
            for (int t = 1; t < 44; t++) {
                assertThat(values[row + t]).isEqualTo(second.value(band, t) - second.value(band, t - 1));
            }
        }
        assertThat(both.withDelta(false)).isEqualTo(SHORT);
    }

    @Test
    void aTrackOfThirtySecondsGivesTheArticlesWindows() {
        Wave wave = Waves.sine(30 * Waves.RATE, 440);
        List<Spectrogram> windows = MelWindows.REPAIRED.spectrograms(wave);
        assertThat(windows).hasSize(39).allMatch(w -> w.bins() == 128 && w.frames() == 129);
        assertThat(windows.get(7).scale()).isEqualTo(Scale.DECIBEL);
        assertThat(MelWindows.AS_PRINTED.spectrograms(wave).get(38).scale()).isEqualTo(Scale.POWER);
    }

    @Test
    void resamplesAnotherRateAndPadsAShortSound() {
        List<Spectrogram> windows =
                SHORT.spectrograms(Wave.of(Waves.sine(13_230, 440).samples(), 44_100));
        assertThat(windows).hasSize(1);
        assertThat(windows.get(0).frames()).isEqualTo(SHORT.shape().width());
    }

    @Test
    void examplesHaveTheirTracks() throws IOException {
        List<Long> reported = new ArrayList<>();
        Examples examples = SHORT.examples(tracks(), LABELS, (done, total, what) -> reported.add(done));
        assertThat(examples.size()).isEqualTo(40);
        assertThat(examples.shape()).isEqualTo(SHORT.shape());
        assertThat(examples.id(6)).isEqualTo("high.0.2");
        assertThat(examples.track(6)).isEqualTo("high.0");
        assertThat(reported).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }
}
