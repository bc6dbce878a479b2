package io.github.jukelab.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.onnx.EmbeddingOnnx;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class EmbeddingsTest extends EmbeddingsInFolder {

    @Test
    void readsEachOnce() throws IOException {
        EmbeddingOnnx.write(TinyMusicnn.embedding(1), home.resolve("data/embeddings/musicnn-msd.onnx"));

        Embedding read = Embeddings.get("musicnn-msd");
        assertThat(read.id()).isEqualTo(TinyMusicnn.embedding(1).id());
        assertThat(Embeddings.get(read.id())).isSameAs(read);
    }

    @Test
    void findsWhatIsThere() throws IOException {
        assertThat(Embeddings.find("musicnn-msd")).isEmpty();
        EmbeddingOnnx.write(TinyMusicnn.embedding(1), home.resolve("data/embeddings/musicnn-msd.onnx"));
        assertThat(Embeddings.find("musicnn-msd")).contains(Embeddings.get("musicnn-msd"));
    }

    @Test
    void aMissingOneNamesWhatWritesIt() {
        assertThatThrownBy(() -> Embeddings.get("musicnn-msd"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("there is no embedding " + home.resolve("data/embeddings/musicnn-msd.onnx")
                        + ": 'make embeddings' writes it, once, from the network");
    }

    @Test
    void aModelIsNotGivenOtherWeights() throws IOException {
        EmbeddingOnnx.write(TinyMusicnn.embedding(1), home.resolve("data/embeddings/musicnn-msd.onnx"));
        EmbeddingId other = TinyMusicnn.embedding(2).id();
        assertThatThrownBy(() -> Embeddings.get(other))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("the model needs the embedding " + other + ", but ");
    }
}
