package io.github.jukelab.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParameterTest {

    @Test
    void numbersOfEveryType() {
        Parameter<Double> number = Parameter.number("x");
        assertThat(List.of(number.read(2), number.read(2L), number.read(2f), number.read(2.0)))
                .containsOnly(2.0);
    }

    @Test
    void arraysAndListsOfNumbers() {
        Parameter<double[]> numbers = Parameter.numbers("x");
        assertThat(numbers.read(new float[] {1, 2})).containsExactly(1, 2);
        assertThat(numbers.read(new int[] {1, 2})).containsExactly(1, 2);
        assertThat(numbers.read(List.of(1, 2.0))).containsExactly(1, 2);
    }

    @Test
    void emptyOrPartlyUnusableNumbersAreRefused() {
        Parameter<double[]> numbers = Parameter.numbers("x");
        for (Object value : new Object[] {
            new double[0], List.of(), new double[] {1, Double.NaN}, Arrays.asList(1, null), List.of(1, "2"), 1
        }) {
            assertThatThrownBy(() -> numbers.read(value)).isInstanceOf(UnusableValueException.class);
        }
    }

    @Test
    void textsAsListAsSetOrWithCommas() {
        Parameter<List<String>> texts = Parameter.texts("x");
        assertThat(texts.read(List.of("a", " b"))).containsExactly("a", "b");
        assertThat(texts.read(Set.of("a"))).containsExactly("a");
        assertThat(texts.read(new String[] {"a", "b"})).containsExactly("a", "b");
        assertThat(texts.read("a, b")).containsExactly("a", "b");
    }

    @Test
    void emptyOrBlankTextsAreRefused() {
        for (Object value : new Object[] {"", " , ", List.of(), Arrays.asList("a", null), List.of("a", ""), 1}) {
            assertThatThrownBy(() -> Parameter.texts("x").read(value)).isInstanceOf(UnusableValueException.class);
        }
    }

    @Test
    void whatWasGivenIsSaid() {
        assertThatThrownBy(() -> Parameter.number("x").read(null)).hasMessage("x is null");
        assertThatThrownBy(() -> Parameter.number("x").read(Double.NaN)).hasMessage("x is NaN");
        assertThatThrownBy(() -> Parameter.number("x").read("many")).hasMessage("x is the text \"many\"");
        assertThatThrownBy(() -> Parameter.of("x", List.class).read(new double[1]))
                .hasMessage("x is of the type double[]");
    }

    @Test
    void kinds() {
        assertThat(Parameter.of("x", Exercise.class).kind()).isEqualTo("an Exercise");
        assertThat(Parameter.of("x", List.class).kind()).isEqualTo("a List");
    }
}
