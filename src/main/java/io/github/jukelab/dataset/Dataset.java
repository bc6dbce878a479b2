package io.github.jukelab.dataset;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * A copy of a data set: the tracks that are there. Listing is by file name; no file has been opened.
 *
 * <p>Notebook: 00-quick-tour
 *
 * @param info what the data set is
 * @param folder where the labels' folders lie
 * @param tracks by label, then id; at least one; ids unique
 */
public record Dataset(DatasetInfo info, Path folder, List<Track> tracks) {

    /**
     * Checks the tracks.
     *
     * @param info what the data set is
     * @param folder where the labels' folders lie
     * @param tracks at least one; ids unique
     * @throws IllegalArgumentException if there is no track, an id repeats, or a label is not declared
     */
    public Dataset {
        tracks = List.copyOf(tracks);
        if (tracks.isEmpty()) {
            throw new IllegalArgumentException("a data set needs at least one track, got none");
        }
        Set<String> ids = new HashSet<>();
        for (Track track : tracks) {
            if (!ids.add(track.id())) {
                throw new IllegalArgumentException("track ids must be unique, got " + track.id() + " twice");
            }
            if (!info.labels().contains(track.label())) {
                throw new IllegalArgumentException(
                        "label of " + track.id() + " must be one of " + info.labels() + ", got " + track.label());
            }
        }
    }

    /**
     * Tracks by name, whether their files are there or not: enough to be split, as the tracks of a feature table. Files are
     * named as in a full copy, below no folder; {@link #validate} would call them broken.
     *
     * @param info the data set they are from, such as {@link Gtzan#INFO}
     * @param tracks ids, at least one, in any order; one that comes again counts once
     * @return the data set
     * @throws IllegalArgumentException if there is none, or the data set has no track of such an id
     */
    public static Dataset of(DatasetInfo info, Collection<String> tracks) {
        Set<String> wanted = new LinkedHashSet<>(tracks);
        List<Track> found = info.trackIds().stream()
                .filter(wanted::remove)
                .map(id -> info.track(id, Path.of(info.tracks().get(id), id + ".wav")))
                .toList();
        if (!wanted.isEmpty()) {
            throw new IllegalArgumentException(
                    info.title() + " has no track " + wanted.iterator().next());
        }
        return new Dataset(info, Path.of(""), found);
    }

    /**
     * What run cards and files call the data set.
     *
     * @return such as {@code GTZAN} or {@code stand-in}; it never changes
     */
    public String id() {
        return info.id();
    }

    /**
     * What people call the data set.
     *
     * @return such as {@code GTZAN} or {@code synthetic music}
     */
    public String title() {
        return info.title();
    }

    /**
     * The labels that have a track here, in the order of the declaration.
     *
     * @return at least one
     */
    public List<String> labels() {
        return info.labels().stream().filter(label -> !tracks(label).isEmpty()).toList();
    }

    /**
     * The tracks of one label.
     *
     * @param label such as {@code blues}
     * @return by id; empty if none is there
     */
    public List<Track> tracks(String label) {
        return tracks.stream().filter(track -> track.label().equals(label)).toList();
    }

    /**
     * One track.
     *
     * @param id such as {@code blues.00000}
     * @return the track, if it is there
     */
    public Optional<Track> track(String id) {
        return tracks.stream().filter(track -> track.id().equals(id)).findFirst();
    }

    /**
     * Where the sounds are.
     *
     * @return id → file, in the order of the tracks
     */
    public Map<String, Path> files() {
        Map<String, Path> files = new LinkedHashMap<>();
        tracks.forEach(track -> files.put(track.id(), track.file()));
        return files;
    }

    /**
     * Some tracks by their ids.
     *
     * @param ids such as {@code blues.00000}
     * @return id → track, in the order of the ids
     * @throws IllegalArgumentException if there is no track of such an id
     */
    public Map<String, Track> tracksOf(Collection<String> ids) {
        return tracksOf(ids, Segments.NONE);
    }

    /**
     * The tracks of segments.
     *
     * @param ids of segments, such as {@code blues.00000.3}, or of whole tracks
     * @param segments which track each segment was cut from
     * @return id → track, in the order of the ids
     * @throws IllegalArgumentException if the track of an id is not here
     */
    public Map<String, Track> tracksOf(Collection<String> ids, Segments segments) {
        Map<String, Track> byId = tracks.stream().collect(Collectors.toMap(Track::id, track -> track));
        Map<String, Track> found = new LinkedHashMap<>();
        for (String id : ids) {
            Track track = byId.get(segments.trackId(id));
            if (track == null) {
                throw new IllegalArgumentException(this + " has no track for " + id);
            }
            found.put(id, track);
        }
        return found;
    }

