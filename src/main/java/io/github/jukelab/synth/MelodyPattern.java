package io.github.jukelab.synth;

/** How the melodies of the stand-in styles move. */
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
