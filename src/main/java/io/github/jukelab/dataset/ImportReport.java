package io.github.jukelab.dataset;

import java.nio.file.Path;
import java.util.List;

/**
 * What an import did.
 *
 * @param folder where the tracks are now
 * @param added tracks imported
 * @param same tracks that already existed with the same bytes
 * @param ignored files that are neither tracks of the data set nor its feature tables
 * @param tables names of the imported feature tables, existing identical ones included
 * @param findings skipped and faulty files, in the order of the import
 */
public record ImportReport(Path folder, int added, int same, int ignored, List<String> tables, List<Finding> findings) {

    /**
     * Copies the lists.
     *
     * @param folder where the tracks are now
     * @param added tracks imported
     * @param same tracks that already existed
     * @param ignored other files
     * @param tables names of feature tables
     * @param findings skipped and faulty files
     */
    public ImportReport {
        tables = List.copyOf(tables);
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        return "ImportReport[" + added + " tracks added, " + same + " already there, "
                + (tables.isEmpty() ? "" : String.join(" and ", tables) + ", ") + ignored + " other files ignored, "
                + findings.size() + " findings, in " + folder + "]";
    }
}
