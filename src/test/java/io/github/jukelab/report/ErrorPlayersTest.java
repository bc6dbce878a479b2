package io.github.jukelab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.Progress;
import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.codec.LoadOptions;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.report.ErrorPlayers.Limits;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorPlayersTest {

    private static final Pattern SOUND = Pattern.compile("src=\"data:audio/mpeg;base64,([^\"]+)\"");
    private static final List<String> LABELS = List.of("blues", "jazz", "rock");
    private static final Limits ALL = new Limits(100, 100, 3, false);

    @TempDir
    Path folder;

    private final List<Track> tracks = new ArrayList<>();
    private final List<Prediction> rows = new ArrayList<>();

    /** A silent second, of which a prediction is made. */
    private void add(String id, int actual, double blues, double jazz, double rock) throws IOException {
        add(id, actual, Wave.of(new float[8000], 8000), blues, jazz, rock);
    }

    private void add(String id, int actual, Wave wave, double blues, double jazz, double rock) throws IOException {
        Path file = folder.resolve(id + ".wav");
        wave.write(file);
        add(new Track(id, LABELS.get(actual), Optional.empty(), file), actual, blues, jazz, rock);
    }

    private void add(Track track, int actual, double... probabilities) {
        tracks.add(track);
        float[] row = new float[probabilities.length];
        IntStream.range(0, row.length).forEach(i -> row[i] = (float) probabilities[i]);
        rows.add(new Prediction(track.id(), track.id(), actual, row));
    }

    private Dataset dataset() {
        return new Dataset(Gtzan.INFO, folder, tracks);
    }

    private ErrorPlayers players(Limits limits) throws IOException {
        return ErrorPlayers.of(new Predictions(LABELS, rows), dataset(), PredictedSpan.TRACK, limits, Progress.NONE);
    }

    private static int sounds(String html) {
        return (int) SOUND.matcher(html).results().count();
    }

    private static Wave sound(String html, int index) throws IOException {
        MatchResult sound =
                SOUND.matcher(html).results().skip(index).findFirst().orElseThrow();
        return Wave.read(AudioSource.of("clip", Base64.getDecoder().decode(sound.group(1))), LoadOptions.WHOLE);
    }

    @Test
    void aNumberOpensThePlayersOfItsCell() throws IOException {
        add("a", 0, 0.75, 0.25, 0);
        add("b", 0, 0.125, 0.875, 0);
        add("c<d", 0, 0.25, 0.75, 0);
        add("e", 2, 0.5, 0.25, 0.25);

        String html = players(ALL).html();

        assertThat(html)
                .contains(
                        "<p>1 of 4 correct; players for 3 of 3 errors. Open a number to listen to what it counts.</p>")
                .contains("<caption style=\"text-align:left\">Confusion matrix: a row for each true label")
                .contains("<th scope=\"col\" style=\"text-align:left;vertical-align:top\">jazz</th>")
                .contains("<th scope=\"row\" style=\"text-align:left;vertical-align:top\">rock</th>")
                .containsSubsequence(
                        "<details><summary title=\"2: true label blues, predicted jazz\" aria-label=\"2: true label blues, predicted jazz\">2</summary><div ",
                        "<figcaption>b<br>jazz 0.88, blues 0.13</figcaption><audio controls",
                        "aria-label=\"b, true label blues, predicted jazz\"",
                        "</audio><br><small>0.0 to 1.0 s</small></figure>",
                        "<figcaption>c&lt;d<br>jazz 0.75, blues 0.25</figcaption>",
                        "</div></details></td>",
                        "<summary title=\"1: true label rock, predicted blues\" aria-label=\"1: true label rock, predicted blues\">1</summary>",
                        "<figcaption>e<br>blues 0.50, rock 0.25</figcaption>")
                .doesNotContain("c<d", "<script", "http");
        assertThat(sounds(html)).isEqualTo(3);
    }

    /** The share of its row, times 0.6: 2 of 3 and 1 of 3 of blues, all of rock. */
    @Test
    void cellsAreShadedByTheirShareOfTheRow() throws IOException {
        add("a", 0, 1, 0, 0);
        add("b", 0, 1, 0, 0);
        add("c", 0, 0, 1, 0);
        add("d", 2, 0, 1, 0);
        assertThat(players(ALL).html())
                .containsSubsequence(
                        "rgba(44,123,182,0.40)\">2</td>",
                        "rgba(215,25,28,0.20)\"><details>",
                        "rgba(215,25,28,0.00)\">·</td>",
                        "rgba(215,25,28,0.60)\"><details>");
    }

    @Test
    void theWorstAreTheMostProbableErrors() throws IOException {
        for (int i = 0; i < 12; i++) {
            double wrong = 0.51 + 0.03 * i;
            add("t" + i, 0, 1 - wrong, wrong, 0);
        }
        ErrorPlayers players = players(ALL);

        String[] text = players.text().split("\n");
        assertThat(text)
                .hasSize(13)
                .startsWith(
                        "0 of 12 correct; players for 12 of 12 errors",
                        "The 10 errors with the highest probability",
                        "example\ttrue label\tpredicted\tprobability\tof the true label",
                        "t11\tblues\tjazz\t0.84\t0.16",
                        "t10\tblues\tjazz\t0.81\t0.19")
                .endsWith("t2\tblues\tjazz\t0.57\t0.43");
        String html = players.html();
        String table = html.substring(html.indexOf("The 10 errors with the highest probability"));
        assertThat(table)
                .containsSubsequence(">t11</th>", ">blues</td>", ">jazz</td>", ">0.84</td>", ">0.16</td>", ">t2</th>")
                .doesNotContain("<audio", ">t1</th>");
        String all = players.htmlWithAllPlayers();
        assertThat(all.substring(all.indexOf("The 10 errors"))).contains(">sound</th>");
        assertThat(sounds(all)).isEqualTo(12 + 10);
        assertThat(players).hasToString("ErrorPlayers[0 of 12 correct; players for 12 of 12 errors]");
    }

    /** Ten errors of jazz as blues are the worst; of the others each cell has its turn. */
    @Test
    void playersGoToTheWorstThenToEachCellInTurn() throws IOException {
        for (int i = 0; i < 14; i++) {
            add("x" + i, 1, 1, 0, 0);
        }
        add("p", 2, 0.75, 0.25, 0);
        add("q", 2, 0.625, 0.375, 0);
        add("r", 0, 0.375, 0.625, 0);

        String html = players(new Limits(12, 3, 3, false)).html();

        assertThat(html)
                .contains("players for 12 of 17 errors", "<p>10 of 14 shown</p>", "<p>1 of 2 shown</p>")
                .contains("<figcaption>x0<br>", "<figcaption>x9<br>", "<figcaption>p<br>", "<figcaption>r<br>")
                .doesNotContain("<figcaption>x11<br>", "<figcaption>q<br>");
    }

    @Test
    void oneCellHasNoMoreThanItsLimit() throws IOException {
        for (int i = 0; i < 14; i++) {
            add("x" + i, 1, 1, 0, 0);
        }
        assertThat(players(new Limits(100, 12, 3, false)).html()).contains("<p>12 of 14 shown</p>");
    }

    /** The errors first, then the correct predictions that were nearly errors. */
    @Test
    void correctPredictionsGetWhatIsLeft() throws IOException {
        for (int i = 0; i < 10; i++) {
            add("sure" + i, 0, 1, 0, 0);
        }
        add("unsure", 0, 0.5, 0.25, 0.25);
        add("wrong", 0, 0.25, 0.5, 0.25);
        ErrorPlayers players = players(new Limits(10, 5, 3, true));

        assertThat(players.html())
                .contains("players for 1 of 1 errors and for 5 of 11 correct ones.", "<p>5 of 11 shown</p>")
                .containsSubsequence("<figcaption>unsure<br>blues 0.50</figcaption>", "<figcaption>sure0<br>")
                .contains("The only error");
    }

    @Test
    void withoutErrorsThereIsNoTableOfThem() throws IOException {
        add("a", 0, 1, 0, 0);
        ErrorPlayers players = players(ALL);
        assertThat(players.html())
                .contains("1 of 1 correct; players for 0 of 0 errors.")
                .doesNotContain("<audio", "error with");
        assertThat(players.text()).isEqualTo("1 of 1 correct; players for 0 of 0 errors");
    }

    /** A tone is in the middle second of nine; three are played. */
    @Test
    void playsTheMiddleOfATrackAtALowRate() throws IOException {
        int rate = 22_050;
        Wave wave = Waves.of(9 * rate, i -> i / rate == 4 ? 0.5 * Math.sin(0.1 * i) : 0);
        add("a", 0, wave, 0, 1, 0);

        String html = players(ALL).html();

        Wave sound = sound(html, 0);
        assertThat(html).contains("<small>3.0 to 6.0 s</small>");
        assertThat(sound.rate()).isEqualTo(16_000);
        assertThat(sound.seconds()).isCloseTo(3, within(0.01));
        assertThat(power(sound.slice(0, 15_000))).isLessThan(1e-4);
        assertThat(power(sound.slice(17_000, 31_000))).isGreaterThan(0.1);
        assertThat(power(sound.slice(33_000, 48_000))).isLessThan(1e-4);
    }

    private static double power(Wave wave) {
        double sum = 0;
        for (float sample : wave.samples()) {
            sum += sample * sample;
        }
        return sum / wave.length();
    }

    /** Of a track that is a part of a file, times are those of the part. */
    @Test
    void playsPartsOfFilesAndSpansOfTracks() throws IOException {
        Path file = folder.resolve("long.wav");
        Waves.of(4 * 22_050, i -> i < 2 * 22_050 ? 0.5 * Math.sin(0.1 * i) : 0).write(file);
        add(new Track("part", "blues", Optional.empty(), file, Optional.of(new TimeSpan(1, 4))), 0, 0, 1, 0);
        PredictedSpan span = (row, seconds) -> new TimeSpan(0.5, Math.min(1.5, seconds));

        String html = ErrorPlayers.of(new Predictions(LABELS, rows), dataset(), span, ALL, Progress.NONE)
                .html();

        assertThat(html).contains("<small>0.5 to 1.5 s</small>");
        Wave sound = sound(html, 0);
        assertThat(sound.seconds()).isCloseTo(1, within(0.01));
        assertThat(power(sound.slice(500, 7500))).isGreaterThan(0.1);
        assertThat(power(sound.slice(8500, 16_000))).isLessThan(1e-4);
    }

    @Test
    void namesSoundsThatCannotBeRead() throws IOException {
        add("a", 0, 0, 1, 0);
        add(new Track("gone", "blues", Optional.empty(), folder.resolve("gone.wav")), 0, 0, 1, 0);

        String html = players(ALL).htmlWithAllPlayers();

        assertThat(html)
                .contains("players for 1 of 2 errors; sounds that cannot be read: 1.")
                .contains("<figcaption>gone<br>jazz 1.00, blues 0.00</figcaption><em>no sound: ");
        assertThat(sounds(html)).isEqualTo(2);
    }

    @Test
    void needsTracksAndLabels() throws IOException {
        add("a", 0, 1, 0, 0);
        Predictions other = new Predictions(LABELS, List.of(new Prediction("z", "z", 0, new float[] {1, 0, 0})));
        assertThatThrownBy(() -> ErrorPlayers.of(other, dataset(), PredictedSpan.TRACK, ALL, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no track for z");
        Predictions unknown =
                new Predictions(LABELS, List.of(new Prediction("a", "a", OptionalInt.empty(), new float[] {1, 0, 0})));
        assertThatThrownBy(() -> ErrorPlayers.of(unknown, dataset(), PredictedSpan.TRACK, ALL, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got none for a");
    }

    @Test
    void stopsWhenInterrupted() throws IOException {
        add("a", 0, 0, 1, 0);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> players(ALL)).isInstanceOf(CancellationException.class);
    }

    /** Label 95 is taken for label 90 once; 99 labels have no error. */
    @Test
    void ofVeryManyLabelsThoseWithErrorsAreShown() throws IOException {
        List<String> labels = IntStream.range(0, 101).mapToObj(i -> "label" + i).toList();
        float[] probabilities = new float[101];
        probabilities[90] = 1;
        tracks.add(new Track("a", "blues", Optional.empty(), folder.resolve("a.wav")));
        Predictions one = new Predictions(labels, List.of(new Prediction("a", "a", 95, probabilities)));

        String html = ErrorPlayers.of(one, dataset(), PredictedSpan.TRACK, ALL, Progress.NONE)
                .html();

        assertThat(html).contains(" Shown are the 60 of 101 labels with the most errors.</p>");
        assertThat(html.split("<th scope=\"row\"", -1)).hasSize(1 + 60 + 1);
        assertThat(html)
                .contains(">label90</th>", ">label95</th>", ">label57</th>")
                .doesNotContain(">label58</th>");
    }

    @Test
    void limitsLeaveRoomForTheWorst() {
        assertThatThrownBy(() -> new Limits(9, 1, 1, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(10, 0, 1, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(10, 1, Double.NaN, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limits must be at least 10 players, 1 in a cell, and a positive time, got 10, 1, NaN");
    }

    /** Noise is as large as any sound: MP3 has 64 kbit/s, and base64 a third more. */
    @Test
    void sizesAreBelowWhatTheLimitsPromise() throws IOException {
        for (int i = 0; i < 12; i++) {
            add("noise" + i, i % 3, Waves.noise(7 * 22_050, i), i % 3 == 0 ? 0 : 1, i % 3 == 0 ? 1 : 0, 0);
        }
        assertThat(players(Limits.NOTEBOOK).html().length()).isBetween(350_000, 450_000);
        int each = players(Limits.PAGE).html().length() / 12;
        assertThat((Limits.PAGE.players() + 10) * each).isLessThan(19_000_000);
    }
}
