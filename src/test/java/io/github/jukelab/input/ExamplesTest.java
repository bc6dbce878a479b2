package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExamplesTest {

    private static final List<String> LABELS = List.of("a", "b");

    private static Example example(String id, String track, String label, float... values) {
        return new Example(id, track, label, new Shape(1, 1, values.length), values);
    }

    private final Examples examples = Examples.of(
            LABELS,
            List.of(example("x.0", "x", "a", 1, 2), example("x.1", "x", "a", 3, 4), example("y.0", "y", "b", 5, 6)));

    @Test
    void hasIdsTracksLabelsAndValues() {
        assertThat(examples.size()).isEqualTo(3);
        assertThat(examples.id(1)).isEqualTo("x.1");
        assertThat(examples.ids()).containsExactly("x.0", "x.1", "y.0");
        assertThat(examples.track(2)).isEqualTo("y");
        assertThat(examples.label(2)).hasValue(1);
        assertThat(examples.values(1)).containsExactly(3, 4);
        assertThat(examples.tracks()).containsExactly("x", "y");
        assertThat(examples.counts()).hasToString("{a=2, b=1}");
        assertThat(examples).hasToString("Examples[3 of 2 values, 2 tracks, 2 labels]");
    }

    @Test
    void valuesAreCopied() {
        examples.values(0)[0] = 99;
        assertThat(examples.values(0)).containsExactly(1, 2);
    }

    @Test
    void selectsTheExamplesOfTracks() {
        Examples subset = examples.only(List.of("y", "z"));
        assertThat(subset.size()).isEqualTo(1);
        assertThat(subset.values(0)).containsExactly(5, 6);
    }

    @Test
    void selectsSingleExamples() {
        Examples subset = examples.only(List.of("y.0", "z.9", "x.1", "y.0"));
        assertThat(subset.size()).isEqualTo(2);
        assertThat(subset.id(0)).isEqualTo("y.0");
        assertThat(subset.values(1)).containsExactly(3, 4);
        assertThat(examples.only(List.of("x.1", "x")).size()).isEqualTo(2);
    }

    @Test
    void joinsExamples() {
        Examples both = examples.and(Examples.of(LABELS, List.of(example("z.0", "z", "b", 7, 8))));
        assertThat(both.size()).isEqualTo(4);
        assertThat(both.values(3)).containsExactly(7, 8);
        assertThat(both.only(List.of("z")).id(0)).isEqualTo("z.0");
    }

    @Test
    void refusesNoExample() {
        assertThatThrownBy(() -> Examples.of(LABELS, Stream.of()))
                .hasMessage("there must be at least one example, got none");
    }

    @Test
    void refusesAnUnknownLabel() {
        assertThatThrownBy(() -> Examples.of(LABELS, List.of(example("x", "x", "c", 1))))
                .hasMessage("label of x must be one of [a, b], got c");
    }

    @Test
    void refusesARepeatedLabel() {
        assertThatThrownBy(() -> Examples.of(List.of("a", "a"), List.of(example("x", "x", "a", 1))))
                .hasMessage("labels must be unique, got a twice");
    }

    @Test
    void refusesAnotherShape() {
        assertThatThrownBy(() -> Examples.of(LABELS, List.of(example("x", "x", "a", 1), example("y", "x", "a", 1, 2))))
                .hasMessage("shape of y must be 1 values, got 2 values");
    }

    @Test
    void refusesARepeatedId() {
        assertThatThrownBy(() -> examples.and(examples)).hasMessage("ids must be unique, got x.0 twice");
    }

    @Test
    void refusesToSelectNothing() {
        assertThatThrownBy(() -> examples.only(List.of("u", "v"))).hasMessage("none of the 2 ids has an example");
    }

    @Test
    void refusesToJoinOtherShapes() {
        Examples others = Examples.of(LABELS, List.of(example("z", "z", "a", 1)));
        assertThatThrownBy(() -> examples.and(others))
                .hasMessageStartingWith("can join only Examples[3 of 2 values, 2 tracks, 2 labels] of labels [a, b]");
    }
}
