package io.github.jukelab.corpus;

import java.util.Locale;

/** The sides of a {@link Split}. */
public enum Side {
    /** What the network learns from. */
    TRAIN,
    /** What decides when to stop and which epoch to keep. */
    VALIDATION,
    /** What gives the figure; looked at once. */
    TEST;

    /** In small letters, as in tables. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
