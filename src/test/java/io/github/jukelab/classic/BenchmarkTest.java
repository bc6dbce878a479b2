package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.corpus.Corpus;
import io.github.jukelab.corpus.Gtzan;
import io.github.jukelab.corpus.Shares;
import io.github.jukelab.corpus.Side;
import io.github.jukelab.corpus.Split;
import io.github.jukelab.corpus.Splits;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class BenchmarkTest {

    /** Two labels, twelve songs each, one feature that tells songs apart rather than labels. */
    private static final Corpus CORPUS = Corpus.of(
            Gtzan.DECLARATION,
            Gtzan.DECLARATION.songs().stream()
                    .filter(id -> id.matches("(blues|jazz)\\.000(0|1[01]).*") && id.length() < 13)
                    .toList());

    private static final Samples SONGS = Samples.of(
            List.of("place"),
            CORPUS.labels(),
            CORPUS.songs().stream()
                    .map(song -> new Sample(song.id(), song.id(), song.label(), new double[] {
                        song.id().hashCode()
                    }))
                    .toList());

    private static final Map<String, List<Split>> TWICE = Map.of(
            "twice",
            List.of(
                    Splits.stratified(CORPUS, Shares.of(0.5, 0.5), 1),
                    Splits.stratified(CORPUS, Shares.of(0.5, 0.5), 2)));

    @Test
    void eachClassifierLearnsFromEachTrainingSide() {
        NearestNeighbours three = NearestNeighbours.of(3);
        List<String> heard = new ArrayList<>();
        Trial trial = Benchmark.of(7)
                .with("3-NN", three)
                .with("1-NN", NearestNeighbours.of(1))
                .under(TWICE, SONGS, CORPUS, (done, total, what) -> heard.add(done + " of " + total + ", " + what))
                .get(0);

        List<Predictions> expected = TWICE.get("twice").stream()
                .map(split -> three.fit(SONGS.on(split, Side.TRAIN)).predict(SONGS.on(split, Side.TEST)))
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
        assertThatThrownBy(() -> Benchmark.of(1).under(TWICE, SONGS, CORPUS, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a trial needs at least one model, got none");
        Benchmark one = Benchmark.of(1).with("k", NearestNeighbours.of(1));
        assertThatThrownBy(() -> one.under(Map.of("never", List.of()), SONGS, CORPUS, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pooled predictions need at least one split, got none");
    }

    @Test
    void stopsWhenInterrupted() {
        Benchmark one = Benchmark.of(1).with("k", NearestNeighbours.of(1));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> one.under(TWICE, SONGS, CORPUS, Progress.NONE))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void samplesByIdAreCopies() {
        assertThat(SONGS.ids())
                .isEqualTo(SONGS.samples().stream().map(Sample::id).toList());
        String first = SONGS.ids().get(0);
        SONGS.rows().get(first)[0] = Double.NaN;
        assertThat(SONGS.rows().get(first)).containsExactly(first.hashCode());
        assertThat(SONGS.rows().keySet()).containsExactlyElementsOf(SONGS.ids());
    }
}
