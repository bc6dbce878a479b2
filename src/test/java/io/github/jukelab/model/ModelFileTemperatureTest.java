package io.github.jukelab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.ModelZip;
import io.github.jukelab.classic.ClassicalModel;
import io.github.jukelab.evaluation.Temperature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The temperature of a model in its file. */
class ModelFileTemperatureTest {

    private static final String ENTRY = "jukelab.json";

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("model.zip");
    }

    private String description() throws IOException {
        return new String(ModelZip.of(file()).entry(ENTRY), StandardCharsets.UTF_8);
    }

    @Test
    void isReadAgainAndKeptBySavingAgain() throws IOException {
        Temperature temperature = new Temperature(1.75, 60);
        SmallModel.catOrDog().withTemperature(temperature).save(file());
        assertThat(description()).contains("\"version\" : 5");
        ClassicalModel loaded = ClassicalModel.load(file());
        assertThat(loaded.temperature()).isEqualTo(temperature);
        loaded.save(file());
        assertThat(ClassicalModel.load(file()).temperature()).isEqualTo(temperature);
    }

    /** So programs that know no temperatures can still read it. */
    @Test
    void aModelWithoutOneIsWrittenAsBefore() throws IOException {
        SmallModel.catOrDog().save(file());
        assertThat(description()).contains("\"version\" : 4").doesNotContain("temperature");
        assertThat(ClassicalModel.load(file()).temperature()).isEqualTo(Temperature.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /temperature/value  | -1     | temperature must be in [0.01, 100], got -1.0
            /temperature/value  | "warm" | temperature
            /temperature/tracks | -3     | tracks of the temperature must be at least 0, got -3
            /temperature        | 3      | temperature
            """)
    void aStrangeOneIsRefused(String pointer, String value, String reason) throws IOException {
        SmallModel.catOrDog().withTemperature(new Temperature(2, 9)).save(file());
        ModelZip.of(file()).with(ENTRY, pointer, value).write(file());
        assertThatThrownBy(() -> ClassicalModel.load(file()))
                .isInstanceOf(ModelFileException.class)
                .hasMessageStartingWith(file() + ": ")
                .hasMessageContaining(reason);
    }
}
