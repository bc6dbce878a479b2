package io.github.jukelab.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.MelStatistics;
import io.github.jukelab.feature.MelStatistics.Statistic;
import io.github.jukelab.input.MelStatisticsInput;
import io.github.jukelab.signal.Waves;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The statistics are those of the room {@code feature}. */
class MelStatisticsNodesTest {

    /** A decibel that is rounded the other way is another step. */
    private static final double STEP = 1 / 128.0;

    private static final Set<Statistic> PERCENTILES = EnumSet.of(Statistic.P10, Statistic.P90);

    @TempDir
    Path folder;

    private OnnxSession session(MelStatisticsInput input) throws Exception {
        Graph graph = new Graph();
        Tensor rows = new MelStatisticsNodes(input).of(graph.input("samples", ElementType.FLOAT, "number"));
        graph.output("segments", rows, "segments", "values");
        graph.output("probabilities", rows.mean(0), "values");
        Path file = folder.resolve("statistics.onnx");
        Files.write(file, ModelGraph.file(graph, Map.of(), ""));
        return OnnxSession.of(file);
    }

    private static void assertEqual(OnnxSession session, MelStatisticsInput input, Wave wave) throws Exception {
        float[][] rows = session.run("samples", wave.samples(), wave.length()).segments();
        List<float[]> expected = input.inputs(wave);
        assertThat(rows.length).isEqualTo(expected.size());
        List<Statistic> statistics = List.copyOf(input.statistics().statistics());
        int bands = input.statistics().bands();
        for (int i = 0; i < rows.length; i++) {
            assertThat(rows[i]).hasSameSizeAs(expected.get(i));
            for (int k = 0; k < rows[i].length; k++) {
                Statistic statistic = statistics.get(k / bands);
                assertThat((double) rows[i][k])
                        .as(statistic + " of band " + (k % bands + 1) + " of row " + i)
                        .isCloseTo(expected.get(i)[k], within(PERCENTILES.contains(statistic) ? STEP + 1e-5 : 2e-5));
            }
        }
    }

    private static List<Wave> waves() {
        return List.of(
                Waves.noise(661_500, 1), // 30 s
                Waves.chirp(30_000),
                Waves.sine(30_000, 440), // most bands at the floor
                Waves.silence(30_000),
                Waves.noise(1, 1), // one frame
                Waves.noise(511, 1),
                Waves.noise(512, 1)); // two frames
    }

    @Test
    void aSoundIsOneRow() throws Exception {
        MelStatisticsInput input = MelStatisticsInput.of(MelStatistics.DEFAULT);
        try (OnnxSession session = session(input)) {
            for (Wave wave : waves()) {
                assertEqual(session, input, wave);
            }
        }
    }

    @Test
    void windowsAreOneRowEach() throws Exception {
        MelStatistics few = MelStatistics.DEFAULT
                .withBands(8)
                .withStatistics(EnumSet.of(Statistic.STD, Statistic.DIFF_STD, Statistic.P90))
                .withGainRemoved(false);
        MelStatisticsInput input = MelStatisticsInput.of(few).withWindows(10_000, 4000);
        try (OnnxSession session = session(input)) {
            for (int samples : List.of(100, 9999, 10_000, 10_001, 30_000)) {
                assertEqual(session, input, Waves.noise(samples, 2));
            }
        }
    }

    /** Nearly all percentiles are equal, as nearly no decibel is at the edge of two steps. */
    @Test
    void percentilesAreMostlyEqual() throws Exception {
        MelStatisticsInput input = MelStatisticsInput.of(MelStatistics.DEFAULT.withStatistics(PERCENTILES));
        Wave wave = Waves.noise(300_000, 3);
        float[] expected = input.inputs(wave).get(0);
        try (OnnxSession session = session(input)) {
            float[] row = session.run("samples", wave.samples(), wave.length()).segments()[0];
            int equal = 0;
            for (int k = 0; k < row.length; k++) {
                equal += Math.abs(row[k] - expected[k]) < 1e-4 ? 1 : 0;
            }
            assertThat(equal).isGreaterThan(row.length * 95 / 100);
        }
    }
}
