package io.github.jukelab.dataset;

import java.util.Locale;

/** The subsets of a {@link Split}. */
public enum Subset {
    /** Used to train the model. */
    TRAIN,
    /** Used to choose the best epoch. */
    VALIDATION,
    /** Used once, for the result. */
    TEST;

    /** In lower case, as in tables. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
