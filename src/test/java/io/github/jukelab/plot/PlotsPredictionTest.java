package io.github.jukelab.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.evaluation.SoundPrediction;
import io.github.jukelab.evaluation.SoundPrediction.Segment;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Plots of predictions. */
class PlotsPredictionTest {

    private static final int BLUE = 0xFF0072B2;
    private static final int INK = 0xFF222222;

    private static SoundPrediction prediction() {
        return new SoundPrediction(
                List.of("cat", "dog"),
                List.of(new Segment(0, 1, new float[] {1, 0}), new Segment(1, 4, new float[] {0, 1})));
    }

    private static long pixels(BufferedImage image, int colour) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .filter(pixel -> pixel == colour)
                .count();
    }

    /** Over 440 pixels, cat has the first quarter of its row and dog the other three, each but for the line below. */
    @Test
    void aRowIsAsBlueAsItsLabelIsProbable() {
        BufferedImage image = Plots.prediction(prediction()).image();
        assertThat(pixels(image, BLUE)).isEqualTo(440L * (24 - 5));
        assertThat(pixels(image, INK)).isGreaterThan(440L * 4);
    }

    @Test
    void theTextHasTheLabelsAndWhenTheyWereHeard() {
        assertThat(Plots.prediction(prediction()).alternativeText())
                .isEqualTo("Prediction over 4.0 s, 2 segments. Whole sound: cat 0.50, dog 0.50. "
                        + "Over time: cat from 0.0 to 1.0 s, dog from 1.0 to 4.0 s");
    }

    @Test
    void theSpectrogramIsAboveIfThereIsASound() {
        Wave wave = Wave.sine(440, 4, 8000);
        BufferedImage with = Plots.prediction(wave, prediction()).image();
        BufferedImage without = Plots.prediction(prediction()).image();
        assertThat(with.getHeight()).isGreaterThan(without.getHeight() + 200);
        assertThat(Arrays.equals(rows(with, with.getHeight() - without.getHeight() + 14), rows(without, 14)))
                .isTrue();
    }

    /** The two rows over time, from a height. */
    private static int[] rows(BufferedImage image, int top) {
        return image.getRGB(150, top, 440, 2 * 24, null, 0, 440);
    }

    /** A sound shorter than a frame, one segment, and more labels than rows. */
    @Test
    void drawsAnyPrediction() {
        List<String> labels =
                IntStream.range(0, 50).mapToObj(i -> "a long name, number " + i).toList();
        float[] probabilities = new float[50];
        Arrays.fill(probabilities, 0.02f);
        SoundPrediction one = new SoundPrediction(labels, List.of(new Segment(0, 0.001, probabilities)));
        Figure figure = Plots.prediction(Wave.sine(440, 0.001, 8000), one);
        assertThat(figure.alternativeText()).startsWith("Prediction over 0.0 s, 1 segment. Whole sound: a long name");

        List<Segment> many = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            many.add(new Segment(i, i + 1.5, i % 2 == 0 ? new float[] {1, 0} : new float[] {0.25f, 0.75f}));
        }
        Figure hours = Plots.prediction(new SoundPrediction(List.of("a", "b"), many));
        assertThat(hours.alternativeText()).endsWith(" and 2992 more");
        assertThat(hours.png().length).isLessThan(100_000);
    }
}
