/**
 * Sound files to samples and back: reads any of them, in part or in whole, block by block or at once; writes wav and
 * MP3.
 *
 * <p>A file's format is detected from its content, never from its name. This package itself reads PCM, float, A-law and
 * mu-law in wav, w64, au, aiff and caf; FFmpeg, through its Java binding, reads everything else (mp3, ogg, flac, m4a, a
 * compressed stream inside a wav, ...), aligned to the sample: what an encoder added at start and end is removed. Where
 * a file contradicts itself, the more trustworthy field decides, and a warning says so; {@code docs/reliability.md}
 * lists the rules.
 *
 * <p>All readers read from an {@link io.github.jukelab.codec.AudioSource}: a file, bytes in memory, or a stream of your
 * own. An unusable one leads to an {@link io.github.jukelab.codec.AudioException} that names the source and the reason.
 * Most code needs no more of this package than these two and {@link io.github.jukelab.codec.LoadOptions}; it reads with
 * {@code Wave.read} or {@code Recording.of} of the room {@code audio}.
 *
 * <p>Sources: Multimedia Programming Interface and Data Specifications 1.0 (RIFF, 1991) with
 * {@code WAVE_FORMAT_EXTENSIBLE}; EBU Tech 3306 (RF64); Audio Interchange File Format AIFF-C (Apple, 1991); Apple Core
 * Audio Format Specification 1.0; RFC 3533 (Ogg), RFC 8794 (EBML); ITU-T G.711; ID3v2.4 and APEv2.
 */
package io.github.jukelab.codec;
