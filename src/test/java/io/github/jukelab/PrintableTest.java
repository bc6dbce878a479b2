package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    @ParameterizedTest
    @ValueSource(ints = {0, '\t', '\n', '\r', 0x1b, 0x7f, 0x80, 0x85, 0x9b, 0x9f})
    void escapesControlCharacters(int character) {
        assertThat(Printable.of("a" + (char) character + "b")).isEqualTo(String.format("a\\u%04xb", character));
    }

    /** Marks and overrides of direction, ends of line and paragraph, a byte order mark, a tag, half a pair. */
    @ParameterizedTest
    @CsvSource({
        "200E, \\u200e",
        "202E, \\u202e",
        "2066, \\u2066",
        "2028, \\u2028",
        "2029, \\u2029",
        "FEFF, \\ufeff",
        "E0041, \\u{e0041}",
        "D83D, \\ud83d"
    })
    void escapesWhatMovesOtherText(String character, String shown) {
        String text = "a" + Character.toString(Integer.parseInt(character, 16));

        assertThat(Printable.of(text)).isEqualTo("a" + shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "blues.00000.wav", "Übermut – 音楽 \\u001b", "👩\u200d🎤", "می\u200cخواهم"})
    void leavesOtherTextAsItIs(String text) {
        assertThat(Printable.of(text)).isEqualTo(text);
    }
}
