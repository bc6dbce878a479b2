package io.github.jukelab.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Fault;
import io.github.jukelab.dataset.Finding;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.dataset.ImportReport;
import io.github.jukelab.dataset.IntegrityReport;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

class TablesTest {

    private static final Finding FINDING = new Finding("jazz/jazz.00054.wav", "jazz.00054", Fault.BROKEN, "no sound");

    @Test
    void listsTracks() {
        Table table = Tables.of(dataset());

        assertThat(table.name()).isEqualTo("GTZAN");
        assertThat(table.columnNames()).containsExactly("track", "label", "artist", "file");
        assertThat(table.row(0).getString("artist")).isEqualTo("7");
        assertThat(table.stringColumn("artist").isMissing(1)).isTrue();
        assertThat(table.row(1).getString("file")).isEqualTo("blues.00001.wav");
    }

    @Test
    void listsFindings() {
        Table table = Tables.of(new IntegrityReport("GTZAN", 1, List.of(FINDING), Map.of()));

        assertThat(table.types()).containsOnly(ColumnType.STRING);
        assertThat(table.row(0).getString("fault")).isEqualTo("BROKEN");
        assertThat(Tables.of(new ImportReport(Path.of("x"), 0, 0, 0, List.of(), List.of(), List.of(FINDING), List.of()))
                        .columnNames())
                .containsExactly("file", "track", "fault", "detail");
    }

    @Test
    void columnTypesDoNotDependOnRows() {
        Table table = Tables.of(new IntegrityReport("GTZAN", 1, List.of(), Map.of()));

        assertThat(table.rowCount()).isZero();
        assertThat(table.types()).hasSize(4).containsOnly(ColumnType.STRING);
    }

    @Test
    void learningRatesAreOneRowPerStretchOfEpochs() {
        double[] rates = {0.1, 0.1, 0.05, 0.1};
        double[] losses = {3, 2, 1.5, 1.75};
        History history = new History(IntStream.range(0, 4)
                .mapToObj(i -> new Epoch(i + 1, 1, 0.5, losses[i], 0.5, rates[i], 1))
                .toList());

        Table table = Tables.learningRates(history);

        assertThat(table.intColumn("from epoch").asList()).containsExactly(1, 3, 4);
        assertThat(table.intColumn("to epoch").asList()).containsExactly(2, 3, 4);
        assertThat(table.doubleColumn("learning rate").asList()).containsExactly(0.1, 0.05, 0.1);
        assertThat(table.doubleColumn("lowest validation loss").asList()).containsExactly(2.0, 1.5, 1.75);
        assertThat(Tables.learningRates(new History(List.of())).rowCount()).isZero();
    }

    @Test
    void countsLabelsAndSubsets() {
        Table table = Tables.counts(dataset().split(SplitRatio.of(0.5, 0.5), 1), dataset());

        assertThat(table.columnNames()).containsExactly("label", "train", "validation", "test");
        assertThat(table.types()).startsWith(ColumnType.STRING, ColumnType.INTEGER);
        assertThat(table.row(1).getString("label")).isEqualTo("rock");
        assertThat(table.row(1).getInt("train")).isEqualTo(2);
        assertThat(table.intColumn("validation").sum()).isZero();
    }

    @Test
    void listsThePredictionForEachFile() {
        Prediction first = new Prediction("rock.00001", "rock.00001", 1, new float[] {0.4f, 0.6f});
        Prediction second = new Prediction("blues.00000", "blues.00000", 0, new float[] {0.4f, 0.6f});
        Predictions predictions = new Predictions(List.of("blues", "rock"), List.of(first, second));
        Map<String, Path> files = dataset().files();
        Table table = Tables.of(predictions, files);

        assertThat(table.columnNames()).containsExactly("filename", "prediction");
        assertThat(table.stringColumn("filename")).containsExactly("rock/rock.00001.wav", "blues/blues.00000.wav");
        assertThat(table.stringColumn("prediction")).containsExactly("rock", "rock");
        assertThatThrownBy(() -> Tables.of(predictions, Map.of("rock.00001", Path.of("rock/1.png"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there must be a file for each track, got none for blues.00000");
    }

    private static Dataset dataset() {
        List<Track> tracks = new ArrayList<>();
        for (String label : List.of("blues", "rock")) {
            for (int i = 0; i < 4; i++) {
                String id = label + ".0000" + i;
                Optional<String> artist = i == 0 ? Optional.of("7") : Optional.empty();
                tracks.add(new Track(id, label, artist, Path.of(label, id + ".wav")));
            }
        }
        return new Dataset(Gtzan.INFO, Path.of("nowhere"), tracks);
    }
}
