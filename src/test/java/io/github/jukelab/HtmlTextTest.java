package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTextTest {

    @Test
    void disarmsMarkup() {
        assertThat(HtmlText.escape("a<b> & \"c\" &amp;")).isEqualTo("a&lt;b&gt; &amp; &quot;c&quot; &amp;amp;");
        assertThat(HtmlText.escape("rock 'n' roll, Ö")).isEqualTo("rock 'n' roll, Ö");
    }
}
