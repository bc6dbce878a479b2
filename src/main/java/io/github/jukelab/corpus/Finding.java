package io.github.jukelab.corpus;

/**
 * One thing that is wrong with one file.
 *
 * @param file relative to the corpus' folder, such as {@code jazz/jazz.00054.wav}
 * @param song its id, or the file's name if it is no song
 * @param fault what is wrong
 * @param detail for a person: the number found and the number expected, or the twin
 */
public record Finding(String file, String song, Fault fault, String detail) {}
