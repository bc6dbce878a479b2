package io.github.jukelab.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.dataset.LeakageReport;
import io.github.jukelab.dataset.Segments;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.dataset.Splits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

class TablesLeakageTest {

    private static final Segments SEGMENTS = segments();

    private static Segments segments() {
        Map<String, String> trackIds = new LinkedHashMap<>();
        trackIds.put("blues.00000.0", "blues.00000");
        trackIds.put("blues.00000.1", "blues.00000");
        trackIds.put("jazz.00000.0", "jazz.00000");
        return new Segments(trackIds);
    }

    private final Dataset dataset = Dataset.of(Gtzan.INFO, List.of("blues.00000", "jazz.00000"));
    private final Split split = Splits.bySegment(dataset, SEGMENTS, SplitRatio.of(0.5, 0.5), 5);

    @Test
    void hasOneRowPerTestSegment() {
        Table table = Tables.of(LeakageReport.of(split, dataset));

        assertThat(table.name()).isEqualTo("BY SEGMENT, tracks leak, 50/0/50, leakage");
        assertThat(table.columnNames())
                .containsExactly("id", "track", "label", "artist", "tracks by artist in train", "track in train");
        assertThat(table.stringColumn("id").asList()).isEqualTo(split.test());
    }

    @Test
    void addsColumnsForNeighbours() {
        Map<String, double[]> rows = Map.of(
                "blues.00000.0", new double[] {0}, "blues.00000.1", new double[] {1}, "jazz.00000.0", new double[] {3});
        Table table = Tables.of(LeakageReport.of(split, dataset, rows));

        assertThat(table.columnNames()).endsWith("nearest", "nearest label", "nearest artist", "distance");
        assertThat(table.column("distance").type()).isEqualTo(ColumnType.DOUBLE);
        assertThat(table.stringColumn("nearest").asList()).isSubsetOf(split.train());
    }
}
