package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.dataset.Splits;
import io.github.jukelab.dataset.Subset;
import io.github.jukelab.evaluation.BenchmarkResult;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.FeatureVector;
import io.github.jukelab.input.FeatureVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class BenchmarkTest {

    /** Two labels with twelve tracks each, and one feature that depends on the track, not on the label. */
    private static final Dataset DATASET = Dataset.of(
            Gtzan.INFO,
            Gtzan.INFO.trackIds().stream()
                    .filter(id -> id.matches("(blues|jazz)\\.000(0|1[01]).*") && id.length() < 13)
                    .toList());

    private static final FeatureVectors TRACKS = FeatureVectors.of(
            List.of("x"),
            DATASET.labels(),
            DATASET.tracks().stream()
                    .map(track -> new FeatureVector(track.id(), track.id(), track.label(), new double[] {
                        track.id().hashCode()
                    }))
                    .toList());

    private static final Map<String, List<Split>> TWICE = Map.of(
            "twice",
            List.of(
                    Splits.stratified(DATASET, SplitRatio.of(0.5, 0.5), 1),
                    Splits.stratified(DATASET, SplitRatio.of(0.5, 0.5), 2)));

    @Test
    void trainsEachClassifierOnEachTrainingSet() {
        NearestNeighbours three = NearestNeighbours.of(3);
        List<String> reports = new ArrayList<>();
        BenchmarkResult result = Benchmark.of(7)
                .with("3-NN", three)
                .with("1-NN", NearestNeighbours.of(1))
                .run(TWICE, TRACKS, DATASET, (done, total, what) -> reports.add(done + " of " + total + ", " + what))
                .get(0);

        List<Predictions> expected = TWICE.get("twice").stream()
                .map(split -> three.fit(TRACKS.on(split, Subset.TRAIN)).predict(TRACKS.on(split, Subset.TEST)))
                .toList();
        assertThat(result.protocol()).isEqualTo("twice");
        assertThat(result.models()).containsExactly("3-NN", "1-NN");
        assertThat(result.of("3-NN")).isEqualTo(Predictions.pooled(expected));
        assertThat(result.groups()).isEqualTo(DATASET.artistGroups());
        assertThat(result.seed()).isEqualTo(7);
        assertThat(reports).containsExactly("1 of 1, twice");
    }

    @Test
    void replacesAClassifierOfTheSameName() {
        Benchmark benchmark = Benchmark.of(1).with("k", NearestNeighbours.of(1)).with("k", NearestNeighbours.of(2));
        assertThat(benchmark.classifiers()).containsExactly(Map.entry("k", NearestNeighbours.of(2)));
        assertThat(benchmark).hasToString("Benchmark[k]");
    }

    @Test
    void refusesNoClassifiersAndNoSplits() {
        assertThatThrownBy(() -> Benchmark.of(1).run(TWICE, TRACKS, DATASET, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a trial needs at least one model, got none");
        Benchmark one = Benchmark.of(1).with("k", NearestNeighbours.of(1));
        assertThatThrownBy(() -> one.run(Map.of("never", List.of()), TRACKS, DATASET, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pooled predictions need at least one split, got none");
    }

    @Test
    void stopsWhenInterrupted() {
        Benchmark one = Benchmark.of(1).with("k", NearestNeighbours.of(1));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> one.run(TWICE, TRACKS, DATASET, Progress.NONE))
                .isInstanceOf(CancellationException.class);
    }
}
