package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.jukelab.TestData;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.dataset.LeakageReport;
import io.github.jukelab.dataset.Neighbour;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.dataset.Splits;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the published feature table of GTZAN, 57 values per track, if it is available. */
class NetworkGtzanTableTest {

    private static final List<String> GENRES = Gtzan.INFO.labels();

    private final Map<String, double[]> table = new LinkedHashMap<>();
    private Dataset dataset;

    @BeforeEach
    void read() throws IOException {
        Optional<Path> file = TestData.shared("data/gtzan/features_30_sec.csv");
        assumeThat(file).isPresent();
        Files.readAllLines(file.get()).stream()
                .skip(1)
                .map(line -> line.split(","))
                .forEach(row -> table.put(row[0].replace(".wav", ""), numbers(row)));
        dataset = Dataset.of(Gtzan.INFO, table.keySet());
    }

    private static double[] numbers(String[] row) {
        return Arrays.stream(row, 2, 59).mapToDouble(Double::parseDouble).toArray();
    }

    /** scikit-learn's MLP with the same layers has an accuracy of 52 % on these lists. */
    @Test
    void theDenseNetworkHasTheExpectedAccuracyOnTheFilteredLists() {
        Split split = Splits.faultFiltered(dataset);
        Map<String, double[]> rows = standardised(split.train());
        Network network = Network.of(Architectures.dense(Shape.row(57), 10, 1), GENRES);
        Training.DEFAULT
                .withEpochs(40)
                .withPlateau(ReduceLrOnPlateau.NONE)
                .fit(network, examples(rows, split.train()), examples(rows, split.validation()));
        Evaluation evaluation = Evaluation.of(network.predict(examples(rows, split.test())));

        assertThat(evaluation.total()).isEqualTo(290);
        assertThat(evaluation.accuracy()).isBetween(0.45, 0.60);
    }

    @Test
    void theNearestTrackIsOftenByTheSameArtist() {
        Split split = Splits.stratified(dataset, SplitRatio.of(0.8, 0.2), 1);
        LeakageReport report = LeakageReport.of(split, dataset, standardised(split.train()));
        List<Neighbour> nearest = report.test().stream()
                .map(overlap -> overlap.nearest().orElseThrow())
                .toList();

        assertThat(nearest).hasSize(200).noneMatch(Neighbour::sameTrack);
        assertThat(nearest.stream().filter(Neighbour::sameArtist).count()).isBetween(50L, 120L);
        assertThat(report.toString()).contains(" of 200 test tracks share an artist with train");
    }

    /** Two files of one recording, whose values in the table are equal up to rounding. */
    @Test
    void theNearestTrackOfADuplicateIsItsCopy() {
        Split split = new Split(
                "by hand",
                0,
                table.keySet().stream().filter(id -> !id.equals("metal.00061")).toList(),
                List.of(),
                List.of("metal.00061"),
                Splits.faultFiltered(dataset).leakage());
        Neighbour nearest = LeakageReport.of(split, dataset, standardised(split.train()))
                .of("metal.00061")
                .orElseThrow()
                .nearest()
                .orElseThrow();

        assertThat(nearest.id()).isEqualTo("metal.00040");
        assertThat(nearest.distance()).isLessThan(1e-6);
    }

    private static Examples examples(Map<String, double[]> rows, List<String> tracks) {
        return Examples.of(
                GENRES, tracks.stream().map(id -> Example.of(id, id, id.substring(0, id.indexOf('.')), rows.get(id))));
    }

    /** All rows, standardised with the training set. */
    private Map<String, double[]> standardised(List<String> train) {
        double[] means = column(train, values -> Arrays.stream(values).average().orElseThrow());
        double[] deviations = column(train, NetworkGtzanTableTest::deviation);
        Map<String, double[]> rows = new LinkedHashMap<>();
        table.forEach((id, row) -> {
            double[] scaled = new double[57];
            Arrays.setAll(scaled, k -> (row[k] - means[k]) / deviations[k]);
            rows.put(id, scaled);
        });
        return rows;
    }

    private double[] column(List<String> tracks, ToDoubleFunction<double[]> summary) {
        double[] summaries = new double[57];
        Arrays.setAll(
                summaries,
                k -> summary.applyAsDouble(
                        tracks.stream().mapToDouble(id -> table.get(id)[k]).toArray()));
        return summaries;
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }
}
