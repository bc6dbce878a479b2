package io.github.jukelab.synth;

/** What the stand-in styles do with a chord. */
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
