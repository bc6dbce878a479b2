/**
 * Reads any audio file into a {@link io.github.jukelab.audio.Wave}; mixes down, cuts, pads, resamples and augments it;
 * writes wav and MP3.
 *
 * <p>Conventions: samples are {@code float[n]}, mono, in [-1, 1] (a decoder may exceed this slightly), at a whole rate
 * in Hz; times are in seconds. A file's format is detected from its content, never from its name. 16-bit PCM becomes
 * exactly {@code sample / 32768f}; several channels become their mean, summed in float as librosa does.
 *
 * <p>This package itself reads PCM and float in wav, au and aiff; FFmpeg, through its Java binding, reads everything
 * else (mp3, ogg, flac, m4a, a compressed stream inside a wav, ...), aligned to the sample: what an encoder added at
 * start and end is removed. All of them read from an {@link io.github.jukelab.audio.AudioSource}: a file, bytes in
 * memory, or a stream of your own. An unusable file leads to an {@link io.github.jukelab.audio.AudioException} that
 * names the source and the reason; a file that is readable but not quite valid leads to {@link
 * io.github.jukelab.audio.Wave#warnings()}. Runs over many files use a {@link io.github.jukelab.audio.FileBatch}, so that
 * no file ends them.
 *
 * <p>Main types: {@link io.github.jukelab.audio.Wave}, {@link io.github.jukelab.audio.AudioSource},
 * {@link io.github.jukelab.audio.LoadOptions},
 * {@link io.github.jukelab.audio.Resampler}, {@link io.github.jukelab.audio.WaveAugmentations},
 * {@link io.github.jukelab.audio.AudioFiles}, {@link io.github.jukelab.audio.FileBatch}, {@link
 * io.github.jukelab.audio.FileWork}, {@link io.github.jukelab.audio.AudioException}.
 *
 * <p>Sources: Multimedia Programming Interface and Data Specifications 1.0 (RIFF, 1991) with
 * {@code WAVE_FORMAT_EXTENSIBLE}; EBU Tech 3306 (RF64); Audio Interchange File Format AIFF-C (Apple, 1991); librosa
 * 0.11 and soxr for mixing and resampling; J. F. Kaiser, Nonrecursive digital filter design using the I0-sinh window
 * function (1974).
 */
package io.github.jukelab.audio;
