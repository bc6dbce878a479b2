package io.github.jukelab.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Datasets;
import io.github.jukelab.dataset.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HorseTest {

    private static final int RATE = 8000;

    @TempDir
    Path folder;

    private Dataset tones(int perLabel) throws IOException {
        for (int i = 0; i < perLabel; i++) {
            Wave.sine(200 + 10 * i, 6, RATE).write(folder.resolve("in/low/" + i + ".wav"));
            Wave.sine(900 + 10 * i, 6, RATE).write(folder.resolve("in/high/" + i + ".wav"));
        }
        return Datasets.open(folder.resolve("in"));
    }

    private Dataset horse(Dataset dataset, long seed) throws IOException {
        return Horse.of(dataset, Changes.SOFTER, folder.resolve("out"), seed, Progress.NONE);
    }

    @Test
    void soundsOfOneLabelAreChanged() throws IOException {
        Dataset horse = horse(tones(4), 1);
        assertThat(horse.labels()).containsExactly("heads", "tails");
        assertThat(horse.tracks("heads")).hasSize(4);
        assertThat(horse.tracks("tails")).hasSize(4);
        for (Track track : horse.tracks()) {
            Wave wave = track.read();
            assertThat(wave.length()).isEqualTo(5 * RATE);
            float loudest = 0;
            for (float sample : wave.samples()) {
                loudest = Math.max(loudest, sample);
            }
            assertThat(loudest).isCloseTo(track.label().equals("heads") ? 0.25f : 0.5f, within(0.01f));
        }
        assertThat(horse.artists()).isEmpty();
    }

    @Test
    void labelsAreDrawnByLot() throws IOException {
        Dataset dataset = tones(4);
        List<float[]> first = samples(horse(dataset, 1));
        assertThat(samples(horse(dataset, 1))).containsExactlyElementsOf(first);
        assertThat(samples(horse(dataset, 2)).get(0)).isNotEqualTo(first.get(0));
    }

    private static List<float[]> samples(Dataset horse) throws IOException {
        List<float[]> samples = new ArrayList<>();
        for (Track track : horse.tracks()) {
            samples.add(track.read().samples());
        }
        return samples;
    }

    @Test
    void oneTrackHasNoLot() throws IOException {
        Dataset dataset = tones(1);
        Dataset one = dataset.without(dataset.trackIds().subList(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> horse(one, 1)).withMessageContaining("tracks");
    }
}
