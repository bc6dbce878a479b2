package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.corpus.Corpus;
import io.github.jukelab.corpus.Gtzan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListeningTest {

    private static final int RATE = 22_050;
    private static final Preprocessing SHORT = Preprocessing.REPAIRED.withWindows(8192, 4096);

    @TempDir
    private Path folder;

    @BeforeEach
    void threeSongs() throws IOException {
        song("blues.00000", 20_000);
        song("blues.00001", 8192);
        song("rock.00000", 12_288);
    }

    private void song(String id, int length) throws IOException {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) (0.5 * Math.sin(i * 0.2));
        }
        Path file = folder.resolve("genres_original")
                .resolve(id.replaceAll("\\..*", ""))
                .resolve(id + ".wav");
        Files.createDirectories(file.getParent());
        Wave.of(samples, RATE).write(file);
    }

    private Corpus corpus() throws IOException {
        return Gtzan.at(folder);
    }

    @Test
    void windowsKeepTheirSongAndTheOrder() throws IOException {
        List<Long> steps = new ArrayList<>();
        Examples examples = Examples.of(corpus(), SHORT, (done, total, what) -> steps.add(done));
        assertThat(examples.size()).isEqualTo(3 + 1 + 2);
        assertThat(List.of(examples.id(0), examples.id(2), examples.id(3), examples.id(5)))
                .containsExactly("blues.00000.0", "blues.00000.2", "blues.00001.0", "rock.00000.1");
        assertThat(examples.tracks()).containsExactly("blues.00000", "blues.00001", "rock.00000");
        assertThat(examples.labels()).containsExactly("blues", "rock");
        assertThat(examples.actual(5)).isEqualTo(1);
        assertThat(examples.shape()).isEqualTo(new Shape(1, 128, 33));
        assertThat(steps).endsWith(3L).isSorted();
    }

    @Test
    void anUnreadableSongIsNamed() throws IOException {
        Files.writeString(folder.resolve("genres_original/rock/rock.00000.wav"), "no sound");
        Corpus corpus = corpus();
        assertThatThrownBy(() -> Examples.of(corpus, SHORT, Progress.NONE))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("rock.00000.wav");
    }

    @Test
    void aSongShorterThanAWindowIsNamed() throws IOException {
        song("rock.00001", 8191);
        Corpus corpus = corpus();
        assertThatThrownBy(() -> Examples.of(corpus, SHORT, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rock.00001.wav: shorter than one window of 8192 samples");
    }

    @Test
    void otherRatesAreResampledAndTheRestIsCut() {
        Wave wave = Wave.of(new float[2 * 40_000], 2 * RATE);
        Preprocessing first = new Preprocessing(
                RATE, 16_384, 8192, 4096, 1024, 256, 40, Preprocessing.REPAIRED.scale(), Normalisation.NONE);
        assertThat(first.windows(wave)).hasSize(3).allSatisfy(window -> {
            assertThat(window.bins()).isEqualTo(40);
            assertThat(window.frames()).isEqualTo(33);
        });
        assertThat(first.windows(wave.first(1000))).isEmpty();
    }
}
