package io.github.jukelab.cli;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Commands and options of before: for one release they are answered with their new names. */
final class Renamed {

    private static final Map<String, String> NAMES = Map.of(
            "features", "table",
            "feature", "extract",
            "--piece", "--segment",
            "--hop", "--hop-length",
            "--mels", "--n-mels",
            "--mfcc", "--n-mfcc",
            "--again", "--rerun");

    private Renamed() {}

    /** What to say of the first argument that has another name now. */
    static Optional<String> answer(Collection<String> unmatched) {
        return unmatched.stream()
                .map(argument -> argument.replaceFirst("=.*", ""))
                .filter(NAMES::containsKey)
                .map(argument -> "'" + argument + "' is now '" + NAMES.get(argument) + "'")
                .findFirst();
    }
}
