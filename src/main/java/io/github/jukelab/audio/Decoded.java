package io.github.jukelab.audio;

import java.util.List;

/** What a decoder hands to {@link Wave}: mono samples, not yet checked, that nobody else holds. */
record Decoded(float[] samples, int rate, List<String> warnings) {

    @Override
    public String toString() {
        return "Decoded[" + rate + " Hz, " + samples.length + " samples, " + warnings + "]";
    }
}
