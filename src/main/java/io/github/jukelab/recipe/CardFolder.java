package io.github.jukelab.recipe;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.network.Backend;
import io.github.jukelab.network.DeviceChoice;
import io.github.jukelab.network.Engines;
import io.github.jukelab.provenance.Cost;
import io.github.jukelab.provenance.RunCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The folder for the run cards of a session, and the card of a training without a recipe.
 *
 * @param folder the cards are written to it; empty if they are only shown
 * @param shortened whether a budget shortens the session, so that its accuracies are no results
 */
public record CardFolder(Optional<Path> folder, boolean shortened) {

    /**
     * The folder set by the environment variable {@code JUKELAB_CARDS}, if any.
     *
     * @param environment such as {@link System#getenv()}
     * @param budget of the session
     * @return the folder
     */
    public static CardFolder of(Map<String, String> environment, Budget budget) {
        String folder = environment.getOrDefault("JUKELAB_CARDS", "");
        return new CardFolder(
                Optional.of(folder).filter(name -> !name.isEmpty()).map(Path::of), budget.shortened());
    }

    /**
     * Marks a card as shortened or not, and writes it to the folder, if any.
     *
     * @param name of the card, unique within the folder, such as {@code 00-quick-tour}
     * @param card of a run
     * @return the marked card
     * @throws IOException if it cannot be written
     */
    public RunCard keep(String name, RunCard card) throws IOException {
        RunCard marked = marked(card);
        if (folder.isPresent()) {
            marked.write(folder.get().resolve(name + ".json"));
        }
        return marked;
    }

    /**
     * Marks a card as shortened or not.
     *
     * @param card of a run
     * @return the marked card
     */
    public RunCard marked(RunCard card) {
        return card.withShortened(shortened);
    }

    /**
     * The card of one training. It names the engines of all trainings of this session.
     *
     * @param dataset the tracks
     * @param split their split
     * @param evaluation of the test set
     * @param cost from the first file read to the last prediction
     * @return the card
     */
    public static RunCard card(Dataset dataset, Split split, Evaluation evaluation, Cost cost) {
        return RunCard.of(
                        RunCard.Data.of(dataset.id(), dataset.trackIds()),
                        split.name(),
                        split.seed(),
                        Backend.current().toString(),
                        RunCard.Result.of(evaluation, cost))
                .withSettings(settings(dataset, evaluation))
                .withSubsets(List.of(split.train(), split.validation(), split.test()));
    }

    private static Map<String, String> settings(Dataset dataset, Evaluation evaluation) {
        Map<String, String> settings = new TreeMap<>();
        if (evaluation.total() > evaluation.tracks()) {
            settings.put("counted", "pieces");
        }
        settings.put("labels", String.join(" ", dataset.labels()));
        settings.put("left out", String.join(" ", skipped(dataset)));
        if (!Engines.used().isEmpty()) {
            settings.put("engine", String.join(", ", Engines.used()));
            DeviceChoice.current().ifPresent(choice -> settings.put("device", choice.words()));
        }
        return settings;
    }

    private static List<String> skipped(Dataset dataset) {
        List<String> labels = new ArrayList<>(dataset.info().labels());
        labels.removeAll(dataset.labels());
        return labels;
    }
}
