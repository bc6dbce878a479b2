package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.BadFiles;
import io.github.jukelab.Progress;
import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.LoadOptions;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of files, some of which cannot be used. */
class ExampleReaderTest {

    private static final List<String> LABELS = List.of("cat", "dog");

    /** Windows of half a second of the first second. */
    private static final MelWindows WINDOWS = MelWindows.REPAIRED
            .withMel(MelBank.of(16, 22_050))
            .withWindows(11_025, 11_025)
            .withSamples(22_050);

    @TempDir
    Path folder;

    private Track track(String label, Path file) {
        return new Track(label + "." + file.getFileName(), label, Optional.empty(), file);
    }

    private Track noise(String label, int rate) throws IOException {
        Path file = folder.resolve(label + rate + ".wav");
        Wave.of(Waves.noise(3 * rate, rate).samples(), rate).write(file);
        return track(label, file);
    }

    private static Examples read(List<Track> tracks) throws IOException {
        return WINDOWS.examples(tracks, LABELS, Progress.NONE);
    }

    @Test
    void skipsAndNamesFilesThatCannotBeUsed() throws IOException {
        List<Track> tracks = new ArrayList<>(List.of(noise("cat", 22_050), noise("dog", 44_100)));
        BadFiles.write(folder);
        BadFiles.NAMES.forEach(name -> tracks.add(1, track("dog", folder.resolve(name))));

        Examples examples = read(tracks);

        assertThat(examples.tracks()).containsExactly("cat.cat22050.wav", "dog.dog44100.wav");
        assertThat(examples.skipped())
                .hasSize(5)
                .startsWith(folder.resolve("bad-text.wav") + ": the content is of no known audio format")
                .contains(folder.resolve("bad-rate-50.wav") + ": the rate is 50 Hz, too low for sound at 22050 Hz")
                .endsWith(folder.resolve("bad-empty.wav") + ": the file is empty (0 bytes)");
        assertThat(examples)
                .hasToString("Examples[4 of 1 x 16 x 44, 2 tracks, 2 labels; 5 files skipped, first "
                        + examples.skipped().get(0) + "]");
        assertThat(examples.only(List.of("cat.cat22050.wav")).skipped()).isEmpty();
    }

    /** The second second of a file, as examples and if it was a file of its own; at both rates, so also resampled. */
    @Test
    void readsPartsOfFiles() throws IOException {
        for (int rate : List.of(22_050, 44_100)) {
            Track whole = noise("cat", rate);
            Wave second =
                    Wave.read(whole.file(), LoadOptions.WHOLE.withOffset(1).withDuration(1));
            Path cut = folder.resolve("cut.wav");
            second.write(cut);
            Track part = part(whole, 1, 2);

            Examples examples = read(List.of(part, track("dog", cut)));

            assertThat(examples.size()).isEqualTo(4);
            assertThat(examples.values(0)).isEqualTo(examples.values(2));
            assertThat(examples.values(1)).isEqualTo(examples.values(3));
        }
    }

    /** A part is shorter than what the preprocessing would use of the file. */
    @Test
    void namesThePartThatCannotBeUsed() throws IOException {
        Track whole = noise("cat", 22_050);
        Track late = part(whole, 5, 6);

        assertThat(read(List.of(whole, noise("dog", 44_100), late)).skipped())
                .containsExactly(whole.file() + ", 5.000 to 6.000 s: the file holds no sample from 5.0 s on");
    }

    private static Track part(Track track, double start, double end) {
        return new Track(
                track.id() + "@" + start,
                track.label(),
                track.artist(),
                track.file(),
                Optional.of(new TimeSpan(start, end)));
    }

    @Test
    void aLabelWithoutAUsableTrackIsAnError() throws IOException {
        Track missing = track("dog", folder.resolve("none.wav"));
        assertThatThrownBy(() -> read(List.of(noise("cat", 22_050), missing)))
                .isInstanceOf(IOException.class)
                .hasMessage("no track of dog can be used; the first: " + missing.file() + ": there is no such file");
    }

    @Test
    void refusesNoTrackAndAnUnknownLabel() {
        assertThatThrownBy(() -> read(List.of())).hasMessage("there must be at least one track, got none");
        assertThatThrownBy(() -> read(List.of(track("cow", folder.resolve("none.wav")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label of cow.none.wav must be one of [cat, dog], got cow");
    }

    /** At another rate the file must be read whole: a part that is cut first has other values when resampled. */
    @Test
    void readingAPartGivesTheValuesOfTheWhole() throws IOException {
        for (int rate : new int[] {22_050, 44_100}) {
            Track cat = noise("cat", rate);
            Examples examples = WINDOWS.examples(List.of(cat), List.of("cat"), Progress.NONE);
            List<float[]> expected = WINDOWS.inputs(Wave.read(cat.file()));
            assertThat(examples.size()).isEqualTo(2);
            assertThat(examples.values(0)).isEqualTo(expected.get(0));
            assertThat(examples.values(1)).isEqualTo(expected.get(1));
        }
    }

    /** A file that would not fit into the heap of the tests. */
    @Test
    void onlyTheSamplesThatAreUsedAreRead() throws IOException {
        Track giant = track("dog", BadFiles.giant(folder.resolve("giant.wav")));
        assertThat(read(List.of(noise("cat", 22_050), giant)).tracks()).hasSize(2);
    }
}
