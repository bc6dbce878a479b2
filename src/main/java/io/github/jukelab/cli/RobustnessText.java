package io.github.jukelab.cli;

import io.github.jukelab.Phrases;
import io.github.jukelab.evaluation.ChangeEffect;
import io.github.jukelab.evaluation.Interval;
import io.github.jukelab.evaluation.RobustnessReport;
import io.github.jukelab.robustness.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What changes of the sounds do to the answers of a model, as text. */
final class RobustnessText {

    private static final String ROW = "  %-18s %7s  %14s  %11s  %11s  %8s";

    private RobustnessText() {}

    /** A section of a report. */
    static List<String> lines(RobustnessReport report, List<Change> changes) {
        List<String> lines = new ArrayList<>(List.of("", "Robustness: answers after changes of the sounds"));
        lines.add(String.format(
                Locale.ROOT, ROW, "change", "changed", "95 % interval", "right→wrong", "wrong→right", "accuracy"));
        double before = report.effects().get(0).accuracyBefore();
        lines.add(String.format(Locale.ROOT, ROW, "unchanged", "", "", "", "", Phrases.percent(before)));
        report.effects().forEach(effect -> lines.add(row(effect)));
        int tracks = report.before().rows().size();
        int changed = report.changedIds().size();
        lines.add(row("at least one", Interval.wilson(changed, tracks), (double) changed / tracks, "", "", ""));
        lines.add("interval: Wilson over tracks");
        if (report.abstain() > 0) {
            lines.add("A track whose best probability is below " + Phrases.number(report.abstain())
                    + " has no answer, which is never right.");
        }
        lines.addAll(List.of("", "What the changes do"));
        changes.forEach(change -> lines.add("  " + change.name() + ": " + change.description()));
        if (!report.skipped().isEmpty()) {
            lines.addAll(List.of("", "Not changed"));
            report.skipped().forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    private static String row(ChangeEffect effect) {
        return row(
                effect.change(),
                effect.interval(),
                effect.share(),
                effect.lost(),
                effect.gained(),
                Phrases.percent(effect.accuracyAfter()));
    }

    private static String row(
            String change, Interval interval, double share, Object lost, Object gained, String accuracy) {
        String range = String.format(Locale.ROOT, "%.1f–%.1f %%", 100 * interval.low(), 100 * interval.high());
        return String.format(Locale.ROOT, ROW, change, Phrases.percent(share), range, lost, gained, accuracy)
                .stripTrailing();
    }

    /** Entries of a run card, one per change. */
    static Map<String, String> settings(RobustnessReport report) {
        Map<String, String> settings = new LinkedHashMap<>();
        report.effects()
                .forEach(effect -> settings.put(
                        "after " + effect.change(),
                        effect.changed() + " of " + Phrases.count(effect.tracks(), "answer") + " changed, "
                                + effect.lost() + " to wrong, " + effect.gained() + " to right"));
        if (report.abstain() > 0) {
            settings.put("no answer below", Phrases.number(report.abstain()));
        }
        return settings;
    }
}
