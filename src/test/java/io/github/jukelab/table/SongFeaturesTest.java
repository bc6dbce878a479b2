package io.github.jukelab.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.AudioException;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.corpus.Corpus;
import io.github.jukelab.corpus.Gtzan;
import io.github.jukelab.feature.FeatureRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class SongFeaturesTest {

    @TempDir
    Path folder;

    private static Table table(String[] labels, double... values) {
        return Table.create(
                "t",
                StringColumn.create("song", IntStream.range(0, labels.length).mapToObj(i -> "song" + i)),
                StringColumn.create("label", labels),
                DoubleColumn.create("x", values));
    }

    private static Wave tone(double hertz) {
        float[] samples = new float[22_050];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / 22_050));
        }
        return Wave.of(samples, 22_050);
    }

    /** One second of a tone a song, higher for each. */
    private Corpus tones(int songs, String... labels) throws IOException {
        for (String label : labels) {
            for (int i = 0; i < songs; i++) {
                tone(200 + 100 * i)
                        .write(folder.resolve(
                                "genres_original/" + label + "/" + String.format("%s.%05d.wav", label, i)));
            }
        }
        return Gtzan.at(folder);
    }

    @Test
    void aRowASongInTheirOrder() throws IOException {
        Corpus corpus = tones(9, "blues", "rock");
        List<Long> told = new ArrayList<>();

        Table table = Tables.features(corpus, (done, total, what) -> told.add(done));

        FeatureRow third = FeatureRow.of(Wave.read(corpus.songs().get(2).file()));
        assertThat(table.name()).isEqualTo("GTZAN");
        assertThat(table.rowCount()).isEqualTo(18);
        assertThat(table.columnNames())
                .startsWith("song", "label")
                .hasSize(2 + third.names().size());
        assertThat(table.stringColumn("song").get(2)).isEqualTo("blues.00002");
        assertThat(table.doubleColumn("spectral_centroid_mean").getDouble(2))
                .isEqualTo(third.value("spectral_centroid_mean"));
        assertThat(told).containsExactly(16L, 18L);
    }

    @Test
    void anUnreadableSongIsNamed() throws IOException {
        Corpus corpus = tones(2, "blues");
        Files.write(corpus.songs().get(1).file(), new byte[0]);

        assertThatThrownBy(() -> Tables.features(corpus, Progress.NONE))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("blues.00001.wav");
    }

    @Test
    void anInterruptStopsTheWork() throws IOException {
        Corpus corpus = tones(1, "blues");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Tables.features(corpus, Progress.NONE)).isInstanceOf(CancellationException.class);
    }

    @Test
    void valuesByLabelKeepTheOrderOfTheTable() {
        Table table = table(new String[] {"rock", "blues", "rock", "blues"}, 1, 2, 3, Double.NaN);

        Map<String, double[]> values = Tables.byLabel(table, "x");

        assertThat(values.keySet()).containsExactly("rock", "blues");
        assertThat(values.get("rock")).containsExactly(1, 3);
        assertThat(values.get("blues")).containsExactly(2);
    }

    @Test
    void meansByLabelStandBesideTheirLabels() {
        String[] labels = IntStream.range(0, 40)
                .mapToObj(i -> Gtzan.DECLARATION.labels().get(9 - i % 10))
                .toArray(String[]::new);
        double[] values = IntStream.range(0, 40).mapToDouble(i -> i % 10).toArray();

        Table means = Tables.means(table(labels, values), "x");

        assertThat(means.columnNames()).containsExactly("label", "x");
        assertThat(means.stringColumn("label").asList()).containsExactly(Arrays.copyOf(labels, 10));
        assertThat(means.doubleColumn("x").asDoubleArray()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void separationIsOneWhereTheLabelSaysItAllAndZeroWhereMeansAreEqual() {
        String[] labels = {"a", "a", "b", "b"};
        Table table = table(labels, 1, 1, 7, 7)
                .addColumns(
                        DoubleColumn.create("none", new double[] {1, 3, 3, 1}),
                        DoubleColumn.create("half", new double[] {0, 2, 2, 4}),
                        IntColumn.create("whole", new int[] {1, 1, 2, 2}));

        Table separation = Tables.separation(table);

        assertThat(separation.stringColumn("feature").asList()).containsExactlyInAnyOrder("x", "none", "half", "whole");
        Map<String, double[]> shares = Tables.byLabel(renamed(separation), "share between labels");
        assertThat(shares.get("x")).containsExactly(1);
        assertThat(shares.get("whole")).containsExactly(1);
        assertThat(shares.get("half")).containsExactly(0.5);
        assertThat(shares.get("none")).containsExactly(0);
    }

    @Test
    void separationSortsTheLargestFirstAndLeavesOutWhatNeverVaries() {
        Table table = table(new String[] {"a", "a", "b", "b"}, 5, 5, 5, 5)
                .addColumns(
                        DoubleColumn.create("little", new double[] {0, 2, 2, 4}),
                        DoubleColumn.create("much", new double[] {0, 1, 8, 9}));

        assertThat(Tables.separation(table).stringColumn("feature").asList()).containsExactly("much", "little");
    }

    @Test
    void chanceGivesAboutLabelsByaSongs() {
        Random random = new Random(1);
        String[] labels =
                IntStream.range(0, 100).mapToObj(i -> "label" + i % 10).toArray(String[]::new);
        double mean = IntStream.range(0, 200)
                .mapToDouble(trial -> Tables.separation(
                                table(labels, random.doubles(100).toArray()))
                        .doubleColumn("share between labels")
                        .getDouble(0))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(9.0 / 99, within(0.01));
    }

    private static Table renamed(Table separation) {
        Table copy = separation.copy();
        copy.column("feature").setName("label");
        return copy;
    }
}
