package io.github.jukelab.dataset;

import io.github.jukelab.Phrases;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The faults found when every file of a data set was decoded.
 *
 * <p>Notebook: 00-quick-tour
 *
 * @param dataset its title
 * @param tracks the number of tracks that were decoded
 * @param findings by fault, in the order of {@link Fault}, then by file; none for a perfect copy
 * @param duplicates track → first track with the same samples; the first tracks themselves are not keys
 */
public record IntegrityReport(String dataset, int tracks, List<Finding> findings, Map<String, String> duplicates) {

    private static final int EXAMPLES = 3;

    /**
     * Copies the list and the map.
     *
     * @param dataset its title
     * @param tracks the number of tracks
     * @param findings the faults
     * @param duplicates track → first track with the same samples
     */
    public IntegrityReport {
        findings = List.copyOf(findings);
        duplicates = Map.copyOf(duplicates);
    }

    /**
     * The findings of one kind.
     *
     * @param fault the kind
     * @return ordered by file
     */
    public List<Finding> of(Fault fault) {
        return findings.stream().filter(finding -> finding.fault() == fault).toList();
    }

    /**
     * The number of findings of each kind.
     *
     * @return only kinds that were found, in the order of {@link Fault}
     */
    public Map<Fault, Integer> counts() {
        Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
        findings.forEach(finding -> counts.merge(finding.fault(), 1, Integer::sum));
        return counts;
    }

    /**
     * Tracks that should not be used for training: broken, too short, or a duplicate.
     *
     * @return ids, for {@link Dataset#without}
     * @see Split#keepingGroups
     */
    public Set<String> unusable() {
        Set<String> ids = new TreeSet<>();
        unusableFindings().forEach(finding -> ids.add(finding.track()));
        return ids;
    }

    private List<Finding> unusableFindings() {
        Set<Fault> unusable = Set.of(Fault.BROKEN, Fault.TOO_SHORT, Fault.DUPLICATED);
        return findings.stream()
                .filter(finding -> unusable.contains(finding.fault()))
                .toList();
    }

    /**
     * The report in plain sentences.
     *
     * @return such as {@code 100 tracks were opened; nothing is wrong with any of them.}
     */
    public String summary() {
        String opened = Phrases.count(tracks, "track") + (tracks == 1 ? " was" : " were") + " opened; ";
        if (findings.isEmpty()) {
            return opened + "nothing is wrong with any of them.";
        }
        return opened + usable() + found() + missing();
    }

    private String usable() {
        int unusable = unusable().size();
        if (unusable == 0) {
            return tracks == 1 ? "it can be used." : "all of them can be used.";
        }
        return unusable + (unusable == 1 ? " is" : " are")
                + " broken, too short or a duplicate and should not be used.";
    }

    private String found() {
        List<String> counted = counts().entrySet().stream()
                .filter(entry -> entry.getKey() != Fault.MISSING)
                .map(entry -> entry.getValue() + " " + entry.getKey().inWords())
                .toList();
        return counted.isEmpty() ? "" : " Found: " + Phrases.list(counted) + ".";
    }

    private String missing() {
        int missing = of(Fault.MISSING).size();
        return missing == 0
                ? ""
                : " " + Phrases.count(missing, "more track") + " of the data set " + (missing == 1 ? "is" : "are")
                        + " not in this copy.";
    }

    /** The counts, and the first unusable files with the reason. */
    @Override
    public String toString() {
        return "IntegrityReport[" + dataset + ", " + tracks + " tracks opened, "
                + (findings.isEmpty() ? "no faults" : counts().toString()) + examples() + "]";
    }

    private String examples() {
        List<Finding> unusable = unusableFindings();
        if (unusable.isEmpty()) {
            return "";
        }
        String shown = unusable.stream()
                .limit(EXAMPLES)
                .map(finding -> finding.file() + " (" + finding.detail() + ")")
                .collect(Collectors.joining(", "));
        return "; unusable: " + shown
                + (unusable.size() > EXAMPLES ? " and " + (unusable.size() - EXAMPLES) + " more" : "");
    }
}
