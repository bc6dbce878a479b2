package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
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
        Matcher matcher = Pattern.compile("audio/wav;base64,([^\"]+)").matcher(html);
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

    /** Of 20 s, pixels 112 to 187 of 300 are played; nothing of a whole sound is grey. */
    @Test
    void theOutlineMarksThePartThatIsPlayed() {
        String part = outline(Player.of(tone(20 * RATE)));
        assertThat(part).contains("stroke=\"#8a8a8a\"", "M112 43H187\" stroke=\"#2f7fd1\"");
        assertThat(part).containsSubsequence("M111.5 ", "#8a8a8a", "M187.5 ", "#8a8a8a", "M112.5 ", "#2f7fd1");
        assertThat(outline(Player.of(tone(RATE)))).contains("M299.5 ").doesNotContain("#8a8a8a", "H300");
        assertThat(Player.of(tone(20 * RATE)).data().get(MimeBundle.HTML))
                .contains("<img alt=\"Outline of 20.00 s of sound, played from 7.50 to 12.50 s, peak 1.00\"");
    }

    private static String outline(MimeBundle bundle) {
        Matcher matcher = Pattern.compile("image/svg.xml;base64,([^\"]+)")
                .matcher(bundle.data().get(MimeBundle.HTML));
        assertThat(matcher.find()).isTrue();
        return new String(Base64.getDecoder().decode(matcher.group(1)), StandardCharsets.UTF_8);
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
                .contains(">blues &amp; co<", ">1,784.2<", ">12,345<");
        assertThat(bundle.data().get(MimeBundle.TEXT))
                .isEqualTo("a < b · 1 row\ntrack\tcentroid\tcount\nblues & co\t1,784.2\t12,345");
    }

    @Test
    void tablesHaveLatinDigitsInEveryCountry() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            Table table = Table.create("t", IntColumn.create("count", new int[] {12345}));
            assertThat(Html.table(table).data().get(MimeBundle.HTML)).contains(">12,345<");
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

    private static List<String> column(double... values) {
        return Numbers.column(Arrays.stream(values).mapToObj(OptionalDouble::of).toList());
    }

    @Test
    void aColumnHasOneNumberOfDecimals() {
        assertThat(column(71, 64.5, 0.3)).containsExactly("71.0", "64.5", "0.3");
        assertThat(column(0.4743, 0.447, 0.08718)).containsExactly("0.4743", "0.4470", "0.0872");
        assertThat(column(2136.7333, 975.25)).containsExactly("2,136.7", "975.3");
        assertThat(column(-12.5, -0.04, 0)).containsExactly("-12.50", "-0.04", "0.00");
        assertThat(column(50, 9990)).containsExactly("50", "9,990");
        assertThat(column(1, 0.001)).containsExactly("1.000", "0.001");
        assertThat(column(99.96, -0.00001, 99.9)).as("too far apart").containsExactly("99.96", "-1.000e-05", "99.9");
        assertThat(column(662_030.8, 0.3787)).as("too far apart").containsExactly("662,030.8", "0.3787");
        assertThat(column(Double.NaN, 2.5)).containsExactly("NaN", "2.5");
        assertThat(column(0, 0)).containsExactly("0", "0");
        assertThat(column()).isEmpty();
    }

    @Test
    void missingNumbersDoNotCount() {
        assertThat(Numbers.column(List.of(OptionalDouble.empty(), OptionalDouble.of(1.5))))
                .containsExactly("–", "1.5");
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
    void aPictureIsAnImageWithItsWords() {
        Map<String, String> data =
                MimeBundle.picture(new byte[] {1, 2, 3}, "a < \"b\" & c").data();
        assertThat(data).containsOnlyKeys(MimeBundle.HTML, MimeBundle.TEXT);
        assertThat(data.get(MimeBundle.HTML))
                .contains("<img alt=\"a &lt; &quot;b&quot; &amp; c\" ", "src=\"data:image/png;base64,AQID\">");
        assertThat(data).containsEntry(MimeBundle.TEXT, "a < \"b\" & c");
    }

    @Test
    void everyRenderingHasAKnownMimeType() {
        assertThat(Renderers.all())
                .extracting(Renderers.Rendering::mimeType)
                .isSubsetOf(MimeBundle.HTML, MimeBundle.TEXT);
    }
}
