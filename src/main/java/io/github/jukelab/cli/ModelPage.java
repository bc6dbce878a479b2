package io.github.jukelab.cli;

import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.model.ModelCard;
import io.github.jukelab.model.TrainedModel;
import io.github.jukelab.model.TrainingData;
import io.github.jukelab.network.LayerSummary;
import io.github.jukelab.network.Network;
import io.github.jukelab.provenance.RunCard;
import io.github.jukelab.recipe.RecipeRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A page of text on a model. What a file says may be wrong, and has control characters. */
final class ModelPage {

    /** What the page tells in other words. */
    private static final Set<String> TOLD = Set.of(
            "labels",
            "input",
            "model",
            "network",
            "fingerprint",
            "split rule",
            "counted",
            "whole",
            "version of the values");

    private static final Pattern FOLDS = Pattern.compile("\\d+ folds of");

    private final TrainedModel model;
    private final List<String> lines = new ArrayList<>();

    private ModelPage(TrainedModel model) {
        this.model = model;
    }

    static ModelPage of(TrainedModel model) {
        ModelPage page = new ModelPage(model);
        page.what();
        model.preprocessing().ifPresent(page::input);
        if (model.card().isPresent()) {
            page.training(model.card().get());
            page.result(model.card().get().run());
            page.settings(model.card().get().run());
        } else {
            page.title("Origin");
            page.line("Not known: its file has no run card.");
        }
        page.limits();
        return page;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    private void title(String title) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(title);
    }

    private void line(String format, Object... values) {
        lines.add("  " + String.format(Locale.ROOT, format, values));
    }

    private void what() {
        title("Model");
        if (model instanceof Network network) {
            line("A network of %d parameters.", network.parameters());
            for (LayerSummary layer : network.architecture().summary()) {
                line("  %-40s to %-15s %9d parameters", layer.layer(), layer.output(), layer.parameters());
            }
        } else {
            line("%s", model);
        }
        if (model.temperature().tracks() > 0) {
            line("%s", model.temperature().summary());
        }
        title("Labels");
        line("%s", String.join(", ", model.labels()));
    }

    private void input(Preprocessing input) {
        title("What it hears");
        line("%s", input);
        line(
                "A sound of any rate is resampled to %d Hz: nothing above %d Hz is heard.",
                input.rate(), input.rate() / 2);
        if (input.samples() < Integer.MAX_VALUE) {
            boolean isAllUsed = input.forLength(Double.MAX_VALUE).samples() == Integer.MAX_VALUE;
            line(
                    isAllUsed
                            ? "Trained on the first %.1f s of a sound at most; predictions are for all of a longer one."
                            : "Only the first %.1f s of a sound are heard.",
                    (double) input.samples() / input.rate());
        }
    }

    private void training(ModelCard card) {
        TrainingData data = card.training();
        title("Trained on");
        line(
                "%d of the %d tracks that were found of %s.",
                data.tracks().size(), card.run().data().tracks(), data.title());
        if (setting(card.run(), "whole").startsWith("no: ")) {
            line("The data set was not whole: %s.", setting(card.run(), "whole").substring(4));
        }
        line(data.groups() == 0 ? "No groups, such as artists or speakers, are known." : "%d groups.", data.groups());
        line("Terms: %s", data.licence());
        line("To cite: %s", data.citation());
    }

    private void result(RunCard run) {
        RunCard.Result result = run.result();
        title("How well");
        if (result.tracks() == 0) {
            line("It was not evaluated.");
        } else {
            line(
                    "%.1f %% of %d held-out tracks correct, 95 %% interval %.1f to %.1f %%.",
                    100 * result.accuracy(), result.tracks(), 100 * result.low(), 100 * result.high());
        }
        if (result.balancedAccuracy() > 0) {
            line("Balanced accuracy, the mean recall, as labels are uneven: %.1f %%", 100 * result.balancedAccuracy());
        }
        if (!result.interval().isEmpty()) {
            line("Interval: %s", result.interval());
        }
        line("Split: %s; seed %d", run.split(), run.seed());
        if (FOLDS.matcher(run.split()).find()) {
            String further = setting(run, "model").replace(RecipeRun.OF_FOLDS, "");
            line(
                    "The accuracy is that of one model per fold; this is %s.",
                    further.isEmpty() ? "the model of the first" : "a further one, " + further);
        }
        if (run.countsSegments()) {
            line("Segments of tracks were counted.");
        }
    }

    private static String setting(RunCard run, String name) {
        return run.shownSettings().getOrDefault(name, "");
    }

    private void settings(RunCard run) {
        title("Made");
        line("On %s by Jukelab %s, on %s", run.time(), run.versions().get("jukelab"), run.backend());
        run.shownSettings().forEach((name, value) -> {
            if (!TOLD.contains(name) && !value.equals("none")) {
                line("%s: %s", name, value);
            }
        });
    }

    private void limits() {
        title("Not for");
        line("- Sounds that are none of its labels: it gives one of them to whatever it hears.");
        line("- Recordings unlike those it was trained on, until you have evaluated it on yours.");
        model.preprocessing().ifPresent(input -> line("- What differs above %d Hz only.", input.rate() / 2));
        model.card().ifPresent(card -> {
            limits(card.training());
            limits(card.run());
        });
    }

    private void limits(TrainingData data) {
        if (data.synthetic()) {
            line("- Real recordings: it was trained on synthetic ones, and its accuracy says nothing about others.");
        }
        if (data.leaks()) {
            line("- Claims about new tracks: training and held-out tracks have something in common.");
            line("  %s", data.leakage());
        } else if (data.groups() == 0) {
            line("- Claims about new artists, speakers or sites: one may be in training and held out.");
        }
    }

    private void limits(RunCard run) {
        if (run.shortened()) {
            line("- Results: a budget shortened its training.");
        }
        if (!run.interrupted().isEmpty()) {
            line("- Results: its training was interrupted %s.", run.interrupted());
        }
    }
}
