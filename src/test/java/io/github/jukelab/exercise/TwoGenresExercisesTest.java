package io.github.jukelab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.LeakageReport;
import io.github.jukelab.dataset.Overlap;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.dataset.Splits;
import io.github.jukelab.dataset.SyntheticTracks;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.feature.MelSpectrogram;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwoGenresExercisesTest {

    private static final Dataset DATASET = Dataset.of(SyntheticTracks.INFO, SyntheticTracks.INFO.trackIds());

    private static boolean isRight(String id, Object... values) {
        return Exercises.of(id).check(values).right();
    }

    @Test
    void bothOthersStayOut() {
        assertThat(isRight("05.1", 0.16)).isTrue();
        assertThat(isRight("05.1", 0.4)).isFalse();
        assertThat(isRight("05.1", 0.36)).isFalse();
        assertThat(isRight("05.1", 0.84)).isFalse();
    }

    @Test
    void fortyDecibelsAreAFactorOfTenThousand() {
        Spectrogram mel = MelSpectrogram.of(Wave.sine(440, 1, 22_050), Stft.of(2048), MelBank.of(40, 22_050));
        double share = shareAbove(mel, 1e4);
        assertThat(isRight("05.2", share, mel)).isTrue();
        assertThat(isRight("05.2", share, mel.toDecibels())).isTrue();
        assertThat(isRight("05.2", shareAbove(mel, 1e2), mel)).isFalse();
        assertThat(isRight("05.2", 1 - share, mel)).isFalse();
    }

    private static double shareAbove(Spectrogram mel, double factor) {
        float peak = 0;
        for (float value : mel.values()) {
            peak = Math.max(peak, value);
        }
        int above = 0;
        for (float value : mel.values()) {
            above += value >= peak / factor ? 1 : 0;
        }
        return above / (double) mel.values().length;
    }

    @Test
    void tracksOfTheVoteThatAreInTraining() {
        Split split = Splits.bySegment(DATASET, 3, SplitRatio.of(0.6, 0.2, 0.2), 1);
        long tracks = LeakageReport.of(split, DATASET).sharingTrack().stream()
                .map(Overlap::track)
                .distinct()
                .count();
        assertThat(isRight("05.3", tracks, split)).isTrue();
        assertThat(isRight("05.3", tracks + 1, split)).isFalse();
        assertThat(isRight("05.3", split.test().size(), split)).isFalse();
        assertThat(isRight("05.3", 0, Splits.stratified(DATASET, SplitRatio.of(0.6, 0.4), 1)))
                .isFalse();
    }

    /** Four tracks of two artists: three correct, and the wrong one is by the second. */
    @Test
    void theArtistWhoCarriesTheAccuracy() {
        List<String> tracks = DATASET.trackIds().subList(0, 4);
        List<Prediction> rows =
                List.of(row(tracks.get(0), 1), row(tracks.get(1), 1), row(tracks.get(2), 1), row(tracks.get(3), 0));
        Predictions predictions = new Predictions(DATASET.labels(), rows);
        assertThat(isRight("05.4", 0.5, predictions, DATASET)).isTrue();
        assertThat(isRight("05.4", 1, predictions, DATASET)).isFalse();
        assertThat(isRight("05.4", 2 / 3.0, predictions, DATASET)).isFalse();
        Predictions oneArtist = new Predictions(DATASET.labels(), rows.subList(0, 2));
        assertThat(isRight("05.4", 1, oneArtist, DATASET)).isFalse();
    }

    private static Prediction row(String track, int correct) {
        return new Prediction(track, track, 0, new float[] {correct, 1 - correct});
    }

    @Test
    void theMeanSquareRemembers() {
        assertThat(isRight("05.5", new double[] {0.00316, 0.000331})).isTrue();
        assertThat(isRight("05.5", List.of(-0.00316, -0.000331))).isTrue();
        assertThat(isRight("05.5", new double[] {0.001, 0.0001})).isFalse();
        assertThat(isRight("05.5", new double[] {0.00316, 0.00316})).isFalse();
        assertThat(isRight("05.5", new double[] {0.00316})).isFalse();
    }
}
