package io.github.jukelab.classic;

import io.github.jukelab.input.ClassWeight;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Classifiers' settings as text, and checks of fitted ones that a file may bring. */
final class Settings {

    private static final MathContext DIGITS = new MathContext(4);

    private Settings() {}

    /** A number as text: 10 rather than 10.0, and four digits of a fraction. */
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6
                ? Long.toString((long) value)
                : BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toString();
    }

    /** Nothing if all training vectors count the same. */
    static String text(Optional<ClassWeight> classWeight) {
        return classWeight.map(weight -> ", " + weight + " class weights").orElse("");
    }

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
