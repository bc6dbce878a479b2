package io.github.jukelab.cli;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Old names of commands and options: for one release, the error message gives the new name. */
final class Renamed {

    private static final Map<String, String> NAMES = Map.of(
            "features", "table",
            "feature", "extract",
            "--piece", "--segment",
            "--hop", "--hop-length",
            "--mels", "--n-mels",
            "--mfcc", "--n-mfcc",
            "--padding", "--pad-mode",
            "--again", "--rerun");

    private Renamed() {}

    /** The message for the first argument that was renamed, if any was. */
    static Optional<String> message(Collection<String> unmatched) {
        return unmatched.stream()
                .map(argument -> argument.replaceFirst("=.*", ""))
                .filter(NAMES::containsKey)
                .map(argument -> "'" + argument + "' is now '" + NAMES.get(argument) + "'")
                .findFirst();
    }
}
