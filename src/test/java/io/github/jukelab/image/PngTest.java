package io.github.jukelab.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {

    /** Columns of different colours, each shifted from row to row. */
    private static BufferedImage colours(int count) {
        BufferedImage image = new BufferedImage(count, 100, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < count; x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, 1000 * ((x * (y + 1)) % count));
            }
        }
        return image;
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void isTheFileThatJavaWrites() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ImageIO.write(colours(300), "png", written);

        assertThat(Png.bytes(colours(300))).isEqualTo(written.toByteArray());
    }

    /** A palette holds 256 colours. */
    @Test
    void theSmallestFileHasAPaletteIfThatKeepsTheColours() throws IOException {
        for (int count : new int[] {2, 256, 257}) {
            BufferedImage image = colours(count);
            byte[] smallest = Png.smallest(image);

            assertThat(pixels(read(smallest))).isEqualTo(pixels(image));
            assertThat(read(smallest).getColorModel() instanceof IndexColorModel)
                    .isEqualTo(count <= 256);
        }
        assertThat(Png.smallest(colours(256))).hasSizeLessThan(Png.bytes(colours(256)).length);
    }
}
