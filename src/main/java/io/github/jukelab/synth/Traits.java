package io.github.jukelab.synth;

/**
 * What makes a style or a song, apart from its tempo.
 *
 * @param drums drum pattern
 * @param comping rhythm of the chords
 * @param melody melody pattern
 * @param bass bass line
 * @param voicing chord voicing
 * @param vibrato rate in Hz; 0 for none
 * @param tremolo rate in Hz; 0 for none
 */
record Traits(
        DrumPattern drums,
        Comping comping,
        MelodyPattern melody,
        BassPattern bass,
        ChordVoicing voicing,
        double vibrato,
        double tremolo) {}
