package io.github.jukelab.demo;

import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.PictureWindows;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.model.ModelCard;
import io.github.jukelab.model.TrainingData;
import io.github.jukelab.provenance.RunCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the page says of a model.
 *
 * @param name what requests call it
 * @param title what people call it
 * @param labels in the order of the probabilities of segments
 * @param rate of its input in Hz
 * @param kind the model in a line
 * @param input its input in a line
 * @param segmentSeconds how long a segment is; null if it predicts once for a whole sound
 * @param temperature what becomes of its probabilities for whole sounds, in a sentence
 * @param card what is known of its origin
 * @param cautions what it must not be taken for
 */
record ModelText(
        String name,
        String title,
        List<String> labels,
        int rate,
        String kind,
        String input,
        Double segmentSeconds,
        String temperature,
        List<Line> card,
        List<String> cautions) {

    /** A line of a card. */
    record Line(String name, String value) {}

    static ModelText of(DemoModel model) {
        Preprocessing input = model.model().preprocessing().orElseThrow();
        Optional<ModelCard> card = model.model().card();
        return new ModelText(
                model.name(),
                card.map(known -> title(known.run()))
                        .filter(title -> !title.isEmpty())
                        .orElse(model.name()),
                model.model().labels(),
                input.rate(),
                model.model().toString(),
                input.toString(),
                segmentSeconds(input),
                model.model().temperature().summary(),
                card.map(ModelText::lines).orElse(List.of()),
                cautions(input, card));
    }

    /** The recipe, such as {@code mel-windows, repaired}; empty for a model without one. */
    private static String title(RunCard run) {
        String recipe = setting(run, "recipe");
        return recipe.isEmpty() ? "" : recipe + ", " + setting(run, "variant");
    }

    private static String setting(RunCard run, String name) {
        return run.settings().getOrDefault(name, "");
    }

    private static Double segmentSeconds(Preprocessing input) {
        int samples = segmentSamples(input);
        return samples == Integer.MAX_VALUE ? null : (double) samples / input.rate();
    }

    private static int segmentSamples(Preprocessing input) {
        if (input instanceof MelWindows windows) {
            return windows.windows().length();
        }
        return input instanceof PictureWindows pictures ? pictures.picture().samples() : input.samples();
    }

    private static List<Line> lines(ModelCard card) {
        List<Line> lines = new ArrayList<>();
        RunCard run = card.run();
        TrainingData data = card.training();
        add(
                lines,
                "trained on",
                "%d of %d tracks: %s",
                data.tracks().size(),
                run.data().tracks(),
                data.title());
        add(lines, "groups", data.groups() == 0 ? "none known" : "%d", data.groups());
        addResult(lines, run.result());
        add(lines, "split", "%s, seed %d", run.split(), run.seed());
        add(lines, "epochs", "%s", setting(run, "epochs"));
        add(lines, "terms", "%s", data.licence());
        add(lines, "to cite", "%s", data.citation());
        add(
                lines,
                "made",
                "%s by Jukelab %s",
                run.time(),
                run.versions().getOrDefault("jukelab", "of unknown version"));
        return lines;
    }

    private static void addResult(List<Line> lines, RunCard.Result result) {
        if (result.tracks() == 0) {
            add(lines, "accuracy", "not evaluated");
            return;
        }
        add(
                lines,
                "accuracy",
                "%.1f %% (95 %% interval %.1f to %.1f) of %d test tracks",
                100 * result.accuracy(),
                100 * result.low(),
                100 * result.high(),
                result.tracks());
        if (result.balancedAccuracy() > 0) {
            add(lines, "balanced accuracy", "%.1f %%", 100 * result.balancedAccuracy());
        }
        add(lines, "interval", "%s", result.interval());
    }

    /** Adds a line, unless nothing is known. */
    private static void add(List<Line> lines, String name, String format, Object... values) {
        String value = String.format(Locale.ROOT, format, values);
        if (!value.isEmpty()) {
            lines.add(new Line(name, value));
        }
    }

    private static List<String> cautions(Preprocessing input, Optional<ModelCard> card) {
        List<String> cautions = new ArrayList<>();
        cautions.add("It knows only these labels: any sound gets one of them.");
        cautions.add(
                "A probability says how sure the model is, not how often it is right: recordings unlike those it was "
                        + "trained on may get any label.");
        cautions.add("It does not hear anything above " + input.rate() / 2 + " Hz.");
        if (input.forLength(Double.MAX_VALUE).samples() < Integer.MAX_VALUE) {
            cautions.add(String.format(
                    Locale.ROOT,
                    "It uses the first %.1f seconds of a sound only.",
                    (double) input.samples() / input.rate()));
        }
        card.ifPresentOrElse(
                known -> addCautions(cautions, known),
                () -> cautions.add("Its file does not tell what it was trained on, or how well it does."));
        return cautions;
    }

    private static void addCautions(List<String> cautions, ModelCard card) {
        TrainingData data = card.training();
        if (data.synthetic()) {
            cautions.add("Its data are synthetic: its accuracy says nothing about real recordings.");
        }
        if (data.leaks()) {
            cautions.add("Its accuracy is too high, as training and test tracks share something: " + data.leakage());
        } else if (data.groups() == 0) {
            cautions.add("Its accuracy may be too high: an artist or speaker may be in training and test.");
        }
        if (card.run().shortened()) {
            cautions.add("Its training was shortened, so its accuracy is no result.");
        }
        if (!card.run().interrupted().isEmpty()) {
            cautions.add("Its training was interrupted " + card.run().interrupted() + ".");
        }
    }
}
