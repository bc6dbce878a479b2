package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static Csv table(String text) throws IOException {
        return table(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Csv table(byte[] bytes) throws IOException {
        return Csv.of("t.csv", new ByteArrayInputStream(bytes));
    }

    /** One table as an editor, a spreadsheet or a script may write it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,note\n1,\"a, \"\"b\"\"\"\n2,\n",
                "\uFEFFid,note\n1,\"a, \"\"b\"\"\"\n2,\n",
                "\uFEFF\"id\",\"note\"\n\"1\",\"a, \"\"b\"\"\"\n\"2\",\"\"\n",
                "id,note\r\n1,\"a, \"\"b\"\"\"\r\n2,\r\n",
                "id,note\n1,\"a, \"\"b\"\"\"\n2,",
                "\nid,note\n1,\"a, \"\"b\"\"\"\n\n2,\n\n\n"
            })
    void isTheSameTable(String text) throws IOException {
        Csv table = table(text);

        assertThat(table.columns()).containsExactly("id", "note");
        assertThat(table.rows()).containsExactly(List.of("1", "a, \"b\""), List.of("2", ""));
        assertThat(table.next()).isEmpty();
    }

    @Test
    void knowsTheLineOfItsLastRow() throws IOException {
        Csv table = table("id\n\n\"a\nb\"\nc\n");

        table.next();
        assertThat(table.line()).isEqualTo(3);
        table.next();
        assertThat(table.line()).isEqualTo(5);
    }

    @Test
    void aNumberHasADecimalPoint() {
        assertThat(Csv.number("-1.5e-3")).isEqualTo("-1.5e-3");
        assertThatThrownBy(() -> Csv.number("1,5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a finite number, got 1,5, which has a decimal comma");
    }

    @Test
    void aQuoteWithinAFieldIsACharacter() throws IOException {
        assertThat(table("id\n7\" vinyl\n").rows()).containsExactly(List.of("7\" vinyl"));
    }

    @Test
    void theByteOrderMarkIsOnlyAtTheStart() throws IOException {
        assertThat(table("id\n\uFEFF1\n").rows()).containsExactly(List.of("\uFEFF1"));
    }

    @Test
    void anEmptyTableHasNoColumns() throws IOException {
        for (String text : List.of("", "\uFEFF", "\n\r\n")) {
            assertThat(table(text).columns()).isEmpty();
            assertThat(table(text).rows()).isEmpty();
        }
    }

    /** A row over several lines is named by its first. */
    @Test
    void messagesNameTheLine() throws IOException {
        String good = "id,note\n1,\"x\n\ny\"\n\n";

        assertThatThrownBy(() -> table(good + "2\n").rows())
                .isInstanceOf(CsvException.class)
                .hasMessage("t.csv, line 6: must have 2 fields, got 1");
        assertThatThrownBy(() -> table(good + "2,x,\n").rows()).hasMessage("t.csv, line 6: must have 2 fields, got 3");
        assertThatThrownBy(() -> table(good + "2,\"x\"y\n").rows())
                .isInstanceOf(CsvException.class)
                .hasMessage("t.csv, line 6: has a misplaced or unclosed quote");
        assertThatThrownBy(() -> table(good + "2,\"x\n3,x\n").rows())
                .hasMessage("t.csv, line 6: has a misplaced or unclosed quote");
        assertThatThrownBy(() -> table("id,\"note\n")).hasMessage("t.csv, line 1: has a misplaced or unclosed quote");
        assertThatThrownBy(() -> table((good + "2,caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1))
                        .rows())
                .isInstanceOfSatisfying(CsvException.class, e -> assertThat(e.reason())
                        .isEqualTo("line 6, column note: must be UTF-8, got caf\uFFFD"))
                .hasMessage("t.csv, line 6, column note: must be UTF-8, got caf\uFFFD");
        assertThatThrownBy(() -> Csv.open(Path.of("none.csv"))).isInstanceOf(NoSuchFileException.class);
    }

    /** A name that was decoded wrongly once is text like any other. */
    @Test
    void theReplacementCharacterIsACharacter() throws IOException {
        assertThat(table("id\ncaf\uFFFD\n").rows()).containsExactly(List.of("caf\uFFFD"));
    }

    @Test
    void namesOtherEncodings() {
        String text = "id,note\n1,x\n";
        assertThatThrownBy(() -> table(text.getBytes(StandardCharsets.UTF_16LE)))
                .hasMessage("t.csv, line 1: must be UTF-8, seems to be UTF-16");
        assertThatThrownBy(() -> table(text.getBytes(StandardCharsets.UTF_16)))
                .hasMessage("t.csv, line 1: must be UTF-8, seems to be UTF-16");
        assertThatThrownBy(() -> table("gr\u00f6\u00dfe,note\n".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessage("t.csv, line 1: must be UTF-8, got gr\uFFFD\uFFFDe");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            id;note, semicolons
            "id";"note", semicolons
            sep=;, semicolons
            id|note, bars
            id\\tnote, tabs
            `\\n\\nid;note`, semicolons
            """)
    void namesOtherSeparators(String header, String word) {
        String text = header.replace("\\t", "\t").replace("\\n", "\n") + "\n1;x\n";
        assertThatThrownBy(() -> table(text))
                .isInstanceOf(CsvException.class)
                .hasMessage("t.csv, line 1: fields must be separated by commas, not by " + word);
    }

    /** As when tables were joined. */
    @Test
    void refusesTheHeaderAgain() {
        assertThatThrownBy(() -> table("id,note\n1,x\nid,note\n2,y\n").rows())
                .hasMessage("t.csv, line 3: is the header again");
    }

    @Test
    void aRowHasAGreatestLength() throws IOException {
        String most = "x".repeat(RowLimit.MAX - 20_000);
        assertThat(table("id\n" + (most + "\n").repeat(3)).rows()).hasSize(3);
        assertThatThrownBy(() -> table("id,note\n1,\"" + most.repeat(2)).rows())
                .isInstanceOf(CsvException.class)
                .hasMessage("t.csv, line 2: has more than 1000000 characters; a quote may be unclosed");
    }

    @Test
    void numbersHaveADecimalPoint() throws IOException {
        Csv table = table("id,x\n1,2\n");
        table.rows();
        for (String number : List.of("1", "-1.5", "+.5", "5.", "1e-3", "1E+30")) {
            assertThat(table.number("x", number)).isEqualTo(number);
        }
        for (String text : List.of("NaN", "Infinity", "0x1p3", "1f", " 1", "1 ", "", "one", "\u0661")) {
            assertThatThrownBy(() -> table.number("x", text))
                    .hasMessageEndingWith(", column x: must be a finite number, got " + text);
        }
        assertThatThrownBy(() -> table.number("x", "1,5"))
                .hasMessageEndingWith("must be a finite number, got 1,5, which has a decimal comma");
    }

    @Test
    void messagesAreShortAndPlain() throws IOException {
        assertThat(table("id\n").invalid("id", "must be 1, got a\u001b[31m\nb" + "x".repeat(1000)))
                .message()
                .startsWith("t.csv, line 1, column id: must be 1, got a\uFFFD[31m\uFFFDbxxx")
                .endsWith("xxx…")
                .hasSizeLessThan(500);
    }
}
