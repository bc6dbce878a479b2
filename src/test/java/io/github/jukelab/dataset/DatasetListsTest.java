package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Csv;
import io.github.jukelab.CsvException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatasetListsTest {

    private static Map<String, String> artists(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return DatasetLists.column(Csv.of("list.csv", new ByteArrayInputStream(bytes)), "artist");
    }

    @Test
    void readsListsThatASpreadsheetHasSaved() throws IOException {
        Map<String, String> artists = Map.of("blues.00000", "Hooker, John Lee", "blues.00001", "0");

        assertThat(artists("song,artist\nblues.00000,\"Hooker, John Lee\"\nblues.00001,0\n"))
                .isEqualTo(artists);
        assertThat(artists("\uFEFFsong,artist\r\nblues.00000,\"Hooker, John Lee\"\r\nblues.00001,0\r\n\r\n"))
                .isEqualTo(artists);
        assertThat(artists("\uFEFFartist,song\n")).isEmpty();
    }

    @Test
    void namesTheLineAndTheColumn() {
        assertThatThrownBy(() -> artists("song,artist,fold\nblues.00000,0\n"))
                .isInstanceOf(CsvException.class)
                .hasMessage("list.csv, line 2: must have 3 fields, got 2");
        assertThatThrownBy(() -> artists("song,fold\nblues.00000,0\n"))
                .isInstanceOf(CsvException.class)
                .hasMessage("list.csv, line 1: has no column artist, only [song, fold]");
    }
}
