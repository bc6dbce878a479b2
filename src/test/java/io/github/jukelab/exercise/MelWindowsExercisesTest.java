package io.github.jukelab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.Shape;
import io.github.jukelab.network.Architecture;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Layer.Dense;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MelWindowsExercisesTest {

    private static Verdict verdict(String id, Object... values) {
        return Exercises.of(id).check(values);
    }

    private static Spectrogram powers(float... values) {
        return Spectrogram.of(values, new double[] {100}, Scale.POWER, 0.01);
    }

    @Test
    void theLoudestTenthOfTenPointsIsOne() {
        Spectrogram mel = powers(1, 1, 1, 1, 11, 1, 1, 1, 1, 1);
        assertThat(verdict("04.1", 0.55, mel).right()).isTrue();
        assertThat(verdict("04.1", 0.1, mel).right()).isFalse();
        assertThat(verdict("04.1", 0.05, mel).text()).contains("cannot have less than a tenth");
    }

    @Test
    void silenceAndDecibelsHaveNoShare() {
        assertThat(verdict("04.1", 0.1, powers(new float[20])).text()).contains("silent");
        assertThat(verdict("04.1", 0.1, powers(1, 2).toDecibels()).text()).contains("no powers");
    }

    @Test
    void parametersOfTheThirdConvolution() {
        Architecture architecture = Architectures.fiveBlocks(MelWindows.AS_PRINTED.shape(), 4, 1);
        assertThat(verdict("04.2", 18_496, architecture).right()).isTrue();
        assertThat(verdict("04.2", 18_432, architecture).text()).contains("added to the sum");
        assertThat(verdict("04.2", 640, architecture).text()).contains("one channel");
        assertThat(verdict("04.2", 576, architecture).text()).contains("one channel");
        assertThat(verdict("04.2", 1, architecture).right()).isFalse();
        Architecture small = Architectures.small(new Shape(2, 64, 130), 4, 1);
        assertThat(verdict("04.2", 64 * (9 * 32 + 1), small).right()).isTrue();
        assertThat(verdict("04.2", 1, Architecture.of(Shape.row(3), 2, 1).add(new Dense(4)))
                        .text())
                .contains("fewer than three");
    }

    @Test
    void theRateFallsOnce() {
        assertThat(verdict("04.3", new double[] {0.00095, 9.5e-4}).right()).isTrue();
        assertThat(verdict("04.3", new double[] {0.001, 0.00095}).text()).contains("sixth");
        assertThat(verdict("04.3", new double[] {0.00095, 0.0009025}).text()).contains("ninth");
        assertThat(verdict("04.3", new double[] {0.00095}).text()).contains("two rates");
        assertThat(verdict("04.3", 0.00095).right()).isFalse();
    }

    private static Predictions predictions(float[]... windows) {
        return new Predictions(
                List.of("a", "b"),
                IntStream.range(0, windows.length)
                        .mapToObj(i -> new Prediction("w" + i, "track" + i / 3, 0, windows[i]))
                        .toList());
    }

    @Test
    void votesPartWhereOneWindowIsSure() {
        float[] sure = {1, 0};
        float[] hardly = {0.45f, 0.55f};
        Predictions one = predictions(sure, hardly, hardly, sure, sure, hardly);
        assertThat(verdict("04.4", 1, one).right()).isTrue();
        assertThat(verdict("04.4", 0, one).right()).isFalse();
        assertThat(verdict("04.4", 0.5, one).text()).contains("whole number");
        assertThat(verdict("04.4", 3, one).text()).contains("whole number");
        assertThat(verdict("04.4", 0, predictions(sure, sure, sure)).right()).isTrue();
    }
}
