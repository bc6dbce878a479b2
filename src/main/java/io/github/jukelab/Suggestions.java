package io.github.jukelab.extraction;

import java.util.Arrays;

/** Finds known names similar to an unknown one. */
final class Suggestions {

    private Suggestions() {}

    /** Whether one contains the other, or at most a third of the letters differ. */
    static boolean isSimilar(String known, String unknown) {
        boolean part = unknown.length() > 2 && (known.contains(unknown) || unknown.contains(known));
        return part || edits(known, unknown) <= Math.max(1, known.length() / 3);
    }

    /** The number of letters to insert, delete or change to turn one into the other (Levenshtein, 1966). */
    static int edits(String a, String b) {
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
