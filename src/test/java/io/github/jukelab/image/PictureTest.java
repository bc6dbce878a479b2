package io.github.jukelab.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.Npy;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

    private static final int FIRST = 0x440154;
    private static final int LAST = 0xfde724;

    @TempDir
    Path folder;

    private static Picture noise(int width, int height) {
        return Picture.of(
                width,
                height,
                new Random(1).ints((long) width * height, 0, 1 << 24).toArray());
    }

    private static Spectrogram powers(float... values) {
        return Spectrogram.of(values, new double[] {0, 1}, Scale.POWER, 1);
    }

    @Test
    void theHighestFrequencyIsOnTop() {
        Picture picture = Picture.of(powers(1, 10, 100, 1000), ColourMap.VIRIDIS);
        assertThat(picture).hasToString("Picture[2 x 2]");
        assertThat(picture.rgb(0, 1)).isEqualTo(FIRST);
        assertThat(picture.rgb(1, 0)).isEqualTo(LAST);
        assertThat(picture.rgb(1, 1)).isEqualTo(ColourMap.VIRIDIS.rgb(1 / 3.0));
    }

    @Test
    void tensorRestoresThePicture() {
        Picture picture = noise(5, 3);
        Picture back = Picture.of(5, 3, picture.toTensor());
        assertThat(back.pixels()).isEqualTo(picture.pixels());
        assertThat(Picture.of(1, 1, new float[] {-0.2f, 0.5f, 1.2f}).rgb(0, 0)).isEqualTo(0x0080FF);
        assertThatThrownBy(() -> Picture.of(2, 3, new float[6]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 x 3 needs 18 numbers, got 6");
        assertThatThrownBy(() -> Picture.of(0, 3, new float[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("width and height must be at least 1, got 0 x 3");
    }

    @Test
    void zeroPowerHasTheFirstColour() {
        Picture picture = Picture.of(powers(0, 10, 1, 1000), ColourMap.VIRIDIS);
        assertThat(picture.rgb(0, 1)).isEqualTo(FIRST);
        assertThat(picture.rgb(0, 0)).isEqualTo(FIRST);
        assertThat(picture.rgb(1, 1)).isEqualTo(ColourMap.VIRIDIS.rgb(1 / 3.0));
        assertThat(picture.rgb(1, 0)).isEqualTo(LAST);
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 0.3f})
    void constantPowerHasTheFirstColour(float power) {
        Picture picture = Picture.of(powers(power, power, power, power), ColourMap.VIRIDIS);
        assertThat(picture.pixels()).containsOnly(FIRST);
    }

    @Test
    void pngKeepsEveryColour() throws IOException {
        Picture picture = noise(31, 17);
        Path file = folder.resolve("made/noise.png");
        picture.writePng(file);
        Picture read = Picture.read(file);
        assertThat(read.pixels()).isEqualTo(picture.pixels());
        assertThat(read.width()).isEqualTo(31);
        assertThat(read.height()).isEqualTo(17);
        assertThat(file.getParent()).isDirectoryNotContaining(entry -> !entry.equals(file));
    }

    @ParameterizedTest
    @CsvSource({
        BufferedImage.TYPE_INT_ARGB + ", 7fc86432, c86432",
        BufferedImage.TYPE_INT_ARGB + ", 00c86432, c86432",
        BufferedImage.TYPE_3BYTE_BGR + ", ffc86432, c86432"
    })
    void ignoresAlpha(int type, String written, String read) throws IOException {
        BufferedImage image = new BufferedImage(2, 1, type);
        image.setRGB(1, 0, Integer.parseUnsignedInt(written, 16));
        ImageIO.write(image, "png", folder.resolve("a.png").toFile());
        assertThat(Picture.read(folder.resolve("a.png")).rgb(1, 0)).isEqualTo(Integer.parseInt(read, 16));
    }

    @ParameterizedTest
    @CsvSource({BufferedImage.TYPE_BYTE_GRAY + ", 100", BufferedImage.TYPE_USHORT_GRAY + ", 25700"})
    void greyKeepsItsLevel(int type, int sample) throws IOException {
        BufferedImage image = new BufferedImage(2, 1, type);
        image.getRaster().setSample(1, 0, 0, sample);
        ImageIO.write(image, "png", folder.resolve("grey.png").toFile());
        Picture picture = Picture.read(folder.resolve("grey.png"));
        assertThat(picture.rgb(0, 0)).isZero();
        assertThat(picture.rgb(1, 0)).isEqualTo(0x646464);
    }

    @Test
    void rejectsFilesThatAreNotPng() throws IOException {
        Path file = folder.resolve("x.png");
        assertUnreadable(file, "there is no such file");
        assertUnreadable(
                Path.of("none.png"), "there is no such file in " + Path.of("").toAbsolutePath());
        assertUnreadable(folder, "not a file but a folder");
        Files.write(file, new byte[0]);
        assertUnreadable(file, "the file is empty (0 bytes)");
        Files.writeString(file, "GIF89a and so on");
        assertUnreadable(file, "not a PNG file");
    }

    private static void assertUnreadable(Path file, String reason) {
        assertThatThrownBy(() -> Picture.read(file))
                .isInstanceOf(PictureException.class)
                .hasMessage(file + ": " + reason)
                .extracting(e -> ((PictureException) e).file())
                .isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12, 20, 33, 45, 200, 1000})
    void rejectsTruncatedFiles(int length) throws IOException {
        Path file = folder.resolve("cut.png");
        Files.write(file, Arrays.copyOf(noise(40, 40).png(), length));
        assertThatThrownBy(() -> Picture.read(file))
                .isInstanceOf(PictureException.class)
                .hasMessageStartingWith(file + ": a damaged PNG file: ");
    }

    @Test
    void reportsAFileThatCannotBeWritten() throws IOException {
        Path existing = Files.writeString(folder.resolve("taken"), "a file");
        assertThatThrownBy(() -> noise(2, 2).writePng(existing.resolve("a.png")))
                .isInstanceOf(PictureException.class)
                .hasMessageStartingWith(existing.resolve("a.png") + ": cannot be written: ");
    }

    @ParameterizedTest
    @ValueSource(ints = {480, 369, 57, 8})
    void nearestEqualsPil(int size) {
        int[] line = new int[size];
        Arrays.setAll(line, i -> i);
        Picture row = Picture.of(size, 1, line);
        Picture column = Picture.of(1, size, line);
        Npy expected = Npy.resource("fixtures/image/nearest_" + size + "_37.npy");
        for (int i = 0; i < 37; i++) {
            assertThat(row.nearest(37, 1).rgb(i, 0)).isEqualTo((int) expected.values()[i]);
            assertThat(column.nearest(2, 37).rgb(1, i)).isEqualTo((int) expected.values()[i]);
        }
    }

    @Test
    void antialiasedKeepsTheMeanOfEachColour() {
        Picture picture = noise(64, 128);
        Picture small = picture.antialiased(8, 4);
        assertThat(small).hasToString("Picture[8 x 4]");
        for (int channel = 0; channel < 3; channel++) {
            assertThat(mean(small, channel)).isCloseTo(mean(picture, channel), within(3.0));
        }
        assertThat(picture.antialiased(64, 128).pixels()).isEqualTo(picture.pixels());
    }

    private static double mean(Picture picture, int channel) {
        return Arrays.stream(picture.pixels())
                .map(pixel -> pixel >> 8 * channel & 255)
                .average()
                .orElseThrow();
    }

    @Test
    void tensorHasOnePlanePerChannel() {
        Picture picture = Picture.of(2, 1, new int[] {0xff3300, 0x0000cc});
        assertThat(picture.toTensor()).containsExactly(1, 0, 0.2f, 0, 0, 0.8f);
    }

    @Test
    void pixelsAreCopied() {
        int[] pixels = {1, 2};
        Picture picture = Picture.of(2, 1, pixels);
        pixels[0] = 9;
        assertThat(picture.rgb(0, 0)).isEqualTo(1);
    }

    @Test
    void checksSizeAndNumberOfPixels() {
        assertThatThrownBy(() -> Picture.of(2, 3, new int[5])).hasMessage("2 x 3 needs 6 pixels, got 5");
        assertThatThrownBy(() -> Picture.of(0, 3, new int[0]))
                .hasMessage("width and height must be at least 1, got 0 x 3");
        assertThatThrownBy(() -> noise(2, 2).nearest(2, 0))
                .hasMessage("width and height must be at least 1, got 2 x 0");
        assertThatThrownBy(() -> noise(2, 2).antialiased(0, 2))
                .hasMessage("width and height must be at least 1, got 0 x 2");
    }
}
