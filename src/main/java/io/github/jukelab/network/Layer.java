package io.github.jukelab.network;

/**
 * One layer of a network, to be read.
 *
 * @param name what it does, such as {@code convolution} or {@code dropout}
 * @param output the shape of its output, without the example: {@code 16 x 128 x 129}, or {@code 512}
 * @param parameters how many numbers it learns; with the means and variances of batch normalisation
 */
public record Layer(String name, String output, long parameters) {}