    /**
     * The first track of a label, with other labels to fall back on, so that the same cell works on several data sets.
     *
     * @param labels by preference, such as {@code metal} and {@code ironrow}
     * @return the first track of the first of these labels that has one here
     * @throws IllegalArgumentException if none of them has a track; the message names those that have
     */
    public Track firstOf(String... labels) {
        return Arrays.stream(labels)
                .flatMap(label -> tracks(label).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(title() + ": no track is labelled "
                        + String.join(" or ", labels) + ", there are tracks of " + String.join(", ", labels())));
    }

    /**
     * The artists known here.
     *
     * @return ids, each once; empty if none is known
     */
    public Set<String> artists() {
        Set<String> artists = new TreeSet<>();
        tracks.forEach(track -> track.artist().ifPresent(artists::add));
        return artists;
    }

    /**
     * What to group tracks by so that no artist is in two subsets: {@code track id → artist}. Tracks whose artist is not known
     * are not in it.
     *
     * @return in the order of the tracks; empty if no artist is known
     */
    public Map<String, String> artistGroups() {
        Map<String, String> groups = new LinkedHashMap<>();
        tracks.forEach(track -> track.artist().ifPresent(artist -> groups.put(track.id(), artist)));
        return groups;
    }

    /**
     * The terms.
     *
     * @return in words
     */
    public String licence() {
        return info.licence();
    }

    /**
     * What to cite.
     *
     * @return a reference
     */
    public String citation() {
        return info.citation();
    }

    /**
     * Whether every declared track is there.
     *
     * @return true for a full copy; false where it is not known what a full copy holds
     */
    public boolean isComplete() {
        return !info.trackIds().isEmpty() && tracks.size() == info.trackIds().size();
    }

    /**
     * Labels with fewer tracks than wanted: a partial copy should say so.
     *
     * @param least tracks wanted a label
     * @return declared labels with fewer, those with none included
     */
    public List<String> labelsBelow(int least) {
        return info.labels().stream()
                .filter(label -> tracks(label).size() < least)
                .toList();
    }

    /**
     * The same data set without labels that have too few tracks to be split: {@link #labelsBelow} names them.
     *
     * @param least tracks wanted a label
     * @return the tracks of the other labels
     * @throws IllegalArgumentException if no label has that many; the message says how many the fullest has
     */
    public Dataset withAtLeastPerLabel(int least) {
        List<String> enough =
                labels().stream().filter(label -> tracks(label).size() >= least).toList();
        if (enough.isEmpty()) {
            int most = labels().stream()
                    .mapToInt(label -> tracks(label).size())
                    .max()
                    .orElse(0);
            throw new IllegalArgumentException(
                    title() + ": no label has " + least + " tracks, the fullest has " + most);
        }
        return withLabels(enough);
    }

    /**
     * The same data set with some labels only.
     *
     * @param labels the labels to keep
     * @return their tracks
     * @throws IllegalArgumentException if no track has one of them
     */
    public Dataset withLabels(Collection<String> labels) {
        return new Dataset(
                info,
                folder,
                tracks.stream().filter(track -> labels.contains(track.label())).toList());
    }

    /**
     * The same data set without some tracks.
     *
     * @param ids tracks to leave out, such as {@link IntegrityReport#unusable()}
     * @return the others
     * @throws IllegalArgumentException if no track is left
     */
    public Dataset without(Collection<String> ids) {
        Set<String> out = Set.copyOf(ids);
        List<Track> kept =
                tracks.stream().filter(track -> !out.contains(track.id())).toList();
        if (kept.isEmpty()) {
            throw new IllegalArgumentException(
                    title() + ": no track is left in " + folder + ", all " + tracks.size() + " were to be left out");
        }
        return new Dataset(info, folder, kept);
    }

    /**
     * Opens every file once and lists what is missing, broken, repeated, stray, too short or of another rate. Goes on
     * after a bad file. About 5 ms a track and core.
     *
     * @param progress told after each track
     * @return the findings; none for a perfect copy
     * @throws DatasetException if a folder can no longer be listed
     */
    public IntegrityReport validate(Progress progress) throws DatasetException {
        return validate((track, wave) -> {}, progress);
    }

    /**
     * The same, with every decoded sound passed on, so that files are decoded once.
     *
     * @param reader takes each track that could be decoded, from the thread that decoded it: several at a time
     * @param progress told after each track
     * @return the findings; none for a perfect copy
     * @throws DatasetException if a folder can no longer be listed
     */
    public IntegrityReport validate(BiConsumer<Track, Wave> reader, Progress progress) throws DatasetException {
        return IntegrityCheck.of(this, reader, progress);
    }

    /**
     * Tracks at random, stratified by label: {@link Splits#stratified}.
     *
     * @param shares of each subset
     * @param seed of the shuffling
     * @return the split
     * @throws IllegalArgumentException if there are too few labels, or too few tracks of one
     */
    public Split split(SplitRatio shares, long seed) {
        return Splits.stratified(this, shares, seed);
    }

    @Override
    public String toString() {
        String all = info.trackIds().isEmpty() ? "" : " of " + info.trackIds().size();
        return "Dataset[" + title() + ", " + tracks.size() + all + " tracks, " + labels().size() + " labels]";
    }
}
