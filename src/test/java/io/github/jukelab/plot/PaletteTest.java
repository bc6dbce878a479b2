package io.github.jukelab.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import org.junit.jupiter.api.Test;

class PaletteTest {

    @Test
    void aTextThatIsTooWideShrinks() {
        int width = Palette.width("too much, another draw", Palette.TEXT);
        assertThat(Palette.fitting("too much, another draw", width)).isEqualTo(Palette.TEXT);

        Font smaller = Palette.fitting("too much, another draw", width - 10);
        assertThat(smaller.getSize2D()).isBetween(10f, Palette.TEXT.getSize2D() - 0.5f);
        assertThat(Palette.width("too much, another draw", smaller)).isLessThanOrEqualTo(width - 10);
        assertThat(Palette.fitted("too much, another draw", smaller, width - 10))
                .isEqualTo("too much, another draw");
    }

    @Test
    void aTextThatIsFarTooWideIsCutInTheSmallestLetters() {
        Font smallest = Palette.fitting("a title of many words", 40);
        assertThat(smallest.getSize2D()).isEqualTo(10);
        String cut = Palette.fitted("a title of many words", smallest, 40);
        assertThat(cut).startsWith("a ").endsWith("…");
        assertThat(Palette.width(cut, smallest)).isLessThanOrEqualTo(40);
    }
}
