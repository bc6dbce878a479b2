package io.github.jukelab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.image.Picture;
import io.github.jukelab.image.SpecgramPicture;
import io.github.jukelab.signal.Waves;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PicturePlotTest {

    private static Picture plain(int width, int height, int colour) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, colour);
        return Picture.of(width, height, pixels);
    }

    private static long count(Figure figure, int colour) {
        BufferedImage image = figure.image();
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xFFFFFF) == colour)
                .count();
    }

    @Test
    void smallPicturesAreEnlargedByAWholeNumber() {
        Figure figure = Plots.pictures(List.of(plain(10, 10, 0xCC0000), plain(8, 4, 0x00CC00)), List.of("a", "b"));
        assertThat(count(figure, 0xCC0000)).isEqualTo(370 * 370);
        assertThat(count(figure, 0x00CC00)).isEqualTo(8 * 47 * 4 * 47);
        assertThat(figure.alternativeText())
                .isEqualTo("Pictures. a: 10 x 10 pixels, 0 % of them white; b: 8 x 4 pixels, 0 % of them white");
    }

    @Test
    void manyPicturesAreDrawnInRows() {
        Figure one = Plots.pictures(List.of(plain(64, 64, 0)), List.of("alone"));
        assertThat(one.image().getHeight()).isBetween(400, 450);
        List<Picture> seven = Collections.nCopies(7, plain(640, 480, 0x0000CC));
        Figure figure = Plots.pictures(seven, List.of("1", "2", "3", "4", "5", "6", "7"));
        assertThat(figure.image().getWidth()).isEqualTo(800);
        assertThat(count(figure, 0x0000CC)).isEqualTo(7 * 140 * 105);
    }

    @Test
    void picturesOfSoundMakeSmallFiles() {
        Picture figure = SpecgramPicture.FIGURE.of(Waves.noise(5 * 22_050, 1));
        assertThat(Plots.pictures(List.of(figure), List.of("noise")).png()).hasSizeLessThan(100_000);
        assertThat(Plots.pictures(List.of(figure, figure), List.of("a", "b")).alternativeText())
                .contains("640 x 480 pixels, 4");
    }

    @Test
    void needsPicturesAndTitles() {
        assertThatThrownBy(() -> Plots.pictures(List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row of pictures needs at least one, got none");
        assertThatThrownBy(() -> Plots.pictures(List.of(plain(1, 1, 0)), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there must be a title for each of 1 pictures, got 0");
    }
}
