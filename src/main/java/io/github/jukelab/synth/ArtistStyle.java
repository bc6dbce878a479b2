package io.github.jukelab.synth;

import io.github.jukelab.SplitMix64;
import java.util.List;

/**
 * What all songs of a synthetic artist share: instruments, key, mix, reverberation. The distribution is almost the same
 * in every style, so that long-term averages distinguish artists rather than styles.
 *
 * @param chords timbre of the chords
 * @param melody timbre of the melody
 * @param bass timbre of the bass
 * @param key semitones above C, 0 to 11
 * @param register shift of chords and melody in semitones
 * @param levels gains of chords, melody, bass and drums
 * @param tilt slope of the spectrum: gain at the top over gain at the bottom, in decibels
 * @param ceiling where the top is cut, Hz
 * @param floor where the bottom is cut, Hz
 * @param reverb share of reverberation, in [0, 1)
 * @param feedback of the reverberation, in (0, 1): more makes it longer
 * @param loudness root mean square of the mixed song
 * @param hiss level of tape noise under the song, relative to its loudness
 * @param looseness by how much notes start early or late, at most, in seconds
 * @param drumSize factor of the length of the drums and divisor of their pitch, about 1
 */
record ArtistStyle(
        Timbre chords,
        Timbre melody,
        Timbre bass,
        int key,
        int register,
        List<Double> levels,
        double tilt,
        double ceiling,
        double floor,
        double reverb,
        double feedback,
        double loudness,
        double hiss,
        double looseness,
        double drumSize) {

    private static final List<Timbre> ALL = List.of(Timbre.values());

    static ArtistStyle of(Style style, SplitMix64 random) {
        double spread = MusicSynth.ARTIST_SPREAD;
        return new ArtistStyle(
                timbre(style, random),
                timbre(style, random),
                timbre(style, random),
                random.below(12),
                random.below(3) * 5 - 5,
                List.of(
                        gain(random, 5 * spread),
                        gain(random, 5 * spread),
                        gain(random, 6 * spread),
                        gain(random, 8 * spread)),
                random.between(-10, 10) * spread,
                3000 * StrictMath.pow(3.2, random.nextDouble()),
                30 * StrictMath.pow(6, random.nextDouble()),
                random.between(0.03, 0.4),
                random.between(0.65, 0.86),
                0.11 * gain(random, 6 * spread),
                StrictMath.pow(10, random.between(-60, -28) / 20),
                random.between(0, 0.012),
                random.between(0.7, 1.45));
    }

    /** Any timbre, or one of the four that are common in the style; neighbouring styles share three of them. */
    private static Timbre timbre(Style style, SplitMix64 random) {
        int common = style.ordinal() + random.below(4);
        return random.chance(MusicSynth.STYLE_TIMBRES) ? ALL.get(common % ALL.size()) : random.pick(ALL);
    }

    /** A random gain of at most this many decibels up or down. */
    private static double gain(SplitMix64 random, double decibels) {
        return StrictMath.pow(10, random.between(-decibels, decibels) / 20);
    }
}
