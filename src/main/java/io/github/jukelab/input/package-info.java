/**
 * From sound to tensors: the input of networks, without any network.
 *
 * <p>Conventions: a tensor is {@code float[channel * height * width]}, channel by channel, row by row; for a
 * spectrogram the shape is [1, bin, frame], lowest bin first, for a coloured picture [3, row from the top, column], for
 * a row of numbers [1, 1, number]. Every {@link io.github.jukelab.input.Example} has an id and the id of the track it
 * was cut from, so that splits can keep tracks together and predictions can be joined to files. It has a label if that
 * is known.
 *
 * <p>Main types: {@link io.github.jukelab.input.Preprocessing} ({@link io.github.jukelab.input.MelWindows}, {@link
 * io.github.jukelab.input.SpectrogramImage}, {@link io.github.jukelab.input.PictureWindows}, {@link io.github.jukelab.input.ResizedSpectrogram}, {@link
 * io.github.jukelab.input.FeatureVectorInput}, {@link io.github.jukelab.input.MelStatisticsInput}, {@link io.github.jukelab.input.EmbeddingInput}), whose settings are saved with a network; {@link
 * io.github.jukelab.input.Examples}; {@link io.github.jukelab.input.StandardScaler}; {@link
 * io.github.jukelab.input.Augmentation} ({@link io.github.jukelab.input.SpecAugment}, {@link
 * io.github.jukelab.input.TimeShift}, {@link io.github.jukelab.input.FlipAndCutout}, {@link
 * io.github.jukelab.input.RandomShearZoomFlip}).
 *
 * <p>Sources: the articles 000 to 004; D. Park et al., <i>SpecAugment</i> (2019).
 */
package io.github.jukelab.input;
