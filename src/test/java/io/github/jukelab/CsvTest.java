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
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static Csv table(String text) throws IOException {
        return Csv.of("t.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
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
        assertThatThrownBy(() -> table(good + "2,caf\uFFFD\n").rows())
                .isInstanceOfSatisfying(CsvException.class, e -> assertThat(e.reason())
                        .isEqualTo("line 6, column note: must be UTF-8, got caf\uFFFD"))
                .hasMessage("t.csv, line 6, column note: must be UTF-8, got caf\uFFFD");
        assertThatThrownBy(() -> Csv.open(Path.of("none.csv"))).isInstanceOf(NoSuchFileException.class);
    }
}
