package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.embedding.Embeddings;
import io.github.jukelab.embedding.EmbeddingsInFolder;
import io.github.jukelab.embedding.TinyMusicnn;
import io.github.jukelab.extraction.FeatureTable;
import io.github.jukelab.onnx.EmbeddingOnnx;
import io.github.jukelab.provenance.RunCard;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code jukelab embeddings}, and what other commands do with its file. */
class EmbeddingsCommandTest extends EmbeddingsInFolder {

    private Console console;
    private Path tracks;
    private Path file;

    @BeforeEach
    void writeTracks() throws IOException {
        file = home.resolve("data/embeddings/musicnn-msd.onnx");
        tracks = home.resolve("tracks");
        console = new Console(tracks);
        for (int i = 0; i < 5; i++) {
            console.track("hiss/" + i + ".wav", 60_000 + i);
            console.track("roar/" + i + ".wav", 60_010 + i);
        }
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
    }

    private Path train(String features) throws IOException {
        writeEmbedding(1);
        Path model = home.resolve("model.zip");
        run(0, "train", "logistic", "--features", features, "--data", tracks, "--out", model);
        return model;
    }

    @ParameterizedTest
    @ValueSource(strings = {"embedding", "mel-statistics,embedding"})
    void whatIsMissingIsSaidBeforeTheWork(String features) throws IOException {
        Path model = train(features);
        Path out = home.resolve("out");
        Path other = home.resolve("other machine");
        Embeddings.useInThisProgram(other);
        assertMissing(other, "demo", model, "--port", 65_536);
        assertMissing(other, "predict", model, tracks, "--out", out.resolve("predictions.csv"));
        assertMissing(other, "evaluate", model, "--data", tracks, "--out", out);
        assertThat(out).doesNotExist();
    }

    @Test
    void whatIsMissingIsNotExported() throws IOException {
        Path model = train("embedding");
        Path onnx = home.resolve("model.onnx");
        Path other = home.resolve("other machine");
        Embeddings.useInThisProgram(other);
        assertMissing(other, "export", model, "--onnx", onnx);
        assertThat(onnx).doesNotExist();
    }

    private void assertMissing(Path machine, Object... arguments) {
        run(1, arguments);
        assertThat(console.output()).isEmpty();
        assertThat(console.errors())
                .containsExactly("jukelab: there is no embedding "
                        + machine.resolve("data/embeddings/musicnn-msd.onnx")
                        + ": 'make embeddings' writes it, once, from the network");
    }

    @Test
    void theDemoIsNotStartedWithOtherWeights() throws IOException {
        Path model = train("embedding");
        Path other = home.resolve("other machine");
        EmbeddingOnnx.write(TinyMusicnn.embedding(2), other.resolve("data/embeddings/musicnn-msd.onnx"));
        Embeddings.useInThisProgram(other);
        run(1, "demo", model, "--port", 65_536);
        assertThat(console.errors())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("jukelab: the model needs the embedding "
                        + TinyMusicnn.embedding(1).id() + ", but ");
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
