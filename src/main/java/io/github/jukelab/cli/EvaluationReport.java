package io.github.jukelab.cli;

import io.github.jukelab.Printable;
import io.github.jukelab.evaluation.Calibration;
import io.github.jukelab.evaluation.ClassMetrics;
import io.github.jukelab.evaluation.ConfusionMatrix;
import io.github.jukelab.evaluation.Coverage;
import io.github.jukelab.evaluation.Evaluation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An evaluation as text.
 *
 * @param lines safe to print
 */
record EvaluationReport(List<String> lines) {

    private static final String TITLE = "Evaluation of ";
    private static final int FIRST = 10;

    /** Of the threshold to abstain, those that are told. */
    private static final List<Double> THRESHOLDS = List.of(0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95);

    /**
     * The report.
     *
     * @param what was evaluated on what
     * @param predicted for the tracks of known labels
     * @param seed of the intervals over groups
     * @param seen ids of those that were in training; empty if the model's file does not tell
     * @param unknown labels that the model does not know, with their numbers of tracks
     */
    static EvaluationReport of(
            String what,
            PredictedTracks predicted,
            long seed,
            Optional<List<String>> seen,
            Map<String, Integer> unknown) {
        Evaluation evaluation = predicted.evaluation(seed);
        List<String> lines = new ArrayList<>(List.of(TITLE + what, "", accuracy(evaluation)));
        if (evaluation.isUneven()) {
            lines.add(balanced(evaluation));
        }
        lines.add(baselines(evaluation));
        lines.add("interval: " + evaluation.intervalMethod());
        lines.addAll(seen.map(ids -> training(ids, predicted, seed))
                .orElse(List.of("Whether tracks were in training is not known: the model's file does not tell.")));
        lines.add("");
        lines.addAll(labels(evaluation));
        addSection("Confidence", confidence(predicted, seed, seen), lines);
        addSection("Most frequent mistakes", mistakes(evaluation), lines);
        addSection("Not evaluated", leftOut(predicted, unknown, evaluation), lines);
        return new EvaluationReport(lines.stream().map(Printable::of).toList());
    }

    /** The same with more lines at its end. */
    EvaluationReport with(List<String> more) {
        return new EvaluationReport(
                Stream.concat(lines.stream(), more.stream().map(Printable::of)).toList());
    }

    private static void addSection(String title, List<String> section, List<String> lines) {
        if (!section.isEmpty()) {
            lines.addAll(List.of("", title));
            section.forEach(line -> lines.add("  " + line));
        }
    }

    private static String baselines(Evaluation evaluation) {
        return String.format(
                Locale.ROOT,
                "guessing: %.1f %%; always the most frequent label: %.1f %%",
                100 * evaluation.chance(),
                100 * evaluation.majority());
    }

    /** Such as {@code 84.2 % of 38 tracks right, 95 % interval 69.6–92.6 %}. */
    static String accuracy(Evaluation evaluation) {
        return String.format(
                Locale.ROOT,
                "%.1f %% of %d tracks right, %s",
                100 * evaluation.accuracy(),
                evaluation.tracks(),
                evaluation.interval());
    }

    private static String balanced(Evaluation evaluation) {
        return String.format(
                Locale.ROOT,
                "balanced accuracy: %.1f %%, the mean recall, as labels are uneven",
                100 * evaluation.balancedAccuracy());
    }

    private static List<String> training(List<String> found, PredictedTracks predicted, long seed) {
        if (found.isEmpty()) {
            return List.of("No track is known to have been in training.");
        }
        List<String> lines = new ArrayList<>();
        int all = predicted.predictions().rows().size();
        lines.add("IN TRAINING: " + found.size() + " of " + all + " tracks, so the accuracy is too high.");
        found.stream().limit(FIRST).forEach(id -> lines.add("  " + id));
        if (found.size() > FIRST) {
            lines.add("  … and " + (found.size() - FIRST) + " more");
        }
        lines.add(
                found.size() == all
                        ? "Without them, no track is left."
                        : "Without them: " + accuracy(predicted.evaluationWithout(found, seed)));
        return lines;
    }

    private static List<String> labels(Evaluation evaluation) {
        List<ClassMetrics> classes = evaluation.report().classes();
        int width = classes.stream()
                .mapToInt(label -> Printable.of(label.label()).length())
                .max()
                .orElseThrow();
        String column = "%-" + Math.max(width, "label".length()) + "s";
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, column + "  precision  recall    F1  tracks", "label"));
        for (ClassMetrics label : classes) {
            lines.add(String.format(
                    Locale.ROOT,
                    column + "       %.2f    %.2f  %.2f  %6d",
                    Printable.of(label.label()),
                    label.precision(),
                    label.recall(),
                    label.f1(),
                    label.support()));
        }
        lines.add(
                String.format(Locale.ROOT, "mean F1: %.2f", evaluation.report().macroF1()));
        return lines;
    }

    /** Whether probabilities are right, and what abstaining brings at a few thresholds. */
    private static List<String> confidence(PredictedTracks predicted, long seed, Optional<List<String>> seen) {
        Calibration calibration = predicted.calibration(seed);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "expected calibration error: %.1f %%, %s; a calibrated model: up to %.1f %%",
                100 * calibration.error(),
                calibration.interval(),
                100 * calibration.calibratedError()));
        lines.add(String.format(
                Locale.ROOT,
                "mean confidence: %.1f %%, accuracy: %.1f %%",
                100 * calibration.confidence(),
                100 * calibration.accuracy()));
        predicted.coverage(seed).points().stream()
                .filter(point -> THRESHOLDS.contains(point.threshold()))
                .map(Coverage.Point::toString)
                .forEach(lines::add);
        if (seen.filter(ids -> !ids.isEmpty()).isPresent()) {
            lines.add("These numbers include the tracks that were in training, so other tracks may have worse ones.");
        }
        return lines;
    }

    private static List<String> mistakes(Evaluation evaluation) {
        return evaluation.confusion().mistakes().stream()
                .limit(FIRST)
                .map(ConfusionMatrix.Mistake::toString)
                .toList();
    }

    private static List<String> leftOut(
            PredictedTracks predicted, Map<String, Integer> unknown, Evaluation evaluation) {
        List<String> lines = new ArrayList<>();
        unknown.forEach(
                (label, tracks) -> lines.add(label + ": the model does not know this label; tracks: " + tracks));
        evaluation.report().classes().stream()
                .filter(label -> label.support() == 0)
                .forEach(label -> lines.add(label.label() + ": the model knows this label, but no track has it"));
        lines.addAll(predicted.skipped());
        return lines;
    }

    /** Whether a file is a report. */
    static boolean isReport(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(TITLE.length()), StandardCharsets.UTF_8).equals(TITLE);
        }
    }
}
