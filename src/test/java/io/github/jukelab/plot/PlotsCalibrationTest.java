package io.github.jukelab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.jukelab.evaluation.Calibration;
import io.github.jukelab.evaluation.Coverage;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlotsCalibrationTest {

    /** Of the answers with each confidence, so many of ten are right. */
    private static Predictions tracks(int rightOfSix, int rightOfNine) {
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            float confidence = i < 10 ? 0.62f : 0.91f;
            boolean right = i % 10 < (i < 10 ? rightOfSix : rightOfNine);
            rows.add(new Prediction("t" + i, "t" + i, right ? 0 : 1, new float[] {confidence, 1 - confidence}));
        }
        return new Predictions(List.of("x", "y"), rows);
    }

    @Test
    void textDescribesTheBins() {
        Figure figure = Plots.calibration(Calibration.of(tracks(6, 8)));
        assertThat(figure.alternativeText())
                .isEqualTo("Reliability diagram, accuracy by confidence. model: expected calibration error 6.5 %,"
                        + " 60 % correct at 62 % (10), 80 % correct at 91 % (10)");
        assertThat(figure.png().length).isBetween(2_000, 100 * 1024);
    }

    @Test
    void textDescribesTheThresholds() {
        Figure figure = Plots.coverage(Coverage.of(tracks(6, 8)));
        assertThat(figure.alternativeText())
                .isEqualTo("Line chart of correct answers by answered tracks. model: abstaining below 0.0, 100.0 %"
                        + " answered, 70.0 % of them correct, abstaining below 0.5, 100.0 % answered, 70.0 % of them"
                        + " correct, abstaining below 0.7, 50.0 % answered, 80.0 % of them correct, abstaining below"
                        + " 0.9, 50.0 % answered, 80.0 % of them correct");
        assertThat(figure.png().length).isBetween(2_000, 100 * 1024);
    }

    @Test
    void picturesDifferIfModelsDiffer() {
        List<String> names = List.of("a", "b");
        Calibration one = Calibration.of(tracks(6, 8));
        Calibration other = Calibration.of(tracks(6, 9));
        assertThat(Plots.calibrations(List.of(one, other), names).png())
                .isNotEqualTo(Plots.calibrations(List.of(one, one), names).png());
        Coverage first = Coverage.of(tracks(6, 8));
        Coverage second = Coverage.of(tracks(6, 9));
        assertThat(Plots.coverages(List.of(first, second), names).png())
                .isNotEqualTo(Plots.coverages(List.of(first, first), names).png());
    }

    @Test
    void needsANamePerModel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plots.calibrations(List.of(), List.of()))
                .withMessage("there must be 1 to 8 calibrations and a name for each, got 0 calibrations and 0 names");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plots.coverages(List.of(Coverage.of(tracks(6, 8))), List.of()))
                .withMessage("there must be 1 to 8 coverages and a name for each, got 1 coverages and 0 names");
    }
}
