package io.github.jukelab;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds known names similar to an unknown one. */
public final class Suggestions {

    private static final int MOST = 3;

    private Suggestions() {}

    /**
     * The names that may have been meant, as the end of a message: those that contain the unknown one or are contained
     * in it, and those of which at most a third of the letters differ. Capital letters do not matter.
     *
     * @param known all names
     * @param unknown the name that is not among them
     * @return at most three, the most similar first, such as {@code ; similar: mfcc, mfcc_delta}; empty if none is
     */
    public static String text(Collection<String> known, String unknown) {
        List<String> similar = known.stream()
                .filter(name -> isSimilar(lower(name), lower(unknown)))
                .sorted(Comparator.comparingInt(name -> edits(lower(name), lower(unknown))))
                .limit(MOST)
                .toList();
        return similar.isEmpty() ? "" : "; similar: " + String.join(", ", similar);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static boolean isSimilar(String known, String unknown) {
        boolean part = unknown.length() > 2 && (known.contains(unknown) || unknown.contains(known));
        return part || edits(known, unknown) <= Math.max(1, known.length() / 3);
    }

    /** The number of letters to insert, delete or change to turn one into the other (Levenshtein, 1966). */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j - 1], row[j]));
            }
        }
        return row[b.length()];
    }
}
