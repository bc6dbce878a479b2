package io.github.jukelab.audio;

import java.util.List;

/** The output of a decoder: mono samples, not yet checked. The array is not shared with other objects. */
record Decoded(float[] samples, int rate, List<String> warnings) {

    @Override
    public String toString() {
        return "Decoded[" + rate + " Hz, " + samples.length + " samples, " + warnings + "]";
    }
}
