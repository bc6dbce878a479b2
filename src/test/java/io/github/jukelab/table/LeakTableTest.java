package io.github.jukelab.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.corpus.Corpus;
import io.github.jukelab.corpus.Gtzan;
import io.github.jukelab.corpus.LeakReport;
import io.github.jukelab.corpus.Shares;
import io.github.jukelab.corpus.Split;
import io.github.jukelab.corpus.Splits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

class LeakTableTest {

    private static final List<String> PIECES = List.of("blues.00000.0", "blues.00000.1", "jazz.00000.0");

    private final Corpus corpus = Corpus.of(Gtzan.DECLARATION, List.of("blues.00000", "jazz.00000"));
    private final Split split = Splits.byRow(corpus, PIECES, Shares.of(0.5, 0.5), 5);

    @Test
    void oneRowATestPiece() {
        Table table = Tables.of(LeakReport.of(split, corpus));

        assertThat(table.name()).isEqualTo("BY ROW, leaks songs, 50/0/50, leaks");
        assertThat(table.columnNames())
                .containsExactly("id", "song", "label", "artist", "songs by artist in train", "song in train");
        assertThat(table.stringColumn("id").asList()).isEqualTo(split.test());
    }

    @Test
    void neighboursHaveColumnsOfTheirOwn() {
        Map<String, double[]> rows = Map.of(
                "blues.00000.0", new double[] {0}, "blues.00000.1", new double[] {1}, "jazz.00000.0", new double[] {3});
        Table table = Tables.of(LeakReport.of(split, corpus, rows));

        assertThat(table.columnNames()).endsWith("nearest", "nearest label", "nearest artist", "distance");
        assertThat(table.column("distance").type()).isEqualTo(ColumnType.DOUBLE);
        assertThat(table.stringColumn("nearest").asList()).isSubsetOf(split.train());
    }
}
