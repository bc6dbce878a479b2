package io.github.jukelab.notebook;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.evaluation.Confusion;
import io.github.jukelab.evaluation.Report;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import javax.imageio.ImageIO;
import tech.tablesaw.api.Table;

/** How each kind of value looks in a cell's output, whatever the kernel. */
final class Renderers {

    /**
     * How one kind of value looks.
     *
     * @param type the values
     * @param mimeType the form preferred
     * @param render value to output
     * @param <T> the values' type
     */
    record Rendering<T>(Class<T> type, String mimeType, Function<T, MimeBundle> render) {}

    private Renderers() {}

    static List<Rendering<?>> all() {
        return List.of(
                new Rendering<>(Wave.class, MimeBundle.HTML, Player::of),
                new Rendering<>(Table.class, MimeBundle.HTML, Html::table),
                new Rendering<>(Confusion.class, MimeBundle.HTML, Html::confusion),
                new Rendering<>(Report.class, MimeBundle.HTML, Html::report),
                new Rendering<>(RenderedImage.class, MimeBundle.PNG, image -> png(image, describe(image))),
                new Rendering<>(double[].class, MimeBundle.TEXT, values -> MimeBundle.text(Numbers.describe(values))),
                new Rendering<>(float[].class, MimeBundle.TEXT, values -> MimeBundle.text(Numbers.describe(values))));
    }

    private static String describe(RenderedImage image) {
        return "Picture of " + image.getWidth() + " by " + image.getHeight() + " pixels";
    }

    static MimeBundle png(RenderedImage image, String alternativeText) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return MimeBundle.png(Base64.getEncoder().encodeToString(bytes.toByteArray()), alternativeText);
    }
}
