package io.github.jukelab.dataset;

import io.github.jukelab.PathText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How your own recordings lie in a folder, and which label each has because of that. Paths are relative to the folder.
 */
enum FolderLayout {
    /** {@code train/cat/1.wav}: folders named after subsets, with a folder per class in each. */
    CLASSES_IN_SUBSETS("folders train and test with a folder per class in each", 0),
    /** {@code cat/train/1.wav}: the other way round. */
    SUBSETS_IN_CLASSES("a folder per class with folders train and test in each", 1),
    /** {@code cat/1.wav} or, with groups such as sessions, {@code cat/monday/1.wav}. */
    CLASSES("a folder per class", -1),
    /** {@code cat.00001.wav}: the label is a part of every name; there are several, or names as in GTZAN. */
    LABELS_IN_NAMES("one folder with labels in the names", -1) {
        @Override
        Optional<String> label(Path file) {
            Matcher matcher = NUMBERED.matcher(PathText.of(file));
            return matcher.matches() ? Optional.of(PathText.label(matcher.group(1))) : Optional.empty();
        }
    },
    /** Recordings without labels. */
    NO_LABELS("recordings without a folder per class", -1) {
        @Override
        Optional<String> label(Path file) {
            return Optional.empty();
        }
    };

    private static final Pattern NUMBERED = Pattern.compile("(\\p{L}[^./]*)\\.\\d{5}\\.[^./]+");
    private static final Map<String, Subset> SUBSETS = Map.of(
            "train", Subset.TRAIN,
            "training", Subset.TRAIN,
            "val", Subset.VALIDATION,
            "valid", Subset.VALIDATION,
            "validation", Subset.VALIDATION,
            "test", Subset.TEST,
            "testing", Subset.TEST);

    private final String description;
    private final int subsetLevel;

    FolderLayout(String description, int subsetLevel) {
        this.description = description;
        this.subsetLevel = subsetLevel;
    }

    /**
     * The layout of some recordings. A few recordings beside the folders of classes are passed over; if they are the
     * most, or there is only one folder beside them, the folders are no classes.
     */
    static FolderLayout of(List<Path> recordings) {
        List<Path> inFolders =
                recordings.stream().filter(file -> file.getNameCount() > 1).toList();
        if (inFolders.isEmpty()) {
            return labelsInNames(recordings) ? LABELS_IN_NAMES : NO_LABELS;
        }
        if (inFolders.stream().allMatch(file -> isSubset(file, 0))) {
            return inFolders.stream().anyMatch(file -> file.getNameCount() > 2) ? CLASSES_IN_SUBSETS : NO_LABELS;
        }
        if (inFolders.stream().allMatch(file -> file.getNameCount() > 2 && isSubset(file, 1))) {
            return SUBSETS_IN_CLASSES;
        }
        int loose = recordings.size() - inFolders.size();
        long folders =
                inFolders.stream().map(file -> file.getName(0)).distinct().count();
        return loose == 0 || folders > 1 && loose <= inFolders.size() ? CLASSES : NO_LABELS;
    }

    /** The only folder, if it has several folders and no recordings beside them, and is not named after a subset. */
    static Optional<Path> inner(List<Path> recordings) {
        Set<Path> outer = recordings.stream().map(file -> file.getName(0)).collect(Collectors.toSet());
        boolean nested = recordings.stream().allMatch(file -> file.getNameCount() > 2);
        if (outer.size() != 1 || !nested || isSubset(recordings.get(0), 0)) {
            return Optional.empty();
        }
        boolean several =
                recordings.stream().map(file -> file.getName(1)).distinct().count() > 1;
        return several ? Optional.of(outer.iterator().next()) : Optional.empty();
    }

    private static boolean labelsInNames(List<Path> recordings) {
        Set<Optional<String>> labels =
                recordings.stream().map(LABELS_IN_NAMES::label).collect(Collectors.toSet());
        boolean several = labels.size() > 1 && !labels.contains(Optional.<String>empty());
        return several || recordings.stream().allMatch(FolderLayout::isNamedAsInGtzan);
    }

    private static boolean isNamedAsInGtzan(Path file) {
        return Gtzan.INFO.tracks().containsKey(PathText.withoutExtension(PathText.of(file)));
    }

    private static boolean isSubset(Path file, int level) {
        return subset(file, level).isPresent();
    }

    private static Optional<Subset> subset(Path file, int level) {
        return Optional.ofNullable(SUBSETS.get(file.getName(level).toString().toLowerCase(Locale.ROOT)));
    }

    /** The label of a recording; empty if it lies beside the folders of the classes. */
    Optional<String> label(Path file) {
        List<String> names = names(file);
        return names.size() < 2 ? Optional.empty() : Optional.of(PathText.label(names.get(0)));
    }

    /** The folder within the class's folder, such as a session; empty if the recording lies directly in the latter. */
    Optional<String> group(Path file) {
        List<String> names = names(file);
        return names.size() < 3 || label(file).isEmpty() ? Optional.empty() : Optional.of(names.get(1));
    }

    /** The subset that a folder is named after. */
    Optional<Subset> subset(Path file) {
        return subsetLevel < 0 || file.getNameCount() <= subsetLevel + 1 ? Optional.empty() : subset(file, subsetLevel);
    }

    /** The names of a path without that of a subset. */
    private List<String> names(Path file) {
        List<String> names = new ArrayList<>();
        file.forEach(name -> names.add(PathText.of(name)));
        if (subsetLevel >= 0 && subsetLevel < names.size() - 1) {
            names.remove(subsetLevel);
        }
        return names;
    }

    /** In words, with the number of groups within the classes. */
    String description(List<Path> recordings) {
        Set<String> groups = new TreeSet<>();
        recordings.forEach(file -> group(file).ifPresent(groups::add));
        return switch (groups.size()) {
            case 0 -> description;
            case 1 -> description + ", recordings in 1 group";
            default -> description + ", recordings in " + groups.size() + " groups";
        };
    }
}
