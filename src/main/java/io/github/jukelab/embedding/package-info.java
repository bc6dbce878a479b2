/**
 * What a network that was trained on other music makes of a sound: a row of a few hundred values, its embedding, on which
 * a simple model learns from few recordings.
 *
 * <p>The network is musicnn (Pons and Serra, 2019), trained to give tags to songs of the Million Song Dataset. Its weights
 * are in no file of Jukelab: {@code make embeddings} reads them from the package that its authors published ({@link
 * io.github.jukelab.embedding.MusicnnPackage}) and writes an ONNX file, which {@link
 * io.github.jukelab.embedding.Embedding#read} reads. It is computed here, by matrix products of OpenBLAS.
 *
 * <p>Conventions: an image is an array of frames, each with one value per band; a patch is an image of 187 frames of 96
 * bands, 3 s of sound. Weights are in the order of TensorFlow: height, width, channels, filters.
 *
 * <p>Main types: {@link io.github.jukelab.embedding.Embedding}, {@link io.github.jukelab.embedding.EmbeddingFeatures}.
 *
 * <p>Sources: <a href="https://arxiv.org/abs/1909.06654">musicnn: pre-trained convolutional neural networks for music
 * audio tagging</a>; <a href="https://github.com/jordipons/musicnn">its code</a>.
 */
package io.github.jukelab.embedding;
