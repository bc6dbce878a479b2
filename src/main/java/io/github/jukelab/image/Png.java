package io.github.jukelab.image;

import io.github.jukelab.Progress;
import io.github.jukelab.RelativePath;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.RenderedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes and decodes PNG files. */
public final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int PALETTE_SIZE = 256;

    private Png() {}

    static byte[] bytes(Picture picture) {
        return bytes(indexed(Pixels.image(picture)));
    }

    /**
     * An image as a PNG file.
     *
     * @param image of any kind that PNG has
     * @return the file's bytes
     */
    public static byte[] bytes(RenderedImage image) {
        return encode(image, ImageWriteParam.MODE_DEFAULT);
    }

    /**
     * An image as a PNG file that is as small as possible, which takes longer. Images of at most 256 colours are
     * written with a palette, which makes spectrograms a third as large; no colour is changed.
     *
     * @param image without transparency
     * @return the file's bytes
     */
    public static byte[] smallest(BufferedImage image) {
        return encode(indexed(image), ImageWriteParam.MODE_EXPLICIT);
    }

    private static byte[] encode(RenderedImage image, int compression) {
        ImageWriter writer =
                ImageIO.getImageWriters(new ImageTypeSpecifier(image), "png").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(compression);
        if (compression == ImageWriteParam.MODE_EXPLICIT) {
            settings.setCompressionQuality(0);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage indexed(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getType() == BufferedImage.TYPE_INT_RGB
                ? Pixels.of(image)
                : image.getRGB(0, 0, width, height, null, 0, width);
        Palette palette = new Palette();
        byte[] indexed = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int index = palette.index(pixels[i] & 0xFFFFFF);
            if (index == PALETTE_SIZE) {
                return image;
            }
            indexed[i] = (byte) index;
        }
        IndexColorModel colours = new IndexColorModel(8, palette.size, palette.colours, 0, false, -1, 0);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours);
        small.getRaster().setDataElements(0, 0, width, height, indexed);
        return small;
    }

    /** Colours in the order in which they were first asked for. */
    private static final class Palette {

        private static final int SLOTS = 1024;
        private static final int SCATTER = 0x9E3779B1;

        private final int[] colours = new int[PALETTE_SIZE];
        /** A hash table of indices plus one; 0 where it is empty. */
        private final int[] slots = new int[SLOTS];

        private int size;

        /** The index of a colour; 256 if it is new and there are 256 others. */
        int index(int colour) {
            int slot = (colour * SCATTER) >>> 22;
            while (slots[slot] > 0 && colours[slots[slot] - 1] != colour) {
                slot = (slot + 1) % SLOTS;
            }
            if (slots[slot] == 0) {
                if (size == PALETTE_SIZE) {
                    return PALETTE_SIZE;
                }
                colours[size++] = colour;
                slots[slot] = size;
            }
            return slots[slot] - 1;
        }
    }

    static Picture read(Path file) throws PictureException {
        byte[] bytes = content(file);
        if (bytes.length == 0) {
            throw new PictureException(file, "the file is empty (0 bytes)");
        }
        if (!Arrays.equals(Arrays.copyOf(bytes, SIGNATURE.length), SIGNATURE)) {
            throw new PictureException(file, "not a PNG file");
        }
        try {
            return picture(ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))));
        } catch (IOException | RuntimeException e) { // The decoder throws many kinds of exception on damage.
            throw new PictureException(file, "a damaged PNG file: " + e.getMessage());
        }
    }

    private static byte[] content(Path file) throws PictureException {
        if (Files.isDirectory(file)) {
            throw new PictureException(file, "not a file but a folder");
        }
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new PictureException(file, "there is no such file" + RelativePath.lookedIn(file));
        } catch (IOException e) {
            Progress.checkInterrupted();
            throw new PictureException(file, "cannot be read: " + e.getMessage());
        }
    }

    private static Picture picture(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        if (image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            return Picture.of(width, height, greys(image));
        }
        return Picture.of(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    /** Levels as in the file: {@code getRGB} would brighten them, since Java treats grey as linear in light. */
    private static int[] greys(BufferedImage image) {
        int spare = image.getSampleModel().getSampleSize(0) - 8;
        int[] pixels = image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (pixels[i] >> spare) * 0x010101;
        }
        return pixels;
    }
}
