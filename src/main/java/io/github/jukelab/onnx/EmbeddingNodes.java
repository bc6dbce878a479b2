package io.github.jukelab.onnx;

import io.github.jukelab.embedding.Embedding;

/**
 * The values of an embedding for a sound in ONNX: (1, value), the means over its patches. The network is in the file.
 *
 * @param embedding with its weights
 */
record EmbeddingNodes(Embedding embedding) implements SoundInput {

    @Override
    public Tensor of(Tensor samples) {
        Tensor powers = Spectra.mel(samples.unsqueezed(0), Embedding.STFT, Embedding.MEL);
        Tensor patches = patches(compressed(powers.transposed(0, 2, 1)));
        return MusicnnNodes.of(embedding, patches).embedding().mean(0).unsqueezed(0);
    }

    private static Tensor compressed(Tensor powers) {
        return powers.cast(ElementType.DOUBLE)
                .times(Embedding.COMPRESSION)
                .plus(1)
                .apply("Log")
                .times(1 / Math.log(10))
                .cast(ElementType.FLOAT);
    }

    /** Frames (1, frame, band) as patches (patch, frame, band): the last ones are left out, too few are repeated. */
    private static Tensor patches(Tensor frames) {
        Tensor number = frames.size(1);
        Tensor used = number.divided(Embedding.PATCH).max(1).times(Embedding.PATCH);
        Tensor indexes = used.range(1).apply("Mod", number);
        return frames.gathered(1, indexes).reshaped(-1, Embedding.PATCH, Embedding.MEL.bands());
    }
}
