package io.github.jukelab.synth;

import io.github.jukelab.SplitMix64;
import java.util.Locale;

/**
 * The ten invented styles: a row of habits each. What tells them apart is texture in time; timbre, loudness and
 * brightness belong to the artists and overlap.
 */
enum Style {
    AMBERWALK(
            104,
            148,
            DrumPattern.SWING,
            Comping.BLOCKS,
            MelodyPattern.CALLS,
            BassPattern.WALK,
            ChordVoicing.SEVENTHS,
            5,
            0),
    BROOKSONG(
            84,
            120,
            DrumPattern.TRIPLETS,
            Comping.ARPEGGIO,
            MelodyPattern.GLIDES,
            BassPattern.HALVES,
            ChordVoicing.FOURTHS,
            4,
            0),
    CLATTER(
            96,
            138,
            DrumPattern.BROKEN,
            Comping.ROLL,
            MelodyPattern.REPEATS,
            BassPattern.SYNCOPE,
            ChordVoicing.OCTAVES,
            0,
            0),
    DUSKWAVE(
            72,
            108,
            DrumPattern.HALF_TIME,
            Comping.TREMOLO,
            MelodyPattern.WAILS,
            BassPattern.LONG,
            ChordVoicing.NINTHS,
            6.5,
            6),
    EMBERSTEP(
            108,
            136,
            DrumPattern.FOUR_ON_FLOOR,
            Comping.PULSE,
            MelodyPattern.RUNS,
            BassPattern.OCTAVES,
            ChordVoicing.TRIADS,
            0,
            0),
    FENNELREEL(
            92,
            130,
            DrumPattern.MARCH,
            Comping.STRUM,
            MelodyPattern.STEPS,
            BassPattern.BROKEN,
            ChordVoicing.SIXTHS,
            0,
            0),
    GLIDEPOP(
            88,
            126,
            DrumPattern.BACKBEAT,
            Comping.PAD,
            MelodyPattern.SWOOPS,
            BassPattern.SLIDES,
            ChordVoicing.SEVENTHS,
            0,
            2.5),
    HOLLOWBELL(
            70,
            104,
            DrumPattern.TICKS,
            Comping.SPARSE,
            MelodyPattern.BELLS,
            BassPattern.PEDAL,
            ChordVoicing.SECONDS,
            0,
            9),
    IRONROW(
            110,
            150,
            DrumPattern.GALLOP,
            Comping.CHUG,
            MelodyPattern.TRILLS,
            BassPattern.EIGHTHS,
            ChordVoicing.FIFTHS,
            7.5,
            0),
    JUNIPER(
            78,
            112,
            DrumPattern.ONE_DROP,
            Comping.OFFBEAT,
            MelodyPattern.LEAPS,
            BassPattern.DUB,
            ChordVoicing.TRIADS,
            3,
            0);

    private final double slowest;
    private final double fastest;
    final DrumPattern beat;
    final Comping comping;
    final MelodyPattern lead;
    final BassPattern bass;
    final ChordVoicing harmony;
    /** Hz; 0 for none. */
    final double vibrato;
    /** Hz; 0 for none. */
    final double tremolo;

    Style(
            double slowest,
            double fastest,
            DrumPattern beat,
            Comping comping,
            MelodyPattern lead,
            BassPattern bass,
            ChordVoicing harmony,
            double vibrato,
            double tremolo) {
        this.slowest = slowest;
        this.fastest = fastest;
        this.beat = beat;
        this.comping = comping;
        this.lead = lead;
        this.bass = bass;
        this.harmony = harmony;
        this.vibrato = vibrato;
        this.tremolo = tremolo;
    }

    /** The label. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Beats a minute, anywhere in the style's range. */
    double tempo(SplitMix64 random) {
        return random.between(slowest, fastest);
    }

    /** The style before or after this one. */
    Style neighbour(SplitMix64 random) {
        int away = random.chance(0.5) ? 1 : values().length - 1;
        return values()[(ordinal() + away) % values().length];
    }
}
