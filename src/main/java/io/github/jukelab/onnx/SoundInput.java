package io.github.jukelab.onnx;

import io.github.jukelab.embedding.Embeddings;
import io.github.jukelab.input.EmbeddingInput;
import io.github.jukelab.input.FeatureVectorInput;
import io.github.jukelab.input.JoinedInput;
import io.github.jukelab.input.MelStatisticsInput;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.PictureWindows;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.input.ResizedSpectrogram;
import io.github.jukelab.input.ResizedSpectrogram.Representation;
import io.github.jukelab.input.SpectrogramImage;
import java.util.Optional;

/** The nodes from samples to the inputs of a model: what a {@link Preprocessing} computes, but for resampling. */
@FunctionalInterface
interface SoundInput {

    /**
     * The inputs of a model, before normalisation.
     *
     * @param samples of one sound (n), at least one, at the model's rate
     * @return of shape (segment, ...), with the values of a segment in the order of the preprocessing
     */
    Tensor of(Tensor samples);

    /** The nodes for a preprocessing; empty if there is a {@linkplain #obstacle reason} why there are none. */
    static Optional<SoundInput> of(Preprocessing preprocessing) {
        if (obstacle(preprocessing).isPresent()) {
            return Optional.empty();
        }
        if (preprocessing instanceof MelWindows windows) {
            return Optional.of(new MelWindowsNodes(windows));
        }
        if (preprocessing instanceof MelStatisticsInput statistics) {
            return Optional.of(new MelStatisticsNodes(statistics));
        }
        if (preprocessing instanceof EmbeddingInput input) {
            return Optional.of(new EmbeddingNodes(Embeddings.get(input.embedding())));
        }
        return Optional.of(new ResizedSpectrogramNodes((ResizedSpectrogram) preprocessing));
    }

    /** Why the sound is not in the file, as the end of a sentence; empty if it is. */
    static Optional<String> obstacle(Preprocessing preprocessing) {
        if (preprocessing instanceof SpectrogramImage || preprocessing instanceof PictureWindows) {
            return Optional.of("ONNX does not draw coloured pictures of spectrograms");
        }
        if (preprocessing instanceof FeatureVectorInput) {
            return Optional.of("tempo and chroma of the 57 values are not computed in ONNX");
        }
        if (preprocessing instanceof JoinedInput) {
            return Optional.of("features of several kinds need the sound at several rates");
        }
        if (preprocessing instanceof ResizedSpectrogram clip && clip.representation() == Representation.CHROMA) {
            return Optional.of("the tuning of a sound, which its pitch classes need, is not computed in ONNX");
        }
        if (preprocessing instanceof MelWindows windows && !Spectra.canPad(windows.stft())) {
            return Optional.of("ONNX has no symmetric padding");
        }
        return Optional.empty();
    }
}
