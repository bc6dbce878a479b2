package io.github.jukelab.cli;

import io.github.jukelab.PathText;
import io.github.jukelab.Printable;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Fault;
import io.github.jukelab.dataset.Finding;
import io.github.jukelab.dataset.IntegrityReport;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.input.CheckedExamples;
import io.github.jukelab.input.ExampleCollector;
import io.github.jukelab.input.Examples;
import io.github.jukelab.provenance.RunCard;
import io.github.jukelab.recipe.Recipe;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The tracks of a data set that recipes can use. Each file is read once, to check it and to extract its examples.
 *
 * @param all the data set
 * @param recipes whose examples were extracted
 * @param report on all files
 * @param collector of the examples
 */
record UsableTracks(Dataset all, List<Recipe> recipes, IntegrityReport report, ExampleCollector collector) {

    /**
     * Reads all tracks, or what an earlier run has kept of them. Prints what is skipped, by every recipe or by one, and
     * what is odd.
     */
    static UsableTracks read(Dataset all, List<Recipe> recipes, PrintWriter err) throws IOException {
        err.println("reading " + all.tracks().size() + " tracks");
        CheckedExamples checked = CheckedExamples.of(
                all, recipes.stream().map(Recipe::preprocessing).toList(), new TerminalProgress(err));
        checked.notes().forEach(note -> err.println(Printable.of(note)));
        UsableTracks usable = new UsableTracks(all, recipes, checked.report(), checked.collector());
        Problems.print(err, "skipped", usable.allSkipped());
        Problems.printFirst(err, "warnings", usable.warnings());
        Problems.print(err, "skipped labels, fewer than " + Recipe.MIN_TRACKS + " tracks", usable.labelsSkipped());
        return usable;
    }

    /**
     * The tracks that a recipe can use, of labels with enough of them.
     *
     * @throws IllegalArgumentException if no track of a label, or too few of every label, can be used
     */
    Dataset dataset(Recipe recipe) {
        Map<String, String> skipped = skipped(recipe);
        for (String label : all.labels()) {
            if (usable(label, skipped) == 0) {
                throw new IllegalArgumentException("no track of " + label + " can be used; the first: "
                        + skipped.get(all.tracks(label).get(0).id()));
            }
        }
        return all.without(skipped.keySet()).withAtLeastPerLabel(Recipe.MIN_TRACKS);
    }

    /** The examples of these tracks, if the recipe is one of those whose examples were extracted. */
    Examples examples(Recipe recipe) {
        return collector.examples(recipe.preprocessing(), dataset(recipe));
    }

    /** A card with the files that were skipped or odd. */
    RunCard noted(RunCard card, Recipe recipe) {
        return card.withProblems("skipped", List.copyOf(skipped(recipe).values()))
                .withProblems("warnings", warnings());
    }

    private long usable(String label, Map<String, String> skipped) {
        return all.tracks(label).stream()
                .filter(track -> !skipped.containsKey(track.id()))
                .count();
    }

    /** Track id → line with file and reason. */
    private Map<String, String> skipped(Recipe recipe) {
        Map<String, String> lines = unreadable();
        if (recipes.contains(recipe)) {
            lines.putAll(notComputable(recipe));
        }
        return lines;
    }

    private Map<String, String> unreadable() {
        Map<String, String> lines = new LinkedHashMap<>();
        report.findings().stream()
                .filter(finding -> report.unusable().contains(finding.track()))
                .forEach(finding -> lines.putIfAbsent(finding.track(), line(finding)));
        return lines;
    }

    private Map<String, String> notComputable(Recipe recipe) {
        Map<String, String> lines = new LinkedHashMap<>();
        Map<String, AudioException> reasons = collector.skipped(recipe.preprocessing());
        reasons.keySet().removeAll(report.unusable());
        reasons.forEach((id, reason) -> {
            Track track = all.track(id).orElseThrow();
            String file = PathText.of(all.folder().relativize(track.file()));
            lines.put(id, track.named(file) + ": " + reason.reason());
        });
        return lines;
    }

    /** If several recipes were read for, the lines of one of them have its name. */
    List<String> allSkipped() {
        Stream<String> byRecipe = recipes.stream().flatMap(recipe -> notComputable(recipe).values().stream()
                .map(line -> recipes.size() == 1 ? line : recipe.name() + ": " + line));
        return Stream.concat(unreadable().values().stream(), byRecipe)
                .distinct()
                .toList();
    }

    private List<String> labelsSkipped() {
        Stream<Map<String, String>> skipped =
                recipes.isEmpty() ? Stream.of(unreadable()) : recipes.stream().map(this::skipped);
        return skipped.flatMap(lines -> all.labels().stream().filter(label -> usable(label, lines) < Recipe.MIN_TRACKS))
                .distinct()
                .toList();
    }

    private List<String> warnings() {
        return report.of(Fault.DAMAGED).stream()
                .filter(finding -> !report.unusable().contains(finding.track()))
                .map(UsableTracks::line)
                .toList();
    }

    private static String line(Finding finding) {
        return finding.file() + ": " + finding.detail();
    }
}
