package io.github.jukelab.codec;

import java.util.List;

/**
 * What was decoded of a source.
 *
 * @param samples mono, shape [n], not checked to be finite; the array is not shared with other objects
 * @param rate in Hz
 * @param warnings about the source, one line each
 */
public record Decoded(float[] samples, int rate, List<String> warnings) {

    /**
     * Copies the warnings.
     *
     * @param samples mono, not copied
     * @param rate in Hz
     * @param warnings about the source
     */
    public Decoded {
        warnings = List.copyOf(warnings);
    }

    @Override
    public String toString() {
        return "Decoded[" + rate + " Hz, " + samples.length + " samples, " + warnings + "]";
    }
}
