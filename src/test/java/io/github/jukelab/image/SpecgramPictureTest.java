package io.github.jukelab.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.jukelab.TestData;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.LibrosaFixtures;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures against those that matplotlib 3.11.2 saved. */
class SpecgramPictureTest {

    private static final int WHITE = 0xFFFFFF;

    private static Path resource(String name) {
        try {
            return Path.of(
                    SpecgramPictureTest.class.getResource("/fixtures/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Wave music() {
        return LibrosaFixtures.wav(resource("librosa/music_a.wav"));
    }

    private static int largestDifference(Picture a, Picture b) {
        assertThat(a).hasToString(b.toString());
        int largest = 0;
        for (int i = 0; i < a.pixels().length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                int difference = (a.pixels()[i] >> shift & 255) - (b.pixels()[i] >> shift & 255);
                largest = Math.max(largest, Math.abs(difference));
            }
        }
        return largest;
    }

    @Test
    void withoutAxesAllPixelsEqualMatplotlibWithinOneLevel() throws IOException {
        Optional<Path> file = TestData.shared("fixtures/librosa/music_a/specgram_axis_off.png");
        assumeTrue(file.isPresent());
        Picture ours = SpecgramPicture.FIGURE_WITHOUT_AXES.of(music());
        assertThat(largestDifference(ours, Picture.read(file.get()))).isLessThanOrEqualTo(1);
    }

    /** The small picture also has pixels of the frame and of ticks. */
    @Test
    void withAxesAtNetworkSizeToo() throws IOException {
        Picture ours = SpecgramPicture.FIGURE.of(music()).nearest(64, 64);
        assertThat(largestDifference(ours, Picture.read(resource("image/music_a_64.png"))))
                .isLessThanOrEqualTo(2);
    }

    @Test
    void frameAndTicksAreWhereMatplotlibHasThem() {
        Picture figure = SpecgramPicture.FIGURE.of(music());
        for (int x : new int[] {80, 155, 231, 307, 383, 459, 535, 576}) {
            assertThat(figure.rgb(x, 427)).isZero();
        }
        assertThat(figure.rgb(155, 431)).isZero();
        assertThat(figure.rgb(155, 432)).isEqualTo(0x7f7f7f);
        assertThat(figure.rgb(154, 430)).isEqualTo(0xf1f1f1);
        assertThat(figure.rgb(156, 433)).isEqualTo(WHITE);
        for (int y : new int[] {58, 132, 205, 279, 353, 427}) {
            assertThat(figure.rgb(76, y)).isZero();
            assertThat(figure.rgb(75, y)).isEqualTo(0x7f7f7f);
        }
        assertThat(figure.rgb(300, 57)).isEqualTo(0xf1f1f1);
        assertThat(figure.rgb(300, 58)).isZero();
    }

    @Test
    void silenceIsWhiteInTheFigure() {
        Wave silence = Wave.of(new float[30_000], 22_050);
        assertThat(SpecgramPicture.FIGURE_WITHOUT_AXES.of(silence).pixels()).containsOnly(WHITE);
        assertThat(SpecgramPicture.FIGURE.of(silence).rgb(300, 200)).isEqualTo(WHITE);
        assertThat(SpecgramPicture.VALUES.of(silence).pixels()).containsOnly(0x440154);
    }

    @Test
    void silenceBetweenSoundsIsWhiteToo() {
        float[] samples = new float[20_480];
        samples[100] = 1;
        samples[20_380] = 1;
        Picture figure = SpecgramPicture.FIGURE_WITHOUT_AXES.of(Wave.of(samples, 22_050));
        assertThat(figure.rgb(330, 240)).isEqualTo(WHITE);
        assertThat(figure.rgb(82, 240)).isNotEqualTo(WHITE);
    }

    @Test
    void valuesAreOnePixelEach() {
        assertThat(SpecgramPicture.VALUES.of(music())).hasToString("Picture[34 x 1025]");
    }

    @ParameterizedTest
    @EnumSource
    void oneFrameIsEnough(SpecgramPicture kind) {
        float[] samples = new float[2048];
        samples[1000] = 1;
        Picture picture = kind.of(Wave.of(samples, 22_050));
        assertThat(picture.rgb(picture.width() / 2, picture.height() / 2)).isNotEqualTo(WHITE);
    }

    @ParameterizedTest
    @EnumSource
    void lessThanAFrameIsTooShort(SpecgramPicture kind) {
        Wave wave = Wave.of(new float[2047], 22_050);
        assertThatThrownBy(() -> kind.of(wave))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2047");
    }
}
