package io.github.jukelab.synth;

import io.github.jukelab.SplitMix64;
import java.util.Locale;

/**
 * The ten synthetic styles and their traits. They differ in texture over time; timbre, loudness and brightness vary
 * from artist to artist and overlap between styles.
 */
enum Style {
    AMBERWALK(
            104,
            148,
            new Traits(
                    DrumPattern.SWING,
                    Comping.BLOCKS,
                    MelodyPattern.CALLS,
                    BassPattern.WALK,
                    ChordVoicing.SEVENTHS,
                    5,
                    0)),
    BROOKSONG(
            84,
            120,
            new Traits(
                    DrumPattern.TRIPLETS,
                    Comping.ARPEGGIO,
                    MelodyPattern.GLIDES,
                    BassPattern.HALVES,
                    ChordVoicing.FOURTHS,
                    4,
                    0)),
    CLATTER(
            96,
            138,
            new Traits(
                    DrumPattern.BROKEN,
                    Comping.ROLL,
                    MelodyPattern.REPEATS,
                    BassPattern.SYNCOPE,
                    ChordVoicing.OCTAVES,
                    0,
                    0)),
    DUSKWAVE(
            72,
            108,
            new Traits(
                    DrumPattern.HALF_TIME,
                    Comping.TREMOLO,
                    MelodyPattern.WAILS,
                    BassPattern.LONG,
                    ChordVoicing.NINTHS,
                    6.5,
                    6)),
    EMBERSTEP(
            108,
            136,
            new Traits(
                    DrumPattern.FOUR_ON_FLOOR,
                    Comping.PULSE,
                    MelodyPattern.RUNS,
                    BassPattern.OCTAVES,
                    ChordVoicing.TRIADS,
                    0,
                    0)),
    FENNELREEL(
            92,
            130,
            new Traits(
                    DrumPattern.MARCH,
                    Comping.STRUM,
                    MelodyPattern.STEPS,
                    BassPattern.BROKEN,
                    ChordVoicing.SIXTHS,
                    0,
                    0)),
    GLIDEPOP(
            88,
            126,
            new Traits(
                    DrumPattern.BACKBEAT,
                    Comping.PAD,
                    MelodyPattern.SWOOPS,
                    BassPattern.SLIDES,
                    ChordVoicing.SEVENTHS,
                    0,
                    2.5)),
    HOLLOWBELL(
            70,
            104,
            new Traits(
                    DrumPattern.TICKS,
                    Comping.SPARSE,
                    MelodyPattern.BELLS,
                    BassPattern.PEDAL,
                    ChordVoicing.SECONDS,
                    0,
                    9)),
    IRONROW(
            110,
            150,
            new Traits(
                    DrumPattern.GALLOP,
                    Comping.CHUG,
                    MelodyPattern.TRILLS,
                    BassPattern.EIGHTHS,
                    ChordVoicing.FIFTHS,
                    7.5,
                    0)),
    JUNIPER(
            78,
            112,
            new Traits(
                    DrumPattern.ONE_DROP,
                    Comping.OFFBEAT,
                    MelodyPattern.LEAPS,
                    BassPattern.DUB,
                    ChordVoicing.TRIADS,
                    3,
                    0));

    private final double minTempo;
    private final double maxTempo;
    private final Traits traits;

    Style(double minTempo, double maxTempo, Traits traits) {
        this.minTempo = minTempo;
        this.maxTempo = maxTempo;
        this.traits = traits;
    }

    Traits traits() {
        return traits;
    }

    /** The label. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A random tempo in the style's range, in beats per minute. */
    double tempo(SplitMix64 random) {
        return random.between(minTempo, maxTempo);
    }

    /** The style before or after this one, at random. */
    Style neighbour(SplitMix64 random) {
        int step = random.chance(0.5) ? 1 : values().length - 1;
        return values()[(ordinal() + step) % values().length];
    }
}
