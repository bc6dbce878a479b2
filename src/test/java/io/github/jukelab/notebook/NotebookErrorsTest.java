package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Interrupts;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.extraction.FeatureTable;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.recipe.TrackFeatures;
import io.github.jukelab.report.ErrorPlayers;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Stft;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The word {@code errors}: what a cell shows of it, and which part of a track is played. */
class NotebookErrorsTest {

    private static final int RATE = 22_050;

    @TempDir
    Path folder;

    private Dataset dataset;

    /** Cells refuse work for two seconds after an interrupt, also after that of another test. */
    @BeforeEach
    void afterInterrupts() throws InterruptedException {
        while (Interrupts.near(System.nanoTime(), 2_000_000_000L)) {
            Thread.sleep(50);
        }
    }

    /** A track of 8 s. */
    @BeforeEach
    void write() throws IOException {
        Path file = folder.resolve("blues.00000.wav");
        Wave.of(new float[8 * RATE], RATE).write(file);
        dataset = new Dataset(Gtzan.INFO, folder, List.of(new Track("blues.00000", "blues", Optional.empty(), file)));
    }

    private static Predictions wrong(String id) {
        return new Predictions(
                List.of("blues", "jazz"), List.of(new Prediction(id, "blues.00000", 0, new float[] {0.25f, 0.75f})));
    }

    private static String html(ErrorPlayers errors) {
        return bundle(errors).data().get(MimeBundle.HTML);
    }

    /** As the kernel renders it: by the first rendering of its type. */
    private static MimeBundle bundle(ErrorPlayers errors) {
        return Renderers.all().stream()
                .filter(rendering -> rendering.type().isInstance(errors))
                .map(rendering -> rendered(rendering, errors))
                .findFirst()
                .orElseThrow();
    }

    private static <T> MimeBundle rendered(Renderers.Rendering<T> rendering, Object value) {
        return rendering.of(rendering.type().cast(value));
    }

    @Test
    void playsTheMiddleOfTracks() throws IOException {
        ErrorPlayers errors = Notebook.errors(wrong("blues.00000"), dataset);
        assertThat(html(errors)).startsWith("<p>0 of 1 correct").contains("<small>2.5 to 5.5 s</small>");
        assertThat(bundle(errors).data().get(MimeBundle.TEXT))
                .startsWith("0 of 1 correct; players for 1 of 1 errors\nThe only error\n")
                .endsWith("blues.00000\tblues\tjazz\t0.75\t0.25");
    }

    @Test
    void playsWindows() throws IOException {
        MelWindows windows = MelWindows.of(Stft.of(1024), MelBank.of(8, RATE));
        assertThat(html(Notebook.errors(wrong("blues.00000.6"), dataset, windows)))
                .contains("<small>6.0 to 7.0 s</small>");
    }

    /** Rows of two seconds: segment 2 begins two samples after 4 s. */
    @Test
    void playsRowsOfAFeatureTable() throws IOException {
        FeatureTable table = FeatureTable.of(Stream.of("blues.00000", "blues.00000.2")
                .map(id -> new FeatureTable.Row(id + ".wav", 2 * RATE, Collections.nCopies(57, 1.0), "blues"))
                .toList());
        TrackFeatures features = new TrackFeatures(table, dataset, "by hand", List.of());

        assertThat(html(Notebook.errors(wrong("blues.00000.2"), features))).contains("<small>4.0 to 6.0 s</small>");
        assertThat(html(Notebook.errors(wrong("blues.00000"), features))).contains("<small>2.5 to 5.5 s</small>");
        assertThatThrownBy(() -> Notebook.errors(wrong("blues.00000.1"), features))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no row of blues.00000.1");
    }
}
