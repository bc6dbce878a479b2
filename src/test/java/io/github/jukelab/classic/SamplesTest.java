package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.corpus.Leak;
import io.github.jukelab.corpus.Side;
import io.github.jukelab.corpus.Split;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final List<String> LABELS = List.of("blues", "rock");

    private static Sample piece(String track, int number) {
        return new Sample(track + "." + number, track, track.split("\\.")[0], new double[] {number, 1});
    }

    private static final Samples PIECES =
            Samples.of(List.of("a", "b"), LABELS, List.of(piece("rock.1", 0), piece("blues.1", 0), piece("rock.1", 1)));

    private static Split split(List<String> train, List<String> test) {
        return new Split("x", 0, train, List.of(), test, new Leak(Set.of(), Set.of(), 0, 1, 0));
    }

    @Test
    void keepsWhatItIsGiven() {
        assertThat(PIECES.samples())
                .containsExactly(piece("rock.1", 0), piece("blues.1", 0), piece("rock.1", 1))
                .doesNotContain(piece("rock.1", 2));
        assertThat(PIECES).hasToString("Samples[3 of 2 songs, 2 features, 2 labels]");
        assertThat(PIECES.samples().get(0)).hasToString("Sample[rock.1.0, rock, 2 values]");
        assertThat(PIECES.samples().get(0)).hasSameHashCodeAs(piece("rock.1", 0));
    }

    @Test
    void valuesAreCopied() {
        double[] values = {1, 2};
        Sample sample = new Sample("s", "s", "rock", values);
        Samples samples = Samples.of(List.of("a", "b"), LABELS, List.of(sample));
        values[0] = 9;
        sample.values()[0] = 9;
        samples.samples().get(0).values()[0] = 9;
        assertThat(samples.samples().get(0).values()).containsExactly(1, 2);
    }

    @Test
    void aSideTakesAllPiecesOfItsSongs() {
        Split bySong = split(List.of("rock.1"), List.of("blues.1"));
        assertThat(PIECES.on(bySong, Side.TRAIN).samples()).containsExactly(piece("rock.1", 0), piece("rock.1", 1));
        assertThat(PIECES.on(bySong, Side.TEST).samples()).containsExactly(piece("blues.1", 0));
    }

    @Test
    void sidesAreTakenTogether() {
        Split bySong = split(List.of("rock.1"), List.of("blues.1"));
        assertThat(PIECES.on(bySong, Side.TRAIN, Side.TEST).samples()).isEqualTo(PIECES.samples());
        assertThat(PIECES.on(bySong, Side.TRAIN, Side.VALIDATION).samples())
                .isEqualTo(PIECES.on(bySong, Side.TRAIN).samples());
    }

    @Test
    void aSideOfASplitByRowTakesPieces() {
        Split byRow = split(List.of("rock.1.1", "blues.1.0"), List.of("rock.1.0"));
        assertThat(PIECES.on(byRow, Side.TRAIN).samples()).containsExactly(piece("blues.1", 0), piece("rock.1", 1));
        assertThat(PIECES.on(byRow, Side.TEST).samples()).containsExactly(piece("rock.1", 0));
    }

    @Test
    void anEmptySideIsRefused() {
        Split others = split(List.of("rock.7"), List.of("rock.8"));
        assertThatThrownBy(() -> PIECES.on(others, Side.TEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("none of 3 samples is on the test side of Split[x");
        assertThatThrownBy(() -> PIECES.on(others, Side.VALIDATION, Side.TEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("none of 3 samples is on the validation or test side of Split[x");
    }

    @Test
    void nonsenseIsRefused() {
        refused(List.of(), LABELS, piece("rock.1", 0), "samples need features, got none");
        refused(List.of("a", "a"), LABELS, piece("rock.1", 0), "features must be unique, got a twice");
        refused(
                List.of("a", "b"),
                List.of("rock", "rock"),
                piece("rock.1", 0),
                "labels must be unique, got rock twice");
        refused(List.of("a"), LABELS, piece("rock.1", 0), "rock.1.0 must have 1 values, got 2");
        refused(
                List.of("a", "b"),
                LABELS,
                piece("jazz.1", 0),
                "label of jazz.1.0 must be one of [blues, rock], got jazz");
        refused(
                List.of("a", "b"),
                LABELS,
                new Sample("s", "s", "rock", new double[] {1, Double.NaN}),
                "b of s must be finite, got NaN");
        assertThatThrownBy(() -> Samples.of(List.of("a"), LABELS, List.of())).hasMessage("samples need ids, got none");
        assertThatThrownBy(() -> Samples.of(List.of("a", "b"), LABELS, List.of(piece("rock.1", 0), piece("rock.1", 0))))
                .hasMessage("ids must be unique, got rock.1.0 twice");
    }

    private static void refused(List<String> features, List<String> labels, Sample sample, String message) {
        assertThatThrownBy(() -> Samples.of(features, labels, List.of(sample)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
