package io.github.jukelab.corpus;

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
