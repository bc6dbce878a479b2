package io.github.jukelab.evaluation;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.Csv;
import io.github.jukelab.Phrases;
import io.github.jukelab.Require;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A model's predictions for the same tracks before and after changes that a listener would not mind. The answer for a
 * track is its most probable label, or none if no label is probable enough; no answer is never right, and differs from
 * any label.
 *
 * @param before the change, one row per track, with their true labels
 * @param after by the name of the change, in the order of the changes; the same tracks in the same order
 * @param abstain below this probability of the most probable label there is no answer; from 0 to 1
 * @param skipped a line per track that is not among them, with file and reason
 */
public record RobustnessReport(
        Predictions before, Map<String, Predictions> after, double abstain, List<String> skipped) {

    private static final List<String> COLUMNS = List.of(
            "change",
            "tracks",
            "changed",
            "changed_share",
            "low",
            "high",
            "right_to_wrong",
            "wrong_to_right",
            "accuracy_before",
            "accuracy_after");

    private static final int NO_ANSWER = -1;

    /**
     * Checks that all predictions are for the same tracks.
     *
     * @param before the change
     * @param after at least one change
     * @param abstain from 0 to 1
     * @param skipped a line per other track
     * @throws IllegalArgumentException if there is no change, ids or labels differ, a true label is not known, or {@code
     *     abstain} is out of range
     */
    public RobustnessReport {
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
        skipped = List.copyOf(skipped);
        Require.atLeast("changes", 1, after.size());
        if (!(abstain >= 0 && abstain <= 1)) {
            throw new IllegalArgumentException("abstain must be in [0, 1], got " + abstain);
        }
        before.requireLabels();
        for (Map.Entry<String, Predictions> change : after.entrySet()) {
            if (!tracks(before).equals(tracks(change.getValue()))
                    || !before.labels().equals(change.getValue().labels())) {
                throw new IllegalArgumentException("predictions after the change \"" + change.getKey()
                        + "\" must have the tracks and labels of those before, in their order");
            }
        }
    }

    /** Ids with true labels. */
    private static List<Map.Entry<String, OptionalInt>> tracks(Predictions predictions) {
        return predictions.rows().stream()
                .map(row -> Map.entry(row.id(), row.label()))
                .toList();
    }

    /**
     * The same predictions, of which some are no answers.
     *
     * @param probability below this one of the most probable label there is no answer; from 0 to 1
     * @return a copy
     * @throws IllegalArgumentException if it is out of range
     */
    public RobustnessReport withAbstain(double probability) {
        return new RobustnessReport(before, after, probability, skipped);
    }

    /**
     * What each change does to the answers.
     *
     * @return one per change, in their order
     */
    public List<ChangeEffect> effects() {
        return after.keySet().stream().map(this::effect).toList();
    }

    private ChangeEffect effect(String change) {
        Predictions changed = after.get(change);
        return new ChangeEffect(
                change,
                before.rows().size(),
                (int) indices().filter(i -> differs(i, changed)).count(),
                (int) indices().filter(i -> isCorrect(before, i)).count(),
                (int) indices()
                        .filter(i -> isCorrect(before, i) && !isCorrect(changed, i))
                        .count(),
                (int) indices()
                        .filter(i -> !isCorrect(before, i) && isCorrect(changed, i))
                        .count());
    }

    private IntStream indices() {
        return IntStream.range(0, before.rows().size());
    }

    private boolean differs(int track, Predictions changed) {
        return answer(before, track) != answer(changed, track);
    }

    private boolean isCorrect(Predictions predictions, int track) {
        return answer(predictions, track) == predictions.rows().get(track).actual();
    }

    private int answer(Predictions predictions, int track) {
        Prediction row = predictions.rows().get(track);
        return row.probability(row.predicted()) < abstain ? NO_ANSWER : row.predicted();
    }

    /**
     * The tracks whose answer is different after at least one of the changes.
     *
     * @return ids, in the order of the rows
     */
    public List<String> changedIds() {
        return indices()
                .filter(i -> after.values().stream().anyMatch(changed -> differs(i, changed)))
                .mapToObj(i -> before.rows().get(i).id())
                .toList();
    }

    /**
     * How many answers are different, which change matters most, and which do not matter, in plain sentences.
     *
     * @return such as {@code Of 40 tracks 12 (30.0 %) get another answer after at least one of 11 changes. …}
     */
    public String summary() {
        int tracks = before.rows().size();
        int changed = changedIds().size();
        String first = "Of " + Phrases.count(tracks, "track") + ", " + changed + " ("
                + Phrases.percent((double) changed / tracks) + ") " + (changed == 1 ? "gets" : "get")
                + " another answer after at least one of " + Phrases.count(after.size(), "change") + ".";
        return first + (changed == 0 ? "" : " " + most()) + harmless();
    }

    private String most() {
        int changed = effects().stream().mapToInt(ChangeEffect::changed).max().orElseThrow();
        List<ChangeEffect> most =
                effects().stream().filter(effect -> effect.changed() == changed).toList();
        ChangeEffect first = most.get(0);
        String share = ": " + changed + (most.size() == 1 ? "" : " each") + " (" + Phrases.percent(first.share()) + ", "
                + first.interval() + ")";
        return "Most answers are different after " + names(most) + share + (most.size() == 1 ? accuracy(first) : "")
                + ".";
    }

    private static String accuracy(ChangeEffect effect) {
        return "; right ones that become wrong: " + effect.lost() + ", wrong ones that become right: "
                + effect.gained() + ", accuracy: " + Phrases.percent(effect.accuracyBefore()) + " before, "
                + Phrases.percent(effect.accuracyAfter()) + " after";
    }

    private String harmless() {
        List<ChangeEffect> harmless =
                effects().stream().filter(effect -> effect.changed() == 0).toList();
        return harmless.isEmpty()
                ? ""
                : " No answer is different after " + names(harmless) + "; by the 95 % interval, up to "
                        + Phrases.percent(harmless.get(0).interval().high()) + " of other tracks may be.";
    }

    private static String names(List<ChangeEffect> effects) {
        return Phrases.list(
                effects.stream().map(effect -> '"' + effect.change() + '"').toList());
    }

    /**
     * Writes a table with a row per change: the number of tracks, of answers that are different, their share with its 95
     * % interval, the right answers that are wrong after the change, the wrong ones that are right, and the accuracies
     * before and after. Shares are in [0, 1]. The file appears complete or not at all.
     *
     * @param file to write; replaced if it exists, its folder created if missing
     * @throws IOException if it cannot be written
     */
    public void writeCsv(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(Csv.line(COLUMNS)));
        effects().forEach(effect -> lines.add(Csv.line(fields(effect))));
        AtomicFile.write(file, part -> Files.write(part, lines));
    }

    private static List<String> fields(ChangeEffect effect) {
        return List.of(
                effect.change(),
                "" + effect.tracks(),
                "" + effect.changed(),
                "" + effect.share(),
                "" + effect.interval().low(),
                "" + effect.interval().high(),
                "" + effect.lost(),
                "" + effect.gained(),
                "" + effect.accuracyBefore(),
                "" + effect.accuracyAfter());
    }

    /**
     * Whether a file is such a table, by its header.
     *
     * @param file any file
     * @return whether it has the columns of one
     * @throws IOException if the file cannot be read
     */
    public static boolean isCsv(Path file) throws IOException {
        return Csv.hasHeader(file, COLUMNS);
    }

    @Override
    public String toString() {
        return "RobustnessReport[" + Phrases.count(after.size(), "change") + ", "
                + changedIds().size() + " of " + Phrases.count(before.rows().size(), "track")
                + " get another answer]";
    }
}
