package io.github.jukelab.extraction;

import java.util.Arrays;

/** Which names someone may have meant. */
final class Suggestions {

    private Suggestions() {}

    /** Whether one is part of the other, or a third of the letters or fewer are wrong. */
    static boolean near(String known, String asked) {
        boolean part = asked.length() > 2 && (known.contains(asked) || asked.contains(known));
        return part || edits(known, asked) <= Math.max(1, known.length() / 3);
    }

    /** Letters to put in, take out or change to turn one into the other (Levenshtein, 1966). */
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
