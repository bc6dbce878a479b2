package io.github.jukelab.synth;

/** Bass lines of the synthetic styles: which of a bar's sixteen steps sound, for how many beats, and which tones. */
enum BassPattern {
    WALK("x...x...x...x...", 0.9, 0, 4, 7, 9),
    HALVES("x.......x.......", 1.6, 0, 7),
    SYNCOPE("x..x..x.x..x..x.", 0.4, 0, 0, 12),
    LONG("x...............", 3.8, 0),
    OCTAVES("x.x.x.x.x.x.x.x.", 0.4, 0, 12),
    BROKEN("x...x.x.x...x.x.", 0.5, 0, 7, 12, 7),
    SLIDES("x.......x.......", 1.8, 0, 5),
    PEDAL("x...............", 4.1, -12),
    EIGHTHS("x.x.x.x.x.x.x.x.", 0.45, 0),
    DUB("x..x......x.....", 0.8, 0, 7, 0);

    private final String steps;
    private final double beats;
    private final int[] tones;

    BassPattern(String steps, double beats, int... tones) {
        this.steps = steps;
        this.beats = beats;
        this.tones = tones;
    }

    boolean sounds(int step) {
        return steps.charAt(step) == 'x';
    }

    /** The length of a tone in beats. */
    double beats() {
        return beats;
    }

    /** Semitones above the root of the tone at an index, which starts again at the end of the list. */
    int tone(int index) {
        return tones[index % tones.length];
    }
}
