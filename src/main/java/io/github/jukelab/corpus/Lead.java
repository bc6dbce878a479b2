package io.github.jukelab.corpus;

/** How the melodies of the stand-in styles move. */
enum Lead {
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
