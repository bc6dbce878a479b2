package io.github.jukelab.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Direct access to the pixels of an image: {@code getRGB} and {@code setRGB} ask the colour model about each. */
public final class Pixels {

    private Pixels() {}

    /**
     * The pixels themselves, not a copy: whoever changes the array changes the image.
     *
     * @param image of type {@link BufferedImage#TYPE_INT_RGB}
     * @return {@code 0x??RRGGBB}, row by row from the top; the highest eight bits mean nothing
     */
    public static int[] of(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /**
     * A picture as an image that can be drawn or written.
     *
     * @param picture copied
     * @return of type {@link BufferedImage#TYPE_INT_RGB}
     */
    public static BufferedImage image(Picture picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        System.arraycopy(picture.pixels(), 0, of(image), 0, picture.pixels().length);
        return image;
    }
}
