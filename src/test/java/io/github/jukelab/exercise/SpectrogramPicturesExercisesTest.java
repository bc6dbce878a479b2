package io.github.jukelab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.SpectrogramImage;
import io.github.jukelab.signal.Waves;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpectrogramPicturesExercisesTest {

    private static Verdict check(String id, Object... values) {
        return Exercises.of(id).check(values);
    }

    private static Examples pictures(int count) {
        SpectrogramImage image = SpectrogramImage.AS_PRINTED;
        return Examples.of(
                List.of("a"),
                IntStream.range(0, count)
                        .mapToObj(i -> new Example(
                                "t" + i,
                                "t" + i,
                                "a",
                                image.shape(),
                                image.inputs(Waves.noise(110_250, i)).get(0)))
                        .toList());
    }

    /** 77 % of the figure's height carry sound: 49 of 64 rows. */
    @Test
    void rowsOfSoundDivideHalfOfTheSampleRate() {
        Examples pictures = pictures(3);
        assertThat(check("03.1", 11_025 / 49.0, pictures).right()).isTrue();
        assertThat(check("03.1", 225, pictures).right()).isTrue();
        assertThat(check("03.1", 11_025 / 64.0, pictures).text()).contains("Do they?");
        assertThat(check("03.1", 22_050 / 49.0, pictures).text()).contains("a period");
        assertThat(check("03.1", 0, pictures).right()).isFalse();
        assertThat(check("03.1", 225, pictures.only(List.of("t0"))).text()).contains("several tracks");
    }

    private static Examples rows(int count) {
        return Examples.of(
                List.of("a"),
                IntStream.range(0, count)
                        .mapToObj(i -> new Example("t" + i, "t" + i, "a", Shape.row(1), new float[1])));
    }

    @Test
    void epochsMakeTheStepsOfTheArticle() {
        assertThat(check("03.2", 500, rows(80)).right()).isTrue();
        assertThat(check("03.2", 50, rows(800)).right()).isTrue();
        assertThat(check("03.2", 455, rows(81)).right()).isTrue(); // 11 steps per epoch: 5005
        assertThat(check("03.2", 454, rows(81)).right()).isTrue(); // 4994 are as near
        assertThat(check("03.2", 453, rows(81)).right()).isFalse();
        assertThat(check("03.2", 50, rows(80)).text()).contains("50 epochs of ours are 500 steps");
        assertThat(check("03.2", 62.5, rows(640)).right()).isFalse();
    }

    @Test
    void theRiddleHasOneAnswer() {
        assertThat(check("03.3", 484, 1432).right()).isTrue();
        assertThat(check("03.3", 484.0 / 4, 1432 / 4).right()).isFalse(); // the same share of too few
        assertThat(check("03.3", 541, 1600).right()).isFalse();
        assertThat(check("03.3", 483, 1432).text()).contains("483 of 1432 are 0.337");
    }

    @Test
    void aMajorityOfFive() {
        assertThat(check("03.4", 0.68256).right()).isTrue();
        assertThat(check("03.4", 0.68).right()).isTrue();
        assertThat(check("03.4", 0.6).right()).isFalse();
        assertThat(check("03.4", 0.98976).text()).contains("at least one");
        assertThat(check("03.4", 0.07776).text()).contains("all five");
    }
}
