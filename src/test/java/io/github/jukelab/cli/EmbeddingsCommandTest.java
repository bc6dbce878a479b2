package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.embedding.Embeddings;
import io.github.jukelab.embedding.TinyMusicnn;
import io.github.jukelab.extraction.FeatureTable;
import io.github.jukelab.provenance.RunCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code jukelab embeddings}, and what other commands do with its file. */
class EmbeddingsCommandTest {

    @TempDir
    Path home;

    private Console console;
    private Path tracks;
    private Path file;

    @BeforeEach
    void useHome() throws IOException {
        Embeddings.useInThisProgram(home);
        file = home.resolve("data/embeddings/musicnn-msd.onnx");
        tracks = home.resolve("tracks");
        console = new Console(tracks);
        for (int i = 0; i < 5; i++) {
            console.track("hiss/" + i + ".wav", 60_000 + i);
            console.track("roar/" + i + ".wav", 60_010 + i);
        }
    }

    @AfterEach
    void useTheWorkingDirectory() {
        Embeddings.useInThisProgram(Path.of(""));
    }

    private void run(int code, Object... arguments) {
        console = new Console(tracks);
        assertThat(console.run(arguments))
                .as(String.join("\n", console.errors()))
                .isEqualTo(code);
    }

    private void writeEmbedding(long seed) throws IOException {
        run(0, "embeddings", TinyMusicnn.writePackage(home.resolve("tiny.whl"), seed));
        assertThat(console.output())
                .containsExactly(
                        file + ": Embedding[" + TinyMusicnn.embedding(seed).id() + ", 3 tags]");
    }

    @ParameterizedTest
    @CsvSource({
        "logistic, embedding, 'EmbeddingInput[musicnn-msd, 6 values, weights '",
        "svm, 'embedding,mel-statistics', 'JoinedInput[MelStatisticsInput['",
        "dense, embedding, 'EmbeddingInput['"
    })
    void modelsLearnOnItAndPredict(String recipe, String features, String input) throws IOException {
        writeEmbedding(1);
        Path model = home.resolve("model.zip");
        run(0, "train", recipe, "--features", features, "--data", tracks, "--epochs", 1, "--out", model);
        assertThat(RunCard.read(home.resolve("model.json")).settings().get("input"))
                .startsWith(input);

        run(0, "predict", model, tracks);
        assertThat(console.output()).hasSizeGreaterThan(10);
        run(0, "evaluate", model, "--data", tracks, "--out", home.resolve("evaluation"));
        run(0, "model", model);
        assertThat(String.join("\n", console.output())).contains("musicnn-msd");
        run(0, "export", model, "--onnx", home.resolve("model.onnx"));

        run(0, "predict", model, tracks, "--out", home.resolve("a.csv"));
        Files.delete(file);
        Embeddings.useInThisProgram(home.resolve("other machine"));
        run(1, "predict", model, tracks, "--out", home.resolve("b.csv"));
        assertThat(console.errors().get(console.errors().size() - 1))
                .startsWith("jukelab: there is no embedding ")
                .contains("'make embeddings' writes it");
    }

    @Test
    void withoutItTrainingEndsAtOnce() {
        run(1, "train", "svm", "--features", "embedding", "--data", tracks, "--out", home.resolve("model.zip"));
        assertThat(console.errors())
                .containsExactly("jukelab: there is no embedding " + file
                        + ": 'make embeddings' writes it, once, from the network");
    }

    @Test
    void tablesHaveIt() throws IOException {
        writeEmbedding(1);
        Path table = home.resolve("table.csv");
        run(0, "table", tracks, "--out", table, "--features", "table,embedding");
        assertThat(FeatureTable.read(table).features())
                .hasSize(57 + TinyMusicnn.VALUES)
                .startsWith("chroma_stft_mean")
                .endsWith("musicnn-msd_006");
    }

    @Test
    void saysWhatIsNoPackage() {
        run(1, "embeddings", home.resolve("missing.whl"));
        assertThat(console.errors().get(0)).startsWith("jukelab: " + home.resolve("missing.whl") + ": ");
        assertThat(file).doesNotExist();
    }
}
