package io.github.jukelab.recipe;

import io.github.jukelab.Suggestions;
import io.github.jukelab.provenance.RunCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The run cards that are kept with the project: those of full length first, then the shorter ones.
 *
 * @param folder such as {@code results} in the project's folder; those of full length are in {@code full-length} in it,
 *     those with more epochs than their recipe in {@code more-epochs}
 */
public record KeptRuns(Path folder) {

    private static final String JSON = ".json";

    /**
     * A card by its name.
     *
     * @param name of its file without the ending, such as {@code four-genres_mel-windows_as-printed_article_42}
     * @return the card in {@code full-length} if there is one, else in {@code more-epochs}, else in the folder
     * @throws IOException if the card cannot be read
     * @throws IllegalArgumentException if there is none of this name; the message names similar ones
     */
    public RunCard card(String name) throws IOException {
        for (Path place : places()) {
            if (names(place).contains(name)) {
                return RunCard.read(place.resolve(name + JSON));
            }
        }
        List<String> known = names();
        throw new IllegalArgumentException("there is no kept run '" + name + "' among the " + known.size() + " in "
                + folder + Suggestions.text(known, name));
    }

    /**
     * The names of all cards.
     *
     * @return in the order of letters, without the ending
     * @throws IOException if the folder cannot be read
     */
    public List<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path place : places()) {
            names.addAll(names(place));
        }
        return List.copyOf(names);
    }

    /**
     * The cards of a folder in this one, such as {@code four-genres}: runs of several models on the same tracks.
     *
     * @param name of the folder
     * @return name of the file without the ending → card, in the order of letters; other files are left out
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if there is no card in such a folder
     */
    public SortedMap<String, RunCard> cards(String name) throws IOException {
        Path place = folder.resolve(name);
        SortedMap<String, RunCard> cards = new TreeMap<>();
        for (String card : names(place)) {
            Path file = place.resolve(card + JSON);
            if (RunCard.isCard(file)) {
                cards.put(card, RunCard.read(file));
            }
        }
        if (cards.isEmpty()) {
            throw new IllegalArgumentException("there is no kept run in " + place);
        }
        return cards;
    }

    private List<Path> places() {
        return List.of(folder.resolve("full-length"), folder.resolve("more-epochs"), folder);
    }

    private static List<String> names(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(JSON))
                    .map(file -> file.substring(0, file.length() - JSON.length()))
                    .toList();
        }
    }
}
