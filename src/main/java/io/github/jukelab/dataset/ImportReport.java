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
 * @param formats the ignored files without a finding, a text for each extension: {@code 12 .png, the first is a/b.png}
 * @param findings skipped and faulty files, in the order of the import
 * @param refused the sources that could not be imported, or not to their end
 */
public record ImportReport(
        Path folder,
        int added,
        int same,
        int ignored,
        List<String> tables,
        List<String> formats,
        List<Finding> findings,
        List<DatasetException> refused) {

    /**
     * Copies the lists.
     *
     * @param folder where the tracks are now
     * @param added tracks imported
     * @param same tracks that already existed
     * @param ignored other files
     * @param tables names of feature tables
     * @param formats ignored files by extension
     * @param findings skipped and faulty files
     * @param refused sources that could not be imported
     */
    public ImportReport {
        tables = List.copyOf(tables);
        formats = List.copyOf(formats);
        findings = List.copyOf(findings);
        refused = List.copyOf(refused);
    }

    @Override
    public String toString() {
        return "ImportReport[" + added + " tracks added, " + same + " already there, "
                + (tables.isEmpty() ? "" : String.join(" and ", tables) + ", ") + ignored + " other files ignored, "
                + findings.size() + " findings, "
                + (refused.isEmpty() ? "" : refused.size() + " sources refused, ") + "in " + folder + "]";
    }
}
