package io.github.jukelab.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingFeaturesTest {

    private static final EmbeddingFeatures TINY =
            new EmbeddingFeatures(TinyMusicnn.embedding(1).id());

    @Test
    void namesAreThoseOfTheEmbedding() {
        assertThat(TINY.names()).hasSize(TinyMusicnn.VALUES).startsWith("musicnn-msd_001", "musicnn-msd_002");
        assertThat(TINY).asString().startsWith("EmbeddingFeatures[musicnn-msd, 6 values, weights ");
    }

    @Test
    void aHeaderIsKnownByThem() {
        assertThat(EmbeddingFeatures.named(List.of("filename", "rms_mean", "mel01_p10", "label")))
                .isEmpty();
        assertThat(EmbeddingFeatures.named(List.of("filename", "a-b_001", "a-b_002", "label")))
                .containsExactly("a-b_001", "a-b_002");
        assertThat(EmbeddingFeatures.named(List.of("a_001", "a_003"))).containsExactly("a_001", "a_002");
    }
}
