/**
 * Sounds: a {@link io.github.jukelab.audio.Wave} is held in memory, a {@link io.github.jukelab.audio.Recording} of any
 * length is read block by block. Mixes down, cuts, pads, resamples and augments them.
 *
 * <p>Conventions: samples are {@code float[n]}, mono, in [-1, 1] (a decoder may exceed this slightly), at a whole rate
 * in Hz; times are in seconds. Files are read by the room {@code codec}; 16-bit PCM becomes exactly
 * {@code sample / 32768f}, several channels become their mean, summed in float as librosa does. A file that is readable
 * but not quite valid leads to {@link io.github.jukelab.audio.Wave#warnings()}. Runs over many files use a
 * {@link io.github.jukelab.audio.FileBatch}, so that no file ends them.
 *
 * <p>Main types: {@link io.github.jukelab.audio.Wave}, {@link io.github.jukelab.audio.Recording},
 * {@link io.github.jukelab.audio.Resampler}, {@link io.github.jukelab.audio.WaveAugmentations},
 * {@link io.github.jukelab.audio.AudioFiles}, {@link io.github.jukelab.audio.FileBatch},
 * {@link io.github.jukelab.audio.FileWork}.
 *
 * <p>Sources: librosa 0.11 and soxr for mixing and resampling; J. F. Kaiser, Nonrecursive digital filter design using
 * the I0-sinh window function (1974).
 */
package io.github.jukelab.audio;
