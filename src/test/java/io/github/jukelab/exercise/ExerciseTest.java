package io.github.jukelab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExerciseTest {

    private static final Exercise HALF = Exercise.of(
            "99.1", "half of one", Parameter.share("half"), half -> Verdict.of(half == 0.5, "it is.", "look again."));

    private static final Exercise LENGTH = Exercise.of(
            "99.2",
            "count",
            Parameter.number("length"),
            Parameter.texts("words"),
            (length, words) -> Verdict.of(length == words.size(), "counted.", "count them."));

    private static final Exercise FAILING =
            Exercise.of("99.3", "none", Parameter.text("word"), Parameter.of("list", List.class), (word, list) -> {
                throw new IllegalArgumentException("no " + word + " in the list");
            });

    @Test
    void aRightAnswer() {
        assertThat(HALF.check(0.5)).isEqualTo(new Verdict(true, "Right: it is."));
        assertThat(LENGTH.check(2, List.of("a", "b")).right()).isTrue();
    }

    @Test
    void anAnswerThatIsNotRight() {
        assertThat(HALF.check(0.4)).isEqualTo(new Verdict(false, "Not yet: look again."));
    }

    @Test
    void withoutAnAnswerItSaysWhatToPass() {
        assertThat(LENGTH.check())
                .hasToString("No answer yet: write check(\"99.2\", length, words) with"
                        + " length: a number; words: texts, such as List.of(\"a\", \"b\").");
    }

    @Test
    void theNumberOfValuesIsChecked() {
        assertThat(LENGTH.check(2))
                .hasToString("Not yet: the check takes 2 values and got 1: write check(\"99.2\","
                        + " length, words) with length: a number; words: texts, such as List.of(\"a\", \"b\").");
        assertThat(HALF.check(0.5, 1).text()).contains("takes 1 value and got 2");
    }

    @Test
    void aValueOfAWrongTypeIsNamed() {
        assertThat(HALF.check("50 %"))
                .hasToString("Not yet: half is the text \"50 %\": write check(\"99.1\", half) with"
                        + " half: a number from 0 to 1, not percent.");
    }

    static List<Object[]> unusable() {
        return List.of(
                new Object[] {null},
                new Object[] {Double.NaN},
                new Object[] {Double.POSITIVE_INFINITY},
                new Object[] {50},
                new Object[] {new double[0]});
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void whatCannotBeUsedIsNotYetRight(Object value) {
        assertThat(HALF.check(value).text()).startsWith("Not yet: half is ");
    }

    @Test
    void nullInPlaceOfAllValuesIsOneValue() {
        assertThat(HALF.check((Object[]) null).text()).startsWith("Not yet: half is null:");
    }

    @Test
    void valuesThatDoNotBelongTogether() {
        assertThat(FAILING.check("cat", List.of()).text())
                .startsWith("Not yet: these values do not belong together (no cat in the list): write check(");
    }
}
