package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.LoadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackTest {

    private static final int RATE = 22_050;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Tree.put(folder, "wren/1.wav", Tree.wav(4 * RATE, 1));
    }

    private Track part(double start, double end) {
        return new Track("wren/1@" + start, "wren", Optional.empty(), file, Optional.of(new TimeSpan(start, end)));
    }

    @Test
    void aWholeFileHasNoPart() throws IOException {
        Track track = new Track("wren/1", "wren", Optional.of("north"), file);

        assertThat(track.options()).isEqualTo(LoadOptions.WHOLE);
        assertThat(track.read().samples()).isEqualTo(Wave.read(file).samples());
        assertThat(track.partId()).isEmpty();
        assertThat(track.named("1.wav")).isEqualTo("1.wav");
        assertThat(track).hasToString("Track[wren/1, wren, artist north]");
    }

    @Test
    void readsItsPart() throws IOException {
        Track track = part(1, 2.5);

        float[] samples = Wave.read(file).samples();
        assertThat(track.read().samples()).isEqualTo(Arrays.copyOfRange(samples, RATE, RATE * 5 / 2));
        assertThat(track.partId()).isEqualTo("@1000-2500ms");
        assertThat(track.named("1.wav")).isEqualTo("1.wav, 1.000 to 2.500 s");
    }

    @Test
    void readsItsBeginning() throws IOException {
        Track track = new Track("wren/1", "wren", Optional.of("north"), file);

        assertThat(track.first(1.5).read().samples())
                .isEqualTo(track.read().first(3 * RATE / 2).samples());
        assertThat(track.first(100).read().samples()).isEqualTo(track.read().samples());
        assertThat(part(1, 2.5).first(1).part()).contains(new TimeSpan(1, 2));
        assertThat(part(1, 2.5).first(9).part()).contains(new TimeSpan(1, 2.5));
        assertThat(track.first(1).id()).isEqualTo(track.id());
        assertThatIllegalArgumentException().isThrownBy(() -> track.first(0));
    }

    @Test
    void aPartHasWholeMilliseconds() {
        assertThat(part(1.00049, 1.00151).part()).contains(new TimeSpan(1, 1.002));
        assertThatIllegalArgumentException().isThrownBy(() -> part(1, 1.0004));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> part(-0.5, 1))
                .withMessage(
                        "a part must begin at 0 s or later and end after its begin, got -0.500 to 1.000 s of " + file);
    }

    @Test
    void aPartAfterTheEndOfTheFileCannotBeRead() {
        assertThatThrownBy(part(4.5, 5)::read)
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("the file holds no sample from 4.5 s on");
    }

    /** Two parts of one file are no duplicates; a part that goes beyond the file is told. */
    @Test
    void partsAreCheckedOneByOne() throws IOException {
        List<Track> tracks = List.of(part(0, 1), part(1, 2), part(3, 4.5), part(5, 6));
        Dataset dataset = new Dataset(AudioFolder.info("birds", tracks, "made by hand"), folder, tracks);

        IntegrityReport report = dataset.validate(Progress.NONE);

        assertThat(report.findings())
                .containsExactly(
                        new Finding(
                                "wren/1.wav, 5.000 to 6.000 s",
                                "wren/1@5.0",
                                Fault.BROKEN,
                                "the file holds no sample from 5.0 s on"),
                        new Finding(
                                "wren/1.wav, 3.000 to 4.500 s",
                                "wren/1@3.0",
                                Fault.DAMAGED,
                                "the file ends 0.50 s before the end of this part"));
    }
}
