package io.github.jukelab.dataset;

/**
 * One problem with one file.
 *
 * @param file relative to the data set's folder, such as {@code jazz/jazz.00054.wav}
 * @param track its id, or the file's name if it is not a track
 * @param fault what is wrong
 * @param detail a short text to show: the value found and the value expected, or the track with the same samples
 */
public record Finding(String file, String track, Fault fault, String detail) {

    /** In words: {@code BROKEN jazz/jazz.00054.wav: the file is empty (0 bytes)}. */
    @Override
    public String toString() {
        return fault + " " + file + ": " + detail;
    }
}
