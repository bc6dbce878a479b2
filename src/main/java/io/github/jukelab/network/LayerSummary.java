package io.github.jukelab.network;

/**
 * One line of the {@linkplain Architecture#summary summary} of an architecture.
 *
 * @param layer kind and settings in short, such as {@code Conv2D 16, 3 x 3, same, relu}
 * @param settings with Keras' names, such as {@code filters 16, kernel 3 x 3, strides 1, padding same, relu}; empty if it
 *     has none
 * @param output the shape of its output for one example: {@code 16 x 128 x 129}, or {@code 512} for single values
 * @param parameters their number, including the means and variances of batch normalisation
 */
public record LayerSummary(String layer, String settings, String output, long parameters) {

    /**
     * The kind of the layer, as Keras names it.
     *
     * @return such as {@code Conv2D}
     */
    public String kind() {
        return layer.split(" ", 2)[0];
    }
}
