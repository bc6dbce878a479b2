package io.github.jukelab.corpus;

import java.nio.file.Path;
import java.util.List;

/**
 * What an import did.
 *
 * @param folder where the songs are now
 * @param added songs brought in
 * @param same songs that were there already, byte for byte
 * @param ignored files that are no songs of the data set
 * @param findings what was left out or is odd, in the order met
 */
public record Imported(Path folder, int added, int same, int ignored, List<Finding> findings) {

    /**
     * Copies the list.
     *
     * @param folder where the songs are now
     * @param added songs brought in
     * @param same songs that were there already
     * @param ignored files that are no songs
     * @param findings what was left out or is odd
     */
    public Imported {
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        return "Imported[" + added + " songs added, " + same + " there already, " + ignored + " other files ignored, "
                + findings.size() + " findings, in " + folder + "]";
    }
}
