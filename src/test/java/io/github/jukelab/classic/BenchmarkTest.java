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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class BenchmarkTest {

    /** Two labels, twelve tracks each, one feature that tells tracks apart rather than labels. */
    private static final Dataset CORPUS = Dataset.of(
            Gtzan.INFO,
            Gtzan.INFO.trackIds().stream()
                    .filter(id -> id.matches("(blues|jazz)\\.000(0|1[01]).*") && id.length() < 13)
                    .toList());

    private static final FeatureVectors TRACKS = FeatureVectors.of(
            List.of("place"),
            CORPUS.labels(),
            CORPUS.tracks().stream()
                    .map(track -> new FeatureVector(track.id(), track.id(), track.label(), new double[] {
                        track.id().hashCode()
                    }))
                    .toList());

    private static final Map<String, List<Split>> TWICE = Map.of(
            "twice",
            List.of(
                    Splits.stratified(CORPUS, SplitRatio.of(0.5, 0.5), 1),
                    Splits.stratified(CORPUS, SplitRatio.of(0.5, 0.5), 2)));

    @Test
    void eachClassifierLearnsFromEachTrainingSubset() {
        NearestNeighbours three = NearestNeighbours.of(3);
        List<String> heard = new ArrayList<>();
        BenchmarkResult trial = Benchmark.of(7)
                .with("3-NN", three)
                .with("1-NN", NearestNeighbours.of(1))
                .run(TWICE, TRACKS, CORPUS, (done, total, what) -> heard.add(done + " of " + total + ", " + what))
                .get(0);

        List<Predictions> expected = TWICE.get("twice").stream()
                .map(split -> three.fit(TRACKS.on(split, Subset.TRAIN)).predict(TRACKS.on(split, Subset.TEST)))
                .toList();
        assertThat(trial.protocol()).isEqualTo("twice");
        assertThat(trial.models()).containsExactly("3-NN", "1-NN");
        assertThat(trial.of("3-NN")).isEqualTo(Predictions.pooled(expected));
        assertThat(trial.groups()).isEqualTo(CORPUS.artistGroups());
        assertThat(trial.seed()).isEqualTo(7);
        assertThat(heard).containsExactly("1 of 1, twice");
    }

    @Test
    void aNameIsThereOnce() {
        Benchmark benchmark = Benchmark.of(1).with("k", NearestNeighbours.of(1)).with("k", NearestNeighbours.of(2));
        assertThat(benchmark.classifiers()).containsExactly(Map.entry("k", NearestNeighbours.of(2)));
        assertThat(benchmark).hasToString("Benchmark[k]");
    }

    @Test
    void nothingToTryIsAnError() {
        assertThatThrownBy(() -> Benchmark.of(1).run(TWICE, TRACKS, CORPUS, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a trial needs at least one model, got none");
        Benchmark one = Benchmark.of(1).with("k", NearestNeighbours.of(1));
        assertThatThrownBy(() -> one.run(Map.of("never", List.of()), TRACKS, CORPUS, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pooled predictions need at least one split, got none");
    }

    @Test
    void stopsWhenInterrupted() {
        Benchmark one = Benchmark.of(1).with("k", NearestNeighbours.of(1));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> one.run(TWICE, TRACKS, CORPUS, Progress.NONE))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void samplesByIdAreCopies() {
        assertThat(TRACKS.ids())
                .isEqualTo(TRACKS.vectors().stream().map(FeatureVector::id).toList());
        String first = TRACKS.ids().get(0);
        TRACKS.rows().get(first)[0] = Double.NaN;
        assertThat(TRACKS.rows().get(first)).containsExactly(first.hashCode());
        assertThat(TRACKS.rows().keySet()).containsExactlyElementsOf(TRACKS.ids());
    }
}
