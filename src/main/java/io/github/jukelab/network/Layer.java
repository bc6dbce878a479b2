package io.github.jukelab.network;

/**
 * A description of one layer of a network.
 *
 * @param name its kind, such as {@code convolution} or {@code dropout}
 * @param output the shape of its output, without the example dimension: {@code 16 x 128 x 129}, or {@code 512}
 * @param parameters their number, including the means and variances of batch normalisation
 */
public record Layer(String name, String output, long parameters) {}
