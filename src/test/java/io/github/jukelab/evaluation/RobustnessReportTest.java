package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RobustnessReportTest {

    private static final RobustnessReport FOUR = Reports.four();

    @Test
    void countsWhatEachChangeDoes() {
        assertThat(FOUR.effects())
                .containsExactly(
                        new ChangeEffect("same", 4, 0, 2, 0, 0),
                        new ChangeEffect("worse", 4, 2, 2, 1, 1),
                        new ChangeEffect("other", 4, 1, 2, 0, 1));
        assertThat(FOUR.changedIds()).containsExactly("t0", "t1", "t3");
        ChangeEffect other = FOUR.effects().get(2);
        assertThat(other.share()).isEqualTo(0.25);
        assertThat(other.interval()).isEqualTo(Interval.wilson(1, 4));
        assertThat(other.accuracyBefore()).isEqualTo(0.5);
        assertThat(other.accuracyAfter()).isEqualTo(0.75);
        assertThat(other)
                .hasToString("ChangeEffect[other: 1 of 4 answers differ, accuracy 50.0 % before, 75.0 % after]");
        assertThat(FOUR).hasToString("RobustnessReport[3 changes, 3 of 4 tracks get another answer]");
    }

    /** The accuracies are those of evaluations. */
    @Test
    void accuraciesAreThoseOfThePredictions() {
        for (ChangeEffect effect : FOUR.effects()) {
            assertThat(effect.accuracyBefore())
                    .isEqualTo(Evaluation.of(FOUR.before()).accuracy());
            assertThat(effect.accuracyAfter())
                    .isEqualTo(Evaluation.of(FOUR.after().get(effect.change())).accuracy());
        }
    }

    /** At 0.75, before the change only t0 and t2 have an answer, both right. */
    @Test
    void noAnswerIsAnAnswerThatIsNeverRight() {
        RobustnessReport sure = FOUR.withAbstain(0.75);
        assertThat(sure.effects())
                .containsExactly(
                        new ChangeEffect("same", 4, 2, 2, 1, 0),
                        new ChangeEffect("worse", 4, 2, 2, 1, 0),
                        new ChangeEffect("other", 4, 0, 2, 0, 0));
        assertThat(sure.changedIds()).containsExactly("t0", "t1", "t3");
        assertThat(FOUR.withAbstain(1).effects()).allMatch(effect -> effect.changed() == 0 && effect.correct() == 0);
        assertThatThrownBy(() -> FOUR.withAbstain(1.1)).hasMessage("abstain must be in [0, 1], got 1.1");
        assertThatThrownBy(() -> FOUR.withAbstain(Double.NaN)).hasMessage("abstain must be in [0, 1], got NaN");
    }

    @Test
    void saysWhatMattersMost() {
        assertThat(FOUR.summary())
                .isEqualTo("Of 4 tracks, 3 (75.0 %) get another answer after at least one of 3 changes. Most answers "
                        + "are different after \"worse\": 2 (50.0 %, 95 % interval 15.0–85.0 %); right ones that "
                        + "become wrong: 1, wrong ones that become right: 1, accuracy: 50.0 % before, 50.0 % after. No "
                        + "answer is different after \"same\"; by the 95 % interval, up to 49.0 % of other tracks may "
                        + "be.");
    }

    @Test
    void saysIfSeveralMatterMostOrNone() {
        Predictions before = FOUR.before();
        Map<String, Predictions> after = new HashMap<>(FOUR.after());
        after.remove("same");
        after.put("worse", FOUR.after().get("other"));
        assertThat(new RobustnessReport(before, after, 0, List.of()).summary())
                .startsWith(
                        "Of 4 tracks, 1 (25.0 %) gets another answer after at least one of 2 changes. Most answers are "
                                + "different after \"")
                .contains("\" and \"")
                .endsWith("\": 1 each (25.0 %, 95 % interval 4.6–69.9 %).");
        assertThat(new RobustnessReport(before, Map.of("same", before), 0, List.of()).summary())
                .isEqualTo("Of 4 tracks, 0 (0.0 %) get another answer after at least one of 1 change. No answer is "
                        + "different after \"same\"; by the 95 % interval, up to 49.0 % of other tracks may be.");
    }

    @Test
    void writesATable(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("robustness.csv");
        FOUR.writeCsv(file);
        Interval half = Interval.wilson(2, 4);
        assertThat(Files.readAllLines(file))
                .hasSize(4)
                .startsWith(
                        "change,tracks,changed,changed_share,low,high,right_to_wrong,wrong_to_right,accuracy_before,"
                                + "accuracy_after")
                .contains("worse,4,2,0.5," + half.low() + "," + half.high() + ",1,1,0.5,0.5");
        assertThat(RobustnessReport.isCsv(file)).isTrue();
        FOUR.before().writeCsv(file);
        assertThat(RobustnessReport.isCsv(file)).isFalse();
    }

    @Test
    void rejectsOtherTracks() {
        Predictions before = FOUR.before();
        assertThatThrownBy(() -> new RobustnessReport(before, Map.of(), 0, List.of()))
                .hasMessage("changes must be at least 1, got 0");
        Predictions fewer = before.without(List.of("t0"));
        Predictions renamed = new Predictions(List.of("x", "z"), before.rows());
        for (Predictions other : List.of(fewer, renamed)) {
            assertThatThrownBy(() -> new RobustnessReport(before, Map.of("noise", other), 0, List.of()))
                    .hasMessage(
                            "predictions after the change \"noise\" must have the tracks and labels of those before, "
                                    + "in their order");
        }
        Predictions unknown = new Predictions(
                List.of("x", "y"), List.of(new Prediction("a", "a", OptionalInt.empty(), new float[] {1, 0})));
        assertThatThrownBy(() -> new RobustnessReport(unknown, Map.of("noise", unknown), 0, List.of()))
                .hasMessage("an evaluation needs the true label of every row, got none for a");
    }

    @Test
    void isImmutable() {
        Map<String, Predictions> after = new HashMap<>(Map.of("same", FOUR.before()));
        RobustnessReport report = new RobustnessReport(FOUR.before(), after, 0, List.of());
        after.clear();
        assertThat(report.after()).hasSize(1);
        assertThatThrownBy(() -> report.after().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
