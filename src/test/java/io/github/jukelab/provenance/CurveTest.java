package io.github.jukelab.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.evaluation.History;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveTest {

    private static History history(double third, double score) {
        return new History(List.of(
                new Epoch(1, 2.5, 0.25, 2.25, 0.5, 0.001, 1.25),
                new Epoch(2, 1 / 3.0, third, 12345.6789, 2 / 3.0, 9.5e-4, 100.123456, score)));
    }

    @Test
    void roundsToSixDigits() {
        Curve curve = Curve.of(history(1 / 3.0, 2 / 3.0));
        assertThat(curve.loss()).containsExactly(2.5, 0.333333);
        assertThat(curve.validationLoss()).containsExactly(2.25, 12345.7);
        assertThat(curve.validationAccuracy()).containsExactly(0.5, 0.666667);
        assertThat(curve.learningRate()).containsExactly(0.001, 9.5e-4);
        assertThat(curve.seconds()).containsExactly(1.25, 100.123);
        assertThat(curve.score()).isEmpty();
        assertThat(curve.history().best().number()).isEqualTo(2);
        assertThat(curve).hasToString("Curve[History[2 epochs, best 2: validation loss 12345.700, accuracy 66.7 %]]");
    }

    @Test
    void keepsAScoreOfItsOwn() {
        Curve curve = Curve.of(history(0.5, 0.125));
        assertThat(curve.score()).containsExactly(0.5, 0.125);
        assertThat(curve.history().best().number()).isEqualTo(1);
    }

    /** The article's 150 epochs. */
    @Test
    void aLongTrainingTakesFewKilobytes() {
        History longOne = new History(IntStream.rangeClosed(1, 150)
                .mapToObj(
                        i -> new Epoch(i, Math.PI / i, 1 - 1.0 / i, Math.E / i, 1 - Math.PI / 4 / i, 1e-3 / i, 300 + i))
                .toList());
        RunCard card = RunCard.of(
                        RunCard.Data.of("GTZAN", List.of("a")),
                        "by track",
                        1,
                        "CPU",
                        new RunCard.Result(1, 1, 0, 1, 1, 1, 0, "", new TreeMap<>()))
                .withCurves(List.of(longOne, new History(List.of())));
        assertThat(card.curves()).hasSize(1);
        assertThat(card.json()).hasSizeLessThan(12_000);
    }

    @Test
    void refusesListsOfDifferentLength() {
        List<Double> one = List.of(1.0);
        assertThatThrownBy(() -> new Curve(one, one, one, one, one, List.of(), null))
                .hasMessage("the lists of a curve must be of one length, got 1 and 0");
        assertThatThrownBy(() -> new Curve(one, null, one, one, one, one, null)).hasMessage("a curve has no accuracy");
    }
}
