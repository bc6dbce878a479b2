package io.github.jukelab.check;

/**
 * The same sound in two files.
 *
 * @param first index of a file
 * @param second index of a later file
 * @param offset how many frames later it is in the second file
 * @param share of the landmarks where both files have sound that are in both, from 0 to 1
 */
record Match(int first, int second, int offset, double share) {}
