package io.github.jukelab.dataset;

/**
 * One thing that is wrong with one file.
 *
 * @param file relative to the data set's folder, such as {@code jazz/jazz.00054.wav}
 * @param track its id, or the file's name if it is no track
 * @param fault what is wrong
 * @param detail for a person: the number found and the number expected, or the twin
 */
public record Finding(String file, String track, Fault fault, String detail) {}
