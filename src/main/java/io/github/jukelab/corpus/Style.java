package io.github.jukelab.corpus;

import java.util.Locale;

/**
 * The ten invented styles: a row of habits each. What tells them apart is texture in time; timbre, loudness and
 * brightness belong to the artists and overlap.
 */
enum Style {
    AMBERWALK(104, 148, Beat.SWING, Comping.BLOCKS, Lead.CALLS, Bass.WALK, Harmony.SEVENTHS, 5, 0),
    BROOKSONG(84, 120, Beat.TRIPLETS, Comping.ARPEGGIO, Lead.GLIDES, Bass.HALVES, Harmony.FOURTHS, 4, 0),
    CLATTER(96, 138, Beat.BROKEN, Comping.ROLL, Lead.REPEATS, Bass.SYNCOPE, Harmony.OCTAVES, 0, 0),
    DUSKWAVE(72, 108, Beat.HALF_TIME, Comping.TREMOLO, Lead.WAILS, Bass.LONG, Harmony.NINTHS, 6.5, 6),
    EMBERSTEP(108, 136, Beat.FOUR_ON_FLOOR, Comping.PULSE, Lead.RUNS, Bass.OCTAVES, Harmony.TRIADS, 0, 0),
    FENNELREEL(92, 130, Beat.MARCH, Comping.STRUM, Lead.STEPS, Bass.BROKEN, Harmony.SIXTHS, 0, 0),
    GLIDEPOP(88, 126, Beat.BACKBEAT, Comping.PAD, Lead.SWOOPS, Bass.SLIDES, Harmony.SEVENTHS, 0, 2.5),
    HOLLOWBELL(70, 104, Beat.TICKS, Comping.SPARSE, Lead.BELLS, Bass.PEDAL, Harmony.SECONDS, 0, 9),
    IRONROW(110, 150, Beat.GALLOP, Comping.CHUG, Lead.TRILLS, Bass.EIGHTHS, Harmony.FIFTHS, 7.5, 0),
    JUNIPER(78, 112, Beat.ONE_DROP, Comping.OFFBEAT, Lead.LEAPS, Bass.DUB, Harmony.TRIADS, 3, 0);

    private final double slowest;
    private final double fastest;
    final Beat beat;
    final Comping comping;
    final Lead lead;
    final Bass bass;
    final Harmony harmony;
    /** Hz; 0 for none. */
    final double vibrato;
    /** Hz; 0 for none. */
    final double tremolo;

    Style(
            double slowest,
            double fastest,
            Beat beat,
            Comping comping,
            Lead lead,
            Bass bass,
            Harmony harmony,
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
    double tempo(Dice dice) {
        return dice.between(slowest, fastest);
    }

    /** The style before or after this one. */
    Style neighbour(Dice dice) {
        int away = dice.chance(0.5) ? 1 : values().length - 1;
        return values()[(ordinal() + away) % values().length];
    }
}
