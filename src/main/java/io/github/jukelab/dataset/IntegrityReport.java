package io.github.jukelab.dataset;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What was found when every file of a data set was opened.
 *
 * <p>Notebook: 00-quick-tour
 *
 * @param dataset its name
 * @param tracks how many were opened
 * @param findings by fault, in the order of {@link Fault}, then by file; none for a perfect copy
 * @param duplicates track → the first track with the same samples, of every track that is a repetition
 */
public record IntegrityReport(String dataset, int tracks, List<Finding> findings, Map<String, String> duplicates) {

    private static final int SHOWN = 3;

    /**
     * Copies list and map.
     *
     * @param dataset its name
     * @param tracks how many were opened
     * @param findings what was found
     * @param duplicates track → the first with the same samples
     */
    public IntegrityReport {
        findings = List.copyOf(findings);
        duplicates = Map.copyOf(duplicates);
    }

    /**
     * The findings of one kind.
     *
     * @param fault the kind
     * @return by file
     */
    public List<Finding> of(Fault fault) {
        return findings.stream().filter(finding -> finding.fault() == fault).toList();
    }

    /**
     * How many findings of each kind.
     *
     * @return kinds that were found, in their order
     */
    public Map<Fault, Integer> counts() {
        Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
        findings.forEach(finding -> counts.merge(finding.fault(), 1, Integer::sum));
        return counts;
    }

    /**
     * Tracks that should not be trained on: broken, too short, or a repetition.
     *
     * @return ids, for {@link Dataset#without}
     * @see Split#keepingGroups
     */
    public Set<String> unusable() {
        Set<String> ids = new TreeSet<>();
        bad().forEach(finding -> ids.add(finding.track()));
        return ids;
    }

    private List<Finding> bad() {
        Set<Fault> bad = Set.of(Fault.BROKEN, Fault.TOO_SHORT, Fault.DUPLICATED);
        return findings.stream()
                .filter(finding -> bad.contains(finding.fault()))
                .toList();
    }

    /** The counts, and the first files that cannot be used with the reason. */
    @Override
    public String toString() {
        return "IntegrityReport[" + dataset + ", " + tracks + " tracks opened, "
                + (findings.isEmpty() ? "nothing wrong" : counts().toString()) + examples() + "]";
    }

    private String examples() {
        List<Finding> bad = bad();
        if (bad.isEmpty()) {
            return "";
        }
        String shown = bad.stream()
                .limit(SHOWN)
                .map(finding -> finding.file() + " (" + finding.detail() + ")")
                .collect(Collectors.joining(", "));
        return "; unusable: " + shown + (bad.size() > SHOWN ? " and " + (bad.size() - SHOWN) + " more" : "");
    }
}
