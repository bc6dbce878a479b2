package io.github.jukelab.embedding;

import io.github.jukelab.Require;

/**
 * Which embedding a model was trained on. The weights themselves are not in the model, but in a file of this machine.
 *
 * @param name such as {@code musicnn-msd}
 * @param checksum of the weights, see {@link Weights#checksum}
 * @param values how many values a sound has
 */
public record EmbeddingId(String name, String checksum, int values) {

    private static final int SHORT = 8;

    /**
     * Checks the values.
     *
     * @param name lower-case letters, digits and hyphens, because it is the name of a file
     * @param checksum hexadecimal digits
     * @param values at least 1
     * @throws IllegalArgumentException if one is not allowed
     */
    public EmbeddingId {
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "the name of an embedding must have lower-case letters, digits and hyphens, got " + name);
        }
        if (!checksum.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "the checksum of an embedding must have 64 hexadecimal digits, got " + checksum);
        }
        Require.atLeast("values", 1, values);
    }

    @Override
    public String toString() {
        return name + ", " + values + " values, weights " + checksum.substring(0, SHORT);
    }
}
