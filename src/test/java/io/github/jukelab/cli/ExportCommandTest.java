package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.model.ModelCard;
import io.github.jukelab.model.SmallModel;
import io.github.jukelab.model.TrainingData;
import io.github.jukelab.onnx.OnnxFile;
import io.github.jukelab.provenance.RunCard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jukelab export}. */
class ExportCommandTest {

    private static final Path SMALL = Path.of("src/test/resources/stored/models/small-windows_repaired.zip");

    @TempDir
    Path folder;

    private final Console console = new Console(Path.of("."));

    @Test
    void saysWhatTheFileTakesAndGives() throws IOException {
        Path file = folder.resolve("new/model.onnx");
        assertThat(console.run("export", SMALL, "--onnx", file)).isZero();
        assertThat(console.errors()).isEmpty();
        assertThat(OnnxFile.isOnnx(file)).isTrue();
        assertThat(console.output().get(0)).matches("\\Q" + file + "\\E: 0\\.\\d\\d MB");
        assertThat(console.output().subList(1, 4))
                .containsExactly(
                        "  Input \"samples\": a sound of any length, float32, mono, at 22050 Hz.",
                        "  Outputs: \"probabilities\" (2), one per label, the means of \"segments\" (segments, 2).",
                        "  Not in the file: decoding, mixing to mono and resampling.");
    }

    @Test
    void theSameModelGivesTheSameFileAndReplacesIt() throws IOException {
        Path file = folder.resolve("model.onnx");
        assertThat(console.run("export", SMALL, "--onnx", file)).isZero();
        byte[] first = Files.readAllBytes(file);
        assertThat(console.run("export", SMALL, "--onnx", file)).isZero();
        assertThat(file).hasBinaryContent(first);
    }

    @Test
    void otherFilesAreReplacedByForceOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("model.onnx"), "my notes");
        assertThat(console.run("export", SMALL, "--onnx", file)).isEqualTo(1);
        assertThat(console.errors())
                .containsExactly(
                        "jukelab: " + file + ": exists and is not an ONNX file of Jukelab; --force replaces it");
        assertThat(file).hasContent("my notes");
        assertThat(console.run("export", SMALL, "--onnx", file, "--force")).isZero();
        assertThat(OnnxFile.isOnnx(file)).isTrue();
    }

    @Test
    void theModelItselfIsNeverReplaced() throws IOException {
        Path model = Files.copy(SMALL, folder.resolve("model.zip"));
        assertThat(console.run("export", model, "--onnx", model, "--force")).isEqualTo(1);
        assertThat(console.errors()).hasSize(1).first().asString().contains("which is read, and must be another file");
        assertThat(model).hasBinaryContent(Files.readAllBytes(SMALL));
    }

    @Test
    void theFileHasCardAndTerms() throws IOException {
        Set<String> tracks = Set.of("0123456789abcdef");
        TrainingData data =
                new TrainingData("mine", "my animals", "CC BY 4.0", "Me 2026", false, 0, false, "x", tracks, tracks);
        RunCard run = RunCard.of(
                RunCard.Data.of("mine", List.of("a", "b")),
                "by track",
                42,
                "CPU",
                new RunCard.Result(119, 0.75, 0.66, 0.821, 10, 20, 0.701, "bootstrap", new TreeMap<>()));
        Path model = folder.resolve("model.zip");
        SmallModel.catOrDog().save(model, new ModelCard(run, data));
        Path file = folder.resolve("model.onnx");
        assertThat(console.run("export", model, "--onnx", file)).isZero();
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .contains("Trained on: my animals\nTerms: CC BY 4.0\nTo cite: Me 2026", "\"split\" : \"by track\"");
        assertThat(console.output()).anyMatch(line -> line.startsWith("  Input \"input\": the model's tensors"));
    }

    @Test
    void whatIsNoModelIsRefused() {
        Path missing = folder.resolve("missing.zip");
        assertThat(console.run("export", missing, "--onnx", folder.resolve("model.onnx")))
                .isEqualTo(1);
        assertThat(console.errors()).containsExactly("jukelab: " + missing + ": there is no such file");
        assertThat(folder).isEmptyDirectory();
    }
}
