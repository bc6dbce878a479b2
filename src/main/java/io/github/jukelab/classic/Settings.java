package io.github.jukelab.classic;

/** Classifiers' settings as text. */
final class Settings {

    private Settings() {}

    /** A number as text: 10 rather than 10.0. */
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
