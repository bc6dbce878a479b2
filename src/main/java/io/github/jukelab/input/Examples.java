package io.github.jukelab.input;

import io.github.jukelab.dataset.Segment;
import io.github.jukelab.dataset.Segments;
import io.github.jukelab.dataset.Track;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Labelled tensors of one shape, [example, channel, height, width], each with its id and its track. Immutable. Subsets
 * and joins share the values, so they take almost no memory.
 *
 * <p>Up to 64 MB are stored on the heap, more in a file, so the windows of a thousand tracks (2.6 GB) need no large heap.
 * Reading a batch back costs less than a hundredth of a training step.
 *
 * <p>Notebook: 04-mel-windows
 */
public final class Examples {

    private record Entry(String id, String track, OptionalInt label, ExampleStore values, int row) {}

    private final List<String> labels;
    private final Shape shape;
    private final List<Entry> entries;
    private final List<String> skipped;

    private Examples(List<String> labels, Shape shape, List<Entry> entries, List<String> skipped) {
        this.labels = labels;
        this.shape = shape;
        this.entries = entries;
        this.skipped = skipped;
    }

    /**
     * Collects examples one at a time, so that a lazy stream of the windows of many tracks needs memory for one track
     * only.
     *
     * @param labels the classes, unique, at least one; an example's label is stored as its index in this list
     * @param examples at least one, all of one shape, ids unique
     * @return the examples, in the stream's order
     * @throws IllegalArgumentException if there is no example, a label is not in the list, shapes differ, or an id
     *     repeats
     */
    public static Examples of(List<String> labels, Stream<Example> examples) {
        Iterator<Example> iterator = examples.iterator();
        if (!iterator.hasNext()) {
            throw new IllegalArgumentException("there must be at least one example, got none");
        }
        Map<String, Integer> indexes = indexes(labels);
        Example first = iterator.next();
        ExampleStore values = new ExampleStore(first.shape().values());
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(first, first.shape(), indexes, values));
        iterator.forEachRemaining(example -> entries.add(entry(example, first.shape(), indexes, values)));
        return checked(List.copyOf(labels), first.shape(), entries);
    }

    /**
     * The same for a list.
     *
     * @param labels the classes
     * @param examples at least one
     * @return the examples, in the list's order
     * @throws IllegalArgumentException as for a stream
     */
    public static Examples of(List<String> labels, List<Example> examples) {
        return of(labels, examples.stream());
    }

    private static Map<String, Integer> indexes(List<String> labels) {
        Map<String, Integer> indexes = new LinkedHashMap<>();
        for (String label : labels) {
            if (indexes.put(label, indexes.size()) != null) {
                throw new IllegalArgumentException("labels must be unique, got " + label + " twice");
            }
        }
        return indexes;
    }

    private static Entry entry(Example example, Shape shape, Map<String, Integer> indexes, ExampleStore values) {
        OptionalInt label = example.label().isPresent() ? OptionalInt.of(index(example, indexes)) : OptionalInt.empty();
        if (!example.shape().equals(shape)) {
            throw new IllegalArgumentException(
                    "shape of " + example.id() + " must be " + shape + ", got " + example.shape());
        }
        return new Entry(example.id(), example.track(), label, values, values.append(example.values()));
    }

    private static int index(Example example, Map<String, Integer> indexes) {
        String label = example.label().orElseThrow();
        Integer index = indexes.get(label);
        if (index == null) {
            throw new IllegalArgumentException(
                    "label of " + example.id() + " must be one of " + indexes.keySet() + ", got " + label);
        }
        return index;
    }

    /** Examples whose values are already stored; {@code rows} has the rows of each track. */
    static Examples stored(
            List<String> labels, Shape shape, ExampleStore values, List<Track> tracks, Map<String, int[]> rows) {
        Map<String, Integer> indexes = indexes(labels);
        List<Entry> entries = new ArrayList<>();
        for (Track track : tracks) {
            OptionalInt label = OptionalInt.of(indexes.get(track.label()));
            int[] trackRows = rows.get(track.id());
            for (int i = 0; i < trackRows.length; i++) {
                entries.add(new Entry(Segment.of(track, i).id(), track.id(), label, values, trackRows[i]));
            }
        }
        return checked(List.copyOf(labels), shape, entries);
    }

    /** The same, with a line for each file that could not be used. */
    Examples withSkipped(List<String> lines) {
        return new Examples(labels, shape, entries, List.copyOf(lines));
    }

    private static Examples checked(List<String> labels, Shape shape, List<Entry> entries) {
        Set<String> ids = new HashSet<>();
        for (Entry entry : entries) {
            if (!ids.add(entry.id())) {
                throw new IllegalArgumentException("ids must be unique, got " + entry.id() + " twice");
            }
        }
        return new Examples(labels, shape, List.copyOf(entries), List.of());
    }

    /**
     * The examples with the given ids, such as one subset of a split. The id of a track selects all examples that were
     * cut from it. Ids without an example are ignored.
     *
     * @param ids of tracks, such as {@code blues.00000}, or of single examples, such as {@code blues.00000.3}
     * @return the examples, in the order of {@code ids}; those of one track keep their order
     * @throws IllegalArgumentException if no id has an example
     */
    public Examples only(Collection<String> ids) {
        Map<String, List<Entry>> byTrack = entries.stream().collect(Collectors.groupingBy(Entry::track));
        Map<String, List<Entry>> byId = entries.stream().collect(Collectors.groupingBy(Entry::id));
        List<Entry> selected = ids.stream()
                .distinct()
                .flatMap(id -> byTrack.getOrDefault(id, byId.getOrDefault(id, List.of())).stream())
                .distinct()
                .toList();
        if (selected.isEmpty()) {
            throw new IllegalArgumentException("none of the " + ids.size() + " ids has an example");
        }
        return new Examples(labels, shape, selected, List.of());
    }

    /**
     * These examples and others, joined.
     *
     * @param others with the same labels and shape, and with other ids
     * @return these first, then the others
     * @throws IllegalArgumentException if labels or shapes differ, or an id is in both
     */
    public Examples and(Examples others) {
        if (!labels.equals(others.labels) || !shape.equals(others.shape)) {
            throw new IllegalArgumentException("can join only " + this + " of labels " + labels + ", got " + others
                    + " of labels " + others.labels);
        }
        List<Entry> both = new ArrayList<>(entries);
        both.addAll(others.entries);
        return checked(labels, shape, both)
                .withSkipped(
                        Stream.concat(skipped.stream(), others.skipped.stream()).toList());
    }

    /**
     * The number of examples.
     *
     * @return at least 1
     */
    public int size() {
        return entries.size();
    }

    /**
     * The shape of each example.
     *
     * @return channels, height, width
     */
    public Shape shape() {
        return shape;
    }

    /**
     * The classes.
     *
     * @return in the order of their indexes
     */
    public List<String> labels() {
        return labels;
    }

    /**
     * The tracks these examples were cut from.
     *
     * @return each once, in order of first appearance
     */
    public List<String> tracks() {
        return entries.stream().map(Entry::track).distinct().toList();
    }

    /**
     * The files that could not be used when these examples were read.
     *
     * @return a line for each, with file and reason; none for a part of them
     */
    public List<String> skipped() {
        return skipped;
    }

    /**
     * The number of examples per label.
     *
     * @return label → count, in the order of the labels; zeros included
     */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        labels.forEach(label -> counts.put(label, 0));
        entries.forEach(entry -> entry.label().ifPresent(label -> counts.merge(labels.get(label), 1, Integer::sum)));
        return counts;
    }

    /**
     * An example's id.
     *
     * @param index from 0 to {@code size() - 1}
     * @return its id
     */
    public String id(int index) {
        return entries.get(index).id();
    }

    /**
     * All ids, for a split of segments.
     *
     * @return one per example, in order
     */
    public List<String> ids() {
        return entries.stream().map(Entry::id).toList();
    }

    /**
     * An example's track.
     *
     * @param index from 0 to {@code size() - 1}
     * @return the id of the track it was cut from
     */
    public String track(int index) {
        return entries.get(index).track();
    }

    /**
     * An example's true label.
     *
     * @param index from 0 to {@code size() - 1}
     * @return the label's index; empty if it is not known
     */
    public OptionalInt label(int index) {
        return entries.get(index).label();
    }

    /**
     * Checks that the examples are of a model's shape and labels.
     *
     * @param shape of the model's input
     * @param labels of the model, in its order
     * @throws IllegalArgumentException if they are not
     */
    public void requireMatching(Shape shape, List<String> labels) {
        if (!this.shape.equals(shape) || !this.labels.equals(labels)) {
            throw new IllegalArgumentException("examples must be of shape " + shape + " and labels " + labels + ", got "
                    + this.shape + " and " + this.labels);
        }
    }

    /**
     * Checks that every example has a label, as training and evaluation require.
     *
     * @throws IllegalArgumentException if an example has no label; the message names it
     */
    public void requireLabels() {
        entries.stream().filter(entry -> entry.label().isEmpty()).findFirst().ifPresent(entry -> {
            throw new IllegalArgumentException("every example must have a label, got none for " + entry.id());
        });
    }

    /**
     * The track that each example was cut from, for a split of segments.
     *
     * @return example id → track id, in order
     */
    public Segments segments() {
        Map<String, String> trackIds = new LinkedHashMap<>();
        entries.forEach(entry -> trackIds.put(entry.id(), entry.track()));
        return new Segments(trackIds);
    }

    /**
     * An example's values.
     *
     * @param index from 0 to {@code size() - 1}
     * @return a copy, channel by channel, row by row
     */
    public float[] values(int index) {
        float[] values = new float[shape.values()];
        read(index, values);
        return values;
    }

    /**
     * Copies an example's values into an array.
     *
     * @param index from 0 to {@code size() - 1}
     * @param target of the number of values that the shape has
     */
    public void read(int index, float[] target) {
        Entry entry = entries.get(index);
        entry.values().read(entry.row(), target);
    }

    @Override
    public String toString() {
        String without = skipped.isEmpty() ? "" : "; " + skipped.size() + " files skipped, first " + skipped.get(0);
        return "Examples[" + size() + " of " + shape + ", " + tracks().size() + " tracks, " + labels.size() + " labels"
                + without + "]";
    }
}
