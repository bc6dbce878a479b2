package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureTest {

    private static final List<String> LABELS = List.of("x", "y", "z");

    private static Predictions of(Prediction... rows) {
        return new Predictions(LABELS, List.of(rows));
    }

    private static Prediction row(int number, int actual, float... probabilities) {
        return new Prediction("t" + number, "t" + number, actual, probabilities);
    }

    /** Labels are drawn by the right probabilities; those of the model have another temperature. */
    private static Predictions drawn(double temperature, int tracks) {
        Random random = new Random(8);
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < tracks; i++) {
            double[] powers = new double[3];
            Arrays.setAll(powers, label -> Math.exp(1.5 * random.nextGaussian()));
            double sum = Arrays.stream(powers).sum();
            double threshold = random.nextDouble() * sum;
            int actual = threshold < powers[0] ? 0 : threshold < powers[0] + powers[1] ? 1 : 2;
            double[] model = Arrays.stream(powers)
                    .map(power -> Math.pow(power, temperature))
                    .toArray();
            double all = Arrays.stream(model).sum();
            rows.add(row(i, actual, (float) (model[0] / all), (float) (model[1] / all), (float) (model[2] / all)));
        }
        return new Predictions(LABELS, rows);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 1, 2.5})
    void isTheOneThatTheModelWasGiven(double given) {
        Predictions predictions = drawn(given, 5000);
        Temperature temperature = Temperature.fit(predictions);
        assertThat(temperature.value() / given).isEqualTo(1, within(0.06));
        assertThat(temperature.tracks()).isEqualTo(5000);
        assertThat(Calibration.of(temperature.apply(predictions)).error()).isLessThan(0.03);
    }

    @Test
    void hasTheLowestLossOfAll() {
        Predictions predictions = drawn(2, 60);
        double best = Temperature.fit(predictions).value();
        double loss = Temperature.logLoss(predictions.rows(), best);
        for (double factor : new double[] {0.1, 0.9, 0.99, 1.01, 1.1, 10}) {
            assertThat(Temperature.logLoss(predictions.rows(), best * factor)).isGreaterThan(loss);
        }
        assertThat(Temperature.logLoss(
                        of(row(1, 0, 0.25f, 0.25f, 0.5f), row(2, 2, 0, 0.5f, 0.5f))
                                .rows(),
                        1))
                .isEqualTo((Math.log(4) + Math.log(2)) / 2, within(1e-5));
    }

    @Test
    void takesRoots() {
        double[] scaled = new Temperature(2, 10).apply(new double[] {0.64, 0.36, 0});
        assertThat(scaled[0]).isEqualTo(0.8 / 1.4, within(1e-3));
        assertThat(scaled[1]).isEqualTo(0.6 / 1.4, within(1e-3));
        assertThat(scaled[2]).isBetween(0.0, 1e-3);
        assertThat(Temperature.NONE.apply(new double[] {0.64, 0.36, 0})).containsExactly(0.64, 0.36, 0);
    }

    /** Also where probabilities differ by less than a float can tell after the scaling. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 3, 100})
    void keepsThePredictedLabelsAndTheOrder(double value) {
        Predictions predictions = of(
                row(1, 0, 0.2f, 0.3f, 0.5f),
                row(2, 0, 1, 0, 0),
                row(3, 0, 0, 1, 0),
                row(4, 0, 0.5f - 3e-8f, 0.5f, 3e-8f),
                row(5, 0, 0.33333334f, 0.33333337f, 0.33333328f));
        Predictions scaled = new Temperature(value, 5).apply(predictions);
        for (int i = 0; i < 5; i++) {
            Prediction before = predictions.rows().get(i);
            Prediction after = scaled.rows().get(i);
            assertThat(after.predicted()).isEqualTo(before.predicted());
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    if (before.probability(a) > before.probability(b)) {
                        assertThat(after.probability(a)).isGreaterThanOrEqualTo(after.probability(b));
                    }
                }
            }
        }
    }

    @Test
    void aTrueLabelWithoutProbabilityHasALoss() {
        Temperature temperature = Temperature.fit(of(row(1, 0, 0, 1, 0), row(2, 1, 0, 1, 0)));
        assertThat(temperature.value()).isGreaterThan(1);
    }

    @Test
    void isOneIfNothingIsWrong() {
        Temperature temperature = Temperature.fit(of(row(1, 0, 0.6f, 0.4f, 0), row(2, 1, 0, 1, 0)));
        assertThat(temperature).isEqualTo(new Temperature(1, 2));
        assertThat(temperature.summary())
                .isEqualTo("All of 2 tracks are right, so no temperature can be fitted: the probabilities stay as they"
                        + " are.");
    }

    @Test
    void staysWithinItsBounds() {
        Temperature temperature = Temperature.fit(of(row(1, 2, 0.6f, 0.4f, 0), row(2, 2, 0.5f, 0.3f, 0.2f)));
        assertThat(temperature.value()).isEqualTo(100, within(1e-3)).isLessThanOrEqualTo(100);
        assertThatThrownBy(() -> new Temperature(0.001, 3)).hasMessage("temperature must be in [0.01, 100], got 0.001");
        assertThatThrownBy(() -> new Temperature(Double.NaN, 3)).hasMessageContaining("got NaN");
        assertThatThrownBy(() -> new Temperature(1, -1)).hasMessageContaining("tracks of the temperature");
    }

    @Test
    void saysWhatItDoes() {
        assertThat(new Temperature(1.8, 60).summary())
                .isEqualTo("The temperature is 1.80, fitted to 60 tracks: the model was too sure, so its probabilities"
                        + " are made more even.");
        assertThat(new Temperature(0.5, 20).summary())
                .isEqualTo("The temperature is 0.50, fitted to 20 tracks: the model was not sure enough, so its"
                        + " probabilities are made more extreme. So few tracks give a rough temperature: 50 or more"
                        + " are better.");
        assertThat(new Temperature(1.03, 60).summary())
                .isEqualTo("The temperature is 1.03, fitted to 60 tracks: the model was about right, so its"
                        + " probabilities stay almost as they are.");
        assertThat(Temperature.NONE.summary()).startsWith("No temperature was fitted");
        assertThat(new Temperature(1.8, 60)).hasToString("Temperature[1.80, fitted to 60 tracks]");
    }
}
