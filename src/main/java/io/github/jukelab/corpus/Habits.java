package io.github.jukelab.corpus;

import java.util.List;

/**
 * What an invented artist always does: instruments, key, mix, sound of the room. Drawn almost alike for every style, so
 * that long-term averages tell artists rather than styles.
 *
 * @param chords the instrument of the chords
 * @param melody of the melody
 * @param low of the bass
 * @param key semitones over C, 0 to 11
 * @param register shift of chords and melody in semitones
 * @param levels gains of chords, melody, bass and drums
 * @param tilt slope of the spectrum: gain at the top over gain at the bottom, in decibels
 * @param ceiling where the top is cut, Hz
 * @param floor where the bottom is cut, Hz
 * @param room share of reverberation, in [0, 1)
 * @param echo length of the reverberation: feedback, in (0, 1)
 * @param loudness root mean square of the finished song
 * @param hiss level of tape noise under the song, relative to its loudness
 * @param looseness how late or early notes come, seconds
 * @param drums pitch and length of the drums, about 1
 */
record Habits(
        Timbre chords,
        Timbre melody,
        Timbre low,
        int key,
        int register,
        List<Double> levels,
        double tilt,
        double ceiling,
        double floor,
        double room,
        double echo,
        double loudness,
        double hiss,
        double looseness,
        double drums) {

    private static final List<Timbre> ALL = List.of(Timbre.values());

    static Habits of(Style style, Dice dice) {
        double spread = StandIn.ARTIST_SPREAD;
        return new Habits(
                timbre(style, dice),
                timbre(style, dice),
                timbre(style, dice),
                dice.below(12),
                dice.below(3) * 5 - 5,
                List.of(gain(dice, 5 * spread), gain(dice, 5 * spread), gain(dice, 6 * spread), gain(dice, 8 * spread)),
                dice.between(-10, 10) * spread,
                3000 * StrictMath.pow(3.2, dice.nextDouble()),
                30 * StrictMath.pow(6, dice.nextDouble()),
                dice.between(0.03, 0.4),
                dice.between(0.65, 0.86),
                0.11 * gain(dice, 6 * spread),
                StrictMath.pow(10, dice.between(-60, -28) / 20),
                dice.between(0, 0.012),
                dice.between(0.7, 1.45));
    }

    /** Any instrument, or one of the few that are common in the style; neighbouring styles share most of theirs. */
    private static Timbre timbre(Style style, Dice dice) {
        int common = style.ordinal() + dice.below(4);
        return dice.chance(StandIn.STYLE_TIMBRES) ? ALL.get(common % ALL.size()) : dice.pick(ALL);
    }

    /** A gain of at most so many decibels up or down. */
    private static double gain(Dice dice, double decibels) {
        return StrictMath.pow(10, dice.between(-decibels, decibels) / 20);
    }
}
