package io.github.jukelab.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java program of docs/export.md. */
class OnnxFileDocumentTest {

    private static final Path MODEL = Path.of("src/test/resources/stored/models/small-windows_repaired.zip");
    private static final Path CLIP = Path.of("src/test/resources/fixtures/librosa/music_a.wav");

    @TempDir
    Path folder;

    private static String program() throws IOException {
        Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/export.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    @Test
    void theJavaProgramPredicts() throws Exception {
        Network network = Network.load(MODEL);
        Path file = folder.resolve("model.onnx");
        OnnxFile.of(network).write(file);
        OnnxSession.of(file).close(); // skips the test where onnxruntime does not run
        Wave clip = Wave.read(CLIP);
        assertThat(clip.rate()).isEqualTo(22_050);
        Path sound = folder.resolve("clip.wav");
        clip.write(sound);

        String[] lines = run(Files.writeString(folder.resolve("Predict.java"), program()), file, sound);

        assertThat(lines[0]).isEqualTo("[\"cat\", \"dog\"]");
        Map<String, Double> expected = network.predict(Wave.read(sound)).probabilities();
        double[] printed = Arrays.stream(
                        lines[1].substring(1, lines[1].length() - 1).split(", "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(printed)
                .usingComparatorWithPrecision(1e-5)
                .containsExactly(expected.get("cat"), expected.get("dog"));
    }

    private String[] run(Path program, Path... files) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.toString(),
                        files[0].toString(),
                        files[1].toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        return output.strip().split("\\R");
    }
}
