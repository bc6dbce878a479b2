package io.github.jukelab.table;

import io.github.jukelab.audio.Wave;

/**
 * How a song is cut as the published table of pieces of three seconds was: with {@code P = round(seconds * rate)}, piece
 * k begins at sample {@code k P}, has {@code P - 1} samples (66149), and is there if the song goes on beyond sample
 * {@code (k + 1) P}. So a song of 661500 samples, 30 s to the sample, has nine.
 */
record Pieces(int step) {

    static Pieces of(double seconds, int rate) {
        return new Pieces(Math.toIntExact(Math.round(seconds * rate)));
    }

    int count(Wave wave) {
        return (wave.length() - 1) / step;
    }

    Wave piece(Wave wave, int k) {
        return wave.slice(k * step, (k + 1) * step - 1);
    }
}
