package io.github.jukelab.dataset;

import java.nio.file.Path;
import java.util.List;

/**
 * What an import did.
 *
 * @param folder where the tracks are now
 * @param added tracks brought in
 * @param same tracks that were there already, byte for byte
 * @param ignored files that are neither tracks of the data set nor its feature tables
 * @param tables the names of the feature tables that are in the folder now
 * @param findings what was left out or is odd, in the order met
 */
public record ImportReport(Path folder, int added, int same, int ignored, List<String> tables, List<Finding> findings) {

    /**
     * Copies the lists.
     *
     * @param folder where the tracks are now
     * @param added tracks brought in
     * @param same tracks that were there already
     * @param ignored other files
     * @param tables the names of feature tables
     * @param findings what was left out or is odd
     */
    public ImportReport {
        tables = List.copyOf(tables);
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        return "ImportReport[" + added + " tracks added, " + same + " there already, "
                + (tables.isEmpty() ? "" : String.join(" and ", tables) + ", ") + ignored + " other files ignored, "
                + findings.size() + " findings, in " + folder + "]";
    }
}
