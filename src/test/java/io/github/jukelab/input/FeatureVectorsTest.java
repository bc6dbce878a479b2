package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.dataset.Leakage;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.Subset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FeatureVectorsTest {

    private static final List<String> LABELS = List.of("blues", "rock");

    private static FeatureVector segment(String track, int number) {
        return new FeatureVector(track + "." + number, track, track.split("\\.")[0], new double[] {number, 1});
    }

    private static final FeatureVectors SEGMENTS = FeatureVectors.of(
            List.of("a", "b"), LABELS, List.of(segment("rock.1", 0), segment("blues.1", 0), segment("rock.1", 1)));

    private static Split split(List<String> train, List<String> test) {
        return new Split("x", 0, train, List.of(), test, new Leakage(Set.of(), Set.of(), 0, 1, 0));
    }

    @Test
    void listsItsVectors() {
        assertThat(SEGMENTS.vectors())
                .containsExactly(segment("rock.1", 0), segment("blues.1", 0), segment("rock.1", 1))
                .doesNotContain(segment("rock.1", 2));
        assertThat(SEGMENTS).hasToString("FeatureVectors[3 of 2 tracks, 2 features, 2 labels]");
        assertThat(SEGMENTS.vectors().get(0)).hasToString("FeatureVector[rock.1.0, rock, 2 values]");
        assertThat(SEGMENTS.vectors().get(0)).hasSameHashCodeAs(segment("rock.1", 0));
    }

    @Test
    void valuesAreCopied() {
        double[] values = {1, 2};
        FeatureVector vector = new FeatureVector("s", "s", "rock", values);
        FeatureVectors vectors = FeatureVectors.of(List.of("a", "b"), LABELS, List.of(vector));
        values[0] = 9;
        vector.values()[0] = 9;
        vectors.vectors().get(0).values()[0] = 9;
        assertThat(vectors.vectors().get(0).values()).containsExactly(1, 2);
    }

    @Test
    void rowsAreCopies() {
        assertThat(SEGMENTS.ids()).containsExactly("rock.1.0", "blues.1.0", "rock.1.1");
        SEGMENTS.rows().get("rock.1.1")[0] = Double.NaN;
        assertThat(SEGMENTS.rows().get("rock.1.1")).containsExactly(1, 1);
        assertThat(SEGMENTS.rows().keySet()).containsExactlyElementsOf(SEGMENTS.ids());
    }

    static Stream<Arguments> aSubsetHasTheSegmentsOfItsTracksOrItsSegments() {
        return Stream.of(
                Arguments.of(
                        split(List.of("rock.1"), List.of("blues.1")),
                        List.of(segment("rock.1", 0), segment("rock.1", 1)),
                        List.of(segment("blues.1", 0))),
                Arguments.of(
                        split(List.of("rock.1.1", "blues.1.0"), List.of("rock.1.0")),
                        List.of(segment("blues.1", 0), segment("rock.1", 1)),
                        List.of(segment("rock.1", 0))));
    }

    @ParameterizedTest
    @MethodSource
    void aSubsetHasTheSegmentsOfItsTracksOrItsSegments(
            Split split, List<FeatureVector> train, List<FeatureVector> test) {
        assertThat(SEGMENTS.on(split, Subset.TRAIN).vectors()).isEqualTo(train);
        assertThat(SEGMENTS.on(split, Subset.TEST).vectors()).isEqualTo(test);
    }

    @Test
    void combinesSubsets() {
        Split byTrack = split(List.of("rock.1"), List.of("blues.1"));
        assertThat(SEGMENTS.on(byTrack, Subset.TRAIN, Subset.TEST).vectors()).isEqualTo(SEGMENTS.vectors());
        assertThat(SEGMENTS.on(byTrack, Subset.TRAIN, Subset.VALIDATION).vectors())
                .isEqualTo(SEGMENTS.on(byTrack, Subset.TRAIN).vectors());
    }

    @Test
    void refusesAnEmptySubset() {
        Split others = split(List.of("rock.7"), List.of("rock.8"));
        assertThatThrownBy(() -> SEGMENTS.on(others, Subset.TEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("none of 3 feature vectors is in the test set of Split[x");
        assertThatThrownBy(() -> SEGMENTS.on(others, Subset.VALIDATION, Subset.TEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("none of 3 feature vectors is in the validation or test set of Split[x");
    }

    @Test
    void refusesInvalidVectors() {
        assertRefused(List.of(), LABELS, segment("rock.1", 0), "feature vectors need features, got none");
        assertRefused(List.of("a", "a"), LABELS, segment("rock.1", 0), "features must be unique, got a twice");
        assertRefused(
                List.of("a", "b"),
                List.of("rock", "rock"),
                segment("rock.1", 0),
                "labels must be unique, got rock twice");
        assertRefused(List.of("a"), LABELS, segment("rock.1", 0), "rock.1.0 must have 1 values, got 2");
        assertRefused(
                List.of("a", "b"),
                LABELS,
                segment("jazz.1", 0),
                "label of jazz.1.0 must be one of [blues, rock], got jazz");
        assertRefused(
                List.of("a", "b"),
                LABELS,
                new FeatureVector("s", "s", "rock", new double[] {1, Double.NaN}),
                "b of s must be finite, got NaN");
        assertThatThrownBy(() -> FeatureVectors.of(List.of("a"), LABELS, List.of()))
                .hasMessage("feature vectors need ids, got none");
        assertThatThrownBy(() -> FeatureVectors.of(
                        List.of("a", "b"), LABELS, List.of(segment("rock.1", 0), segment("rock.1", 0))))
                .hasMessage("ids must be unique, got rock.1.0 twice");
    }

    private static void assertRefused(
            List<String> features, List<String> labels, FeatureVector vector, String message) {
        assertThatThrownBy(() -> FeatureVectors.of(features, labels, List.of(vector)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
