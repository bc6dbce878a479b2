package io.github.jukelab.dataset;

import java.util.Locale;

/** The subsets of a {@link Split}. */
public enum Subset {
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
