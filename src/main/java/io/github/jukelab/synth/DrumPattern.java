package io.github.jukelab.synth;

/** Drum patterns of the synthetic styles: one character per step, sixteen steps per bar, or twelve for triplets. */
enum DrumPattern {
    SWING("x.....x.....", "...x.....x..", "x..x.xx..x.x"),
    TRIPLETS("x...........", "......x.....", "xxxxxxxxxxxx"),
    BROKEN("x..x..x..xx.x..x", "..x.x.xx..x.x.xx", "x.xxx.xxx.xxx.xx"),
    HALF_TIME("x...............", "........x.......", "x.......x......."),
    FOUR_ON_FLOOR("x...x...x...x...", "............x...", "..x...x...x...x."),
    MARCH("x.......x.......", "....xx.x....xxxx", "x...x...x...x..."),
    BACKBEAT("x.....x.x.......", "....x.......x...", "x.x.x.x.x.x.x.x."),
    TICKS("................", "..........x.....", "x.....x....x...."),
    GALLOP("x.xxx.xxx.xxx.xx", "....x.......x...", "x...x...x...x..."),
    ONE_DROP("........x.......", "........x.......", "..x...x...x..xx.");

    private final String kick;
    private final String snare;
    private final String hat;

    DrumPattern(String kick, String snare, String hat) {
        this.kick = kick;
        this.snare = snare;
        this.hat = hat;
    }

    /** Steps per bar. */
    int steps() {
        return kick.length();
    }

    boolean kick(int step) {
        return kick.charAt(step) == 'x';
    }

    boolean snare(int step) {
        return snare.charAt(step) == 'x';
    }

    boolean hat(int step) {
        return hat.charAt(step) == 'x';
    }
}
