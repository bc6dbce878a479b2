package io.github.jukelab.recipe;

import java.util.Locale;

/** Whether a recipe has the faults of its article. */
public enum Variant {
    /** With the article's faults, which its reported accuracy depends on. */
    AS_PRINTED,
    /** The same idea without the faults. */
    REPAIRED;

    boolean isAsPrinted() {
        return this == AS_PRINTED;
    }

    /** As text: {@code as printed} or {@code repaired}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
