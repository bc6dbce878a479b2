package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.extraction.FeatureTable;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Feature vectors of a feature table. */
class FeatureVectorsOfTableTest {

    private static final Dataset DATASET = Dataset.of(Gtzan.INFO, List.of("blues.00000", "rock.00007"));

    @Test
    void hasTracksAndSegmentsWithTheirTrack() {
        FeatureVectors vectors = FeatureVectors.of(
                table(row("rock.00007.wav", "rock"), row("blues.00000.3.wav", "blues"), row("blues.00000.au", "blues")),
                DATASET);

        assertThat(vectors).hasToString("FeatureVectors[3 of 2 tracks, 57 features, 2 labels]");
        assertThat(vectors.labels()).containsExactly("blues", "rock");
        assertThat(vectors.vectors())
                .extracting(FeatureVector::id)
                .containsExactly("rock.00007", "blues.00000.3", "blues.00000");
        assertThat(vectors.vectors())
                .extracting(FeatureVector::track)
                .containsExactly("rock.00007", "blues.00000", "blues.00000");
        assertThat(vectors.vectors().get(0).values()).hasSize(57).containsOnly(0.5);
    }

    @Test
    void refusesRowsThatDoNotMatchTheDataset() {
        assertThatThrownBy(() -> FeatureVectors.of(table(row("jazz.00001.wav", "jazz")), DATASET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("has no track for jazz.00001.wav");
        assertThatThrownBy(() -> FeatureVectors.of(table(row("blues.00000.wav", "rock")), DATASET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label of blues.00000.wav must be blues, got rock");
    }

    private static FeatureTable table(FeatureTable.Row... rows) {
        return FeatureTable.of(Stream.of(rows).toList());
    }

    private static FeatureTable.Row row(String filename, String label) {
        return new FeatureTable.Row(filename, 661_794, Collections.nCopies(57, 0.5), label);
    }
}
