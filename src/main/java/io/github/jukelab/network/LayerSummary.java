package io.github.jukelab.network;

/**
 * One line of the {@linkplain Architecture#summary summary} of an architecture.
 *
 * @param layer kind and settings, such as {@code Conv2D 16, 3 x 3, same, relu}
 * @param output the shape of its output for one example: {@code 16 x 128 x 129}, or {@code 512} for single values
 * @param parameters their number, including the means and variances of batch normalisation
 */
public record LayerSummary(String layer, String output, long parameters) {}
