package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RenderersTest {

    private static final int RATE = 8000;

    private static Wave tone(int length) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) Math.sin(i * 0.3);
        }
        return Wave.of(samples, RATE);
    }

    private static byte[] audio(String html) {
        Matcher matcher = Pattern.compile("base64,([^\"]+)").matcher(html);
        assertThat(matcher.find()).isTrue();
        return Base64.getDecoder().decode(matcher.group(1));
    }

    @Test
    void playsAShortWaveCompletely() {
        MimeBundle bundle = Player.of(tone(RATE));
        assertThat(bundle.data().get(MimeBundle.TEXT)).isEqualTo("Wave[8000 Hz, 1.00 s, mono]");
        assertThat(bundle.data().get(MimeBundle.HTML)).doesNotContain("excerpt").contains("aria-label");
        assertThat(audio(bundle.data().get(MimeBundle.HTML))).hasSize(44 + 2 * RATE);
    }

    @Test
    void playsFiveSecondsOfALongWaveAndNamesTheExcerpt() {
        String html = Player.of(tone(20 * RATE)).data().get(MimeBundle.HTML);
        assertThat(html).contains("excerpt from 7.5 to 12.5 s");
        assertThat(audio(html)).hasSize(44 + 2 * 5 * RATE);
    }

    @Test
    void samplesBeyondFullScaleAreClipped() {
        byte[] file = audio(Player.of(Wave.of(new float[] {2, -2}, RATE)).data().get(MimeBundle.HTML));
        assertThat(Arrays.copyOfRange(file, 44, 48)).containsExactly(0xff, 0x7f, 0x00, 0x80);
    }

    @Test
    void tablesHaveCaptionRoundedNumbersAndEscapedText() {
        Table table = Table.create(
                "a < b",
                StringColumn.create("track", "blues & co"),
                DoubleColumn.create("centroid", 1784.16585),
                IntColumn.create("count", new int[] {12345}));
        MimeBundle bundle = Html.table(table);
        assertThat(bundle.data().get(MimeBundle.HTML))
                .contains("<caption>a &lt; b · 1 row</caption>")
                .contains(">blues &amp; co<", ">1784.2<", ">12345<");
        assertThat(bundle.data().get(MimeBundle.TEXT))
                .isEqualTo("a < b · 1 row\ntrack\tcentroid\tcount\nblues & co\t1784.2\t12345");
    }

    @Test
    void tablesHaveLatinDigitsInEveryCountry() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            Table table = Table.create("t", IntColumn.create("count", new int[] {12345}));
            assertThat(Html.table(table).data().get(MimeBundle.HTML)).contains(">12345<");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void longTablesShowTheFirstRowsAndTheirNumber() {
        Table table =
                Table.create("t", IntColumn.create("i", IntStream.range(0, 1000).toArray()));
        assertThat(Html.table(table).data().get(MimeBundle.HTML))
                .contains("t · the first 20 of 1000 rows", ">19<")
                .doesNotContain(">20<");
    }

    @Test
    void missingValuesAreDashes() {
        Table table = Table.create("t", DoubleColumn.create("x", 1.5).appendMissing());
        assertThat(Html.table(table).data().get(MimeBundle.TEXT)).endsWith("1.5\n–");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "3, 3",
        "0.123456, 0.1235",
        "-1234.56, -1234.6",
        "12345678.9, 1.235e+07",
        "0.00001234, 1.234e-05",
        "NaN, NaN"
    })
    void formatsNumbers(double value, String text) {
        assertThat(Numbers.format(value)).isEqualTo(text);
    }

    @Test
    void aPictureHasItsAlternativeTextAsMetadata() {
        Map<String, Object> content = new HashMap<>();
        Map<String, Object> metadata = new HashMap<>();
        MimeBundle.png("iVBORw0KGgo", "a curve").writeTo(content::put, metadata::put);
        assertThat(content).isEqualTo(Map.of("image/png", "iVBORw0KGgo", "text/plain", "a curve"));
        assertThat(metadata).isEqualTo(Map.of("image/png", Map.of("alt", "a curve")));
    }

    @Test
    void everyRenderingHasAKnownMimeType() {
        assertThat(Renderers.all())
                .extracting(Renderers.Rendering::mimeType)
                .isSubsetOf(MimeBundle.HTML, MimeBundle.PNG, MimeBundle.TEXT);
    }
}
