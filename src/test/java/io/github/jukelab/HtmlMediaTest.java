package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlMediaTest {

    private static final byte[] FILE = {1, 2, 3};

    @Test
    void aFileIsInItsAddress() {
        assertThat(HtmlMedia.data("audio/wav", FILE)).isEqualTo("data:audio/wav;base64,AQID");
    }

    /** What JupyterLab keeps of an output it does not trust: alt, src, title, and styles that it knows. */
    @Test
    void wordsAreInAttributesThatSanitizersKeep() {
        assertThat(HtmlMedia.picture(FILE, "1 < 2 & \"3\""))
                .contains("<img alt=\"1 &lt; 2 &amp; &quot;3&quot;\"", "src=\"data:image/png;base64,AQID\"");
        assertThat(HtmlMedia.drawing("<svg/>", "a line"))
                .contains("<img alt=\"a line\"", "src=\"data:image/svg+xml;base64,PHN2Zy8+\"");
        assertThat(HtmlMedia.player("data:,", "\"b\""))
                .startsWith("<audio controls preload=\"none\"")
                .contains("title=\"&quot;b&quot;\" aria-label=\"&quot;b&quot;\" src=\"data:,\"");
    }
}
