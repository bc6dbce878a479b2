package io.github.jukelab.synth;

/** Chord voicings of the synthetic styles: semitones above the root. */
enum ChordVoicing {
    SEVENTHS(0, 4, 10, 14),
    FOURTHS(0, 5, 10, 15),
    OCTAVES(0, 12, 19, 24),
    NINTHS(0, 3, 7, 14),
    TRIADS(0, 4, 7, 12),
    SIXTHS(0, 4, 9, 16),
    SECONDS(0, 2, 6, 13),
    FIFTHS(0, 7, 12, 19);

    private final int[] tones;

    ChordVoicing(int... tones) {
        this.tones = tones;
    }

    /** Tones per chord. */
    int size() {
        return tones.length;
    }

    int tone(int index) {
        return tones[index % tones.length];
    }
}
