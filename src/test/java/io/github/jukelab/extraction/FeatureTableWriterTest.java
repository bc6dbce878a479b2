package io.github.jukelab.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.extraction.FeatureTable.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureTableWriterTest {

    private static final List<String> FEATURES = List.of("tempo", "rms_mean");

    @TempDir
    Path folder;

    @Test
    void writesTheBytesOfATable() throws IOException {
        Row row = new Row("cät/1, \"two\".wav", 5, List.of(1e-300, -0.1), "cät");
        Path file = folder.resolve("table.csv");
        FeatureTable.of(FEATURES, List.of(row)).write(file);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FeatureTableWriter writer = new FeatureTableWriter(bytes, FEATURES)) {
            writer.row(row);
        }
        assertThat(bytes.toByteArray()).isEqualTo(Files.readAllBytes(file));
        assertThat(bytes.toString())
                .isEqualTo(
                        "filename,length,tempo,rms_mean,label\n" + "\"cät/1, \"\"two\"\".wav\",5,1.0E-300,-0.1,cät\n");
    }

    @Test
    void writesValuesThatAreNoNumbers() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FeatureTableWriter writer = new FeatureTableWriter(bytes, List.of("predicted", "cat"))) {
            writer.row("a.wav", 5, List.of("cat, big", 0.75), "dog");
        }
        assertThat(bytes.toString()).isEqualTo("filename,length,predicted,cat,label\na.wav,5,\"cat, big\",0.75,dog\n");
    }

    @Test
    void refusesTextThatUtf8DoesNotHave() {
        Row half = new Row("\uD83D.wav", 5, List.of(1.0, 2.0), "cat");
        assertThatThrownBy(() -> {
                    try (FeatureTableWriter writer = new FeatureTableWriter(new ByteArrayOutputStream(), FEATURES)) {
                        writer.row(half);
                    }
                })
                .isInstanceOf(CharacterCodingException.class);
    }
}
