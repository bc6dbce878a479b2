package io.github.jukelab.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.extraction.FeatureTable.Row;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowTextTest {

    @Test
    void givesTheRowsBack() {
        List<Row> rows = IntStream.range(0, 3)
                .mapToObj(i -> FeatureTableTest.row("" + i, 7 + i / 8.0, "x"))
                .toList();

        assertThat(RowText.rows(RowText.of(rows), i -> "" + i, "x")).isEqualTo(rows);
        assertThat(RowText.of(rows)).doesNotContain(" ", "\n");
    }
}
