package io.github.jukelab.synth;

/** How the synthetic styles play a chord: its rhythm. */
enum Comping {
    BLOCKS,
    ARPEGGIO,
    ROLL,
    TREMOLO,
    PULSE,
    STRUM,
    PAD,
    SPARSE,
    CHUG,
    OFFBEAT
}
