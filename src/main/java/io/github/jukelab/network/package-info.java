/**
 * Tensors, architectures, training, saved networks, and the native backend: the only room that uses DL4J.
 *
 * <p>Conventions: a tensor is float32 of shape [example, channel, height, width]; for a spectrogram that is [example,
 * 1, bin, frame], lowest bin first, for a coloured picture [example, 3, row from the top, column], for a row of numbers
 * [example, 1, 1, number]. Labels are indexes into the network's list of labels. Every example has its id and the id
 * of the track it was cut from, so that splits can keep tracks together and predictions can be joined to files. The
 * preprocessing ({@link io.github.jukelab.input.Preprocessing}: windows of mel spectrograms, small pictures, rows of
 * features) belongs to the network and is saved with it.
 *
 * <p>The steps: {@link io.github.jukelab.input.Examples} → {@link io.github.jukelab.network.Architectures} →
 * {@link io.github.jukelab.network.Network} → {@link io.github.jukelab.network.Training} → a history of epochs, and
 * predictions. {@link io.github.jukelab.network.Backend} loads the native library once, with the right settings.
 *
 * <p>Same seed, same data, same machine and same number of threads give the same weights, bit by bit. Small
 * networks, such as the dense one, take one thread, which is faster for them.
 *
 * <p>Sources: the five-block network, its windows, augmentation and learning rates are those of <a
 * href="https://github.com/Hguimaraes/gtzan.keras">Hguimaraes/gtzan.keras</a>, notebook 1.1; the dense one is that of
 * the article on the feature table (A. Chowdhry, "Music Genre Classification Using CNN", 2021).
 */
package io.github.jukelab.network;
