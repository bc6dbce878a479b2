package io.github.jukelab.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.extraction.FeatureTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class FeatureTableProperties {

    @Property(tries = 50)
    void readsTheWrittenRow(
            @ForAll @AlphaChars @Chars({',', '"', '\n', ' ', '.', '\u00e9'}) @StringLength(min = 1) String filename,
            @ForAll @IntRange(min = 1) int length,
            @ForAll @Size(57) List<Double> features,
            @ForAll @AlphaChars @StringLength(min = 1) String label)
            throws IOException {
        FeatureTable table = FeatureTable.of(List.of(new Row(filename, length, features, label)));
        Path file = Files.createTempFile("table", ".csv");
        try {
            table.write(file);
            assertThat(FeatureTable.read(file).rows()).isEqualTo(table.rows());
        } finally {
            Files.delete(file);
        }
    }
}
