package io.github.jukelab.corpus;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who learns from what: ids on the training, validation and test side. A value: the same seed gives the same split.
 *
 * <p>The ids are songs, and no song is on two sides; or, in a split {@linkplain #byRow() by row}, pieces of songs, such
 * as {@code blues.00000.3}, and then {@link #leak()} says how many songs cross. Nothing is copied on disk.
 *
 * <p>Notebook: 04-mel-windows
 *
 * @param name how it was made, such as {@code by song, stratified 70/0/30}
 * @param seed of the shuffling; 0 for published lists
 * @param train ids to learn from; at least one
 * @param validation ids to choose the best epoch by; may be empty
 * @param test ids to give the figure; at least one
 * @param leak what crosses
 */
public record Split(String name, long seed, List<String> train, List<String> validation, List<String> test, Leak leak) {

    /**
     * Checks the sides.
     *
     * @param name how it was made
     * @param seed of the shuffling
     * @param train ids to learn from
     * @param validation ids to choose by
     * @param test ids to judge by
     * @param leak what crosses
     * @throws IllegalArgumentException if an id is there twice, or training or test side is empty
     */
    public Split {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
        if (train.isEmpty() || test.isEmpty()) {
            throw new IllegalArgumentException(
                    "a split needs a training and a test side, got " + train.size() + " and " + test.size() + " ids");
        }
        Set<String> seen = new HashSet<>();
        for (List<String> side : List.of(train, validation, test)) {
            for (String id : side) {
                if (!seen.add(id)) {
                    throw new IllegalArgumentException("sides must be disjoint, got " + id + " twice");
                }
            }
        }
    }

    /** A split of songs or of rows of them, with what crosses counted. */
    static Split of(String name, long seed, Corpus corpus, Map<String, Side> sides) {
        Map<Side, List<String>> ids = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            ids.put(
                    side,
                    sides.keySet().stream().filter(id -> sides.get(id) == side).toList());
        }
        Leak leak = leak(corpus, ids.get(Side.TRAIN), held(ids.get(Side.VALIDATION), ids.get(Side.TEST)));
        return new Split(name, seed, ids.get(Side.TRAIN), ids.get(Side.VALIDATION), ids.get(Side.TEST), leak);
    }

    private static List<String> held(List<String> validation, List<String> test) {
        return Stream.concat(validation.stream(), test.stream()).toList();
    }

    private static Leak leak(Corpus corpus, List<String> train, List<String> held) {
        Set<Song> learnt = songs(corpus, train);
        Set<Song> kept = songs(corpus, held);
        Set<String> known =
                learnt.stream().flatMap(song -> song.artist().stream()).collect(Collectors.toSet());
        Set<String> songs = kept.stream().filter(learnt::contains).map(Song::id).collect(Collectors.toSet());
        Set<String> artists = kept.stream()
                .flatMap(song -> song.artist().stream())
                .filter(known::contains)
                .collect(Collectors.toSet());
        int exposed = (int) kept.stream()
                .filter(song -> song.artist().filter(artists::contains).isPresent())
                .count();
        int unknown =
                (int) kept.stream().filter(song -> song.artist().isEmpty()).count();
        return new Leak(songs, artists, exposed, kept.size(), unknown);
    }

    private static Set<Song> songs(Corpus corpus, List<String> ids) {
        Map<String, Song> byId = corpus.songs().stream().collect(Collectors.toMap(Song::id, song -> song));
        return ids.stream()
                .map(id -> Optional.ofNullable(byId.get(id)).orElseGet(() -> byId.get(songOf(id))))
                .collect(Collectors.toSet());
    }

    /**
     * The song that a piece was cut from.
     *
     * @param piece such as {@code blues.00000.3}
     * @return its id up to the last dot, such as {@code blues.00000}
     */
    public static String songOf(String piece) {
        return piece.substring(0, piece.lastIndexOf('.'));
    }

    /**
     * Whether pieces of one song may be on both sides.
     *
     * @return true if some are
     */
    public boolean byRow() {
        return !leak.songs().isEmpty();
    }

    /**
     * The ids of one side.
     *
     * @param side which
     * @return its ids; may be empty for validation
     */
    public List<String> ids(Side side) {
        return side == Side.TRAIN ? train : side == Side.VALIDATION ? validation : test;
    }

    /**
     * The side that an id is on.
     *
     * @param id a song, or a piece if the split is by row
     * @return its side; empty if it is on none
     */
    public Optional<Side> side(String id) {
        for (Side side : Side.values()) {
            if (ids(side).contains(id)) {
                return Optional.of(side);
            }
        }
        return Optional.empty();
    }

    /**
     * How many ids each label has on each side.
     *
     * @param corpus the corpus that was split
     * @return label → side → count, labels in the corpus' order, every side there
     */
    public Map<String, Map<Side, Integer>> counts(Corpus corpus) {
        Map<String, Map<Side, Integer>> counts = new LinkedHashMap<>();
        for (String label : corpus.labels()) {
            Map<Side, Integer> row = new EnumMap<>(Side.class);
            for (Side side : Side.values()) {
                row.put(side, (int) ids(side).stream()
                        .filter(id -> id.startsWith(label + "."))
                        .count());
            }
            counts.put(label, row);
        }
        return counts;
    }

    @Override
    public String toString() {
        return "Split[" + name + ", seed " + seed + ": " + train.size() + " train, " + validation.size()
                + " validation, " + test.size() + " test; " + leak + "]";
    }
}
