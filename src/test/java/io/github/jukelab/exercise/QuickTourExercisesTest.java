package io.github.jukelab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuickTourExercisesTest {

    private static boolean isRight(String id, Object... values) {
        return Exercises.of(id).check(values).right();
    }

    @Test
    void rowsAreAsFarApartAsTheRateByTheFrame() {
        Spectrogram spectrogram = Spectrogram.of(Wave.sine(440, 1, 8000), Stft.of(512));
        assertThat(isRight("00.1", 8000 / 512.0, spectrogram)).isTrue();
        assertThat(isRight("00.1", 8000 / 513.0, spectrogram)).isTrue(); // rounded: still the idea
        assertThat(isRight("00.1", 8000 / 257.0, spectrogram)).isFalse();
    }

    @Test
    void windowsAreThoseOfTheNetwork() {
        MelWindows preprocessing = MelWindows.REPAIRED;
        for (double seconds : new double[] {0.5, 1.5, 10, 29.93, 40}) {
            Wave wave = Wave.sine(440, seconds, 22_050);
            int windows = preprocessing.spectrograms(wave).size();
            assertThat(isRight("00.2", windows, wave, preprocessing)).isTrue();
            assertThat(isRight("00.2", windows + 1, wave, preprocessing)).isFalse();
            assertThat(isRight("00.2", windows - 1, wave, preprocessing)).isFalse();
        }
    }

    /** One window per track. */
    private static Evaluation evaluation(int[] actual, int[] predicted) {
        List<Prediction> rows = IntStream.range(0, actual.length)
                .mapToObj(i -> {
                    float[] probabilities = new float[3];
                    probabilities[predicted[i]] = 1;
                    return new Prediction("track" + i, "track" + i, actual[i], probabilities);
                })
                .toList();
        return Evaluation.of(new Predictions(List.of("a", "b", "c"), rows));
    }

    @Test
    void precisionOfTheMostFrequentAnswer() {
        Evaluation evaluation = evaluation(new int[] {0, 0, 0, 1, 2, 2}, new int[] {1, 1, 0, 1, 2, 0});
        assertThat(isRight("00.3", 1 / 3.0, evaluation)).isTrue();
        assertThat(isRight("00.3", 0.33, evaluation)).isTrue();
        assertThat(isRight("00.3", 1.0, evaluation)).isFalse();
    }

    @Test
    void anyOfSeveralMostFrequentAnswersWillDo() {
        Evaluation evaluation = evaluation(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 0});
        Evaluation tied = evaluation(new int[] {0, 0, 1, 1}, new int[] {0, 0, 0, 0});
        assertThat(isRight("00.3", 1 / 3.0, evaluation)).isTrue();
        assertThat(isRight("00.3", 0.5, tied)).isTrue();
    }

    @Test
    void aTenPointInterval() {
        Evaluation half = evaluation(new int[] {0, 1}, new int[] {0, 0});
        Evaluation all = evaluation(new int[] {0, 1}, new int[] {0, 1});
        assertThat(isRight("00.4", 381, half)).isTrue();
        assertThat(isRight("00.4", 190, half)).isFalse();
        assertThat(isRight("00.4", 35, all)).isTrue();
        assertThat(isRight("00.4", 0, all)).isFalse();
        assertThat(isRight("00.4", 1e12, all)).isFalse();
    }

    @Test
    void meanAgainstMajority() {
        assertThat(isRight("00.5", new double[] {1, 0.3, 0.3})).isTrue();
        assertThat(isRight("00.5", List.of(1, 0.3, 0.3))).isTrue();
        assertThat(isRight("00.5", new double[] {0.5, 0.5, 0.5})).isFalse();
        assertThat(isRight("00.5", new double[] {1, 1, 1, 0})).isFalse();
    }
}
