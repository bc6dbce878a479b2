package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.signal.Generated;
import io.github.jukelab.signal.Waves;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowReaderTest {

    private static List<float[]> read(WindowReader windows, Recording recording) throws AudioException {
        List<float[]> read = new ArrayList<>();
        windows.forEach(recording, window -> read.add(window.samples()));
        return read;
    }

    /** Overlapping, adjoining and apart; sounds that end at a window's end, after it and within the next one. */
    @ParameterizedTest
    @CsvSource({"300, 100", "300, 300", "300, 700", "1, 1", "299, 298", "100, 1", "500, 70000"})
    void theWindowsAreThoseOfAWave(int length, int hop) throws AudioException {
        for (int samples : new int[] {length, length + 1, length + hop, 3 * hop + length + hop / 2}) {
            Wave wave = Waves.noise(samples, 1);
            assertThat(read(WindowReader.of(length, hop, Integer.MAX_VALUE), Recording.of(wave)))
                    .containsExactlyElementsOf(wave.windows(length, hop).stream()
                            .map(Wave::samples)
                            .toList());
        }
    }

    @Test
    void aShorterSoundIsPassedOnAsItIs() throws AudioException {
        Wave wave = Waves.noise(99, 1);
        assertThat(read(WindowReader.of(100, 50, 1000), Recording.of(wave))).containsExactly(wave.samples());
    }

    @Test
    void stopsAtTheLimit() throws AudioException {
        Generated recording = new Generated(10_000, i -> i);
        assertThat(read(WindowReader.of(100, 50, 199), recording))
                .extracting(window -> window[0])
                .containsExactly(0f, 50f);
        assertThat(recording.open()).isZero();
    }

    @Test
    void readsNoMoreThanAWindowAtATime() throws AudioException {
        int hop = 1 << 20;
        Generated recording = new Generated(20L * hop + 5, i -> i % 1000);
        List<float[]> windows = read(WindowReader.of(10, hop, Integer.MAX_VALUE), recording);
        assertThat(windows).hasSize(20);
        for (int i = 0; i < windows.size(); i++) {
            assertThat(windows.get(i)[0]).isEqualTo((long) i * hop % 1000);
        }
        assertThat(recording.largestRead()).isLessThan(100_000);
    }

    @Test
    void saysThatARecordingEndsEarlyAndClosesIt() {
        Generated recording = new Generated(1000, 550, i -> 0);
        assertThatThrownBy(() -> read(WindowReader.of(100, 100, 1000), recording))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the recording ends within a window, before its last sample");
        assertThat(recording.open()).isZero();
    }

    @Test
    void stopsIfInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> read(WindowReader.of(100, 100, 1000), Recording.of(Waves.silence(1000))))
                .isInstanceOf(CancellationException.class);
    }
}
