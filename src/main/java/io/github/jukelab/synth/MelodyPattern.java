package io.github.jukelab.synth;

/** Melody patterns of the synthetic styles. */
enum MelodyPattern {
    CALLS,
    GLIDES,
    REPEATS,
    WAILS,
    RUNS,
    STEPS,
    SWOOPS,
    BELLS,
    TRILLS,
    LEAPS
}
