package io.github.jukelab.dataset;

import io.github.jukelab.Progress;
import io.github.jukelab.Require;
import io.github.jukelab.audio.Wave;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
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
 * A copy of a data set: the tracks that were found by their file names. No file has been opened.
 *
 * <p>Notebook: 00-quick-tour
 *
 * @param info what the data set is
 * @param folder the folder with the labels' folders
 * @param tracks by label, then id; at least one; ids unique
 */
public record Dataset(DatasetInfo info, Path folder, List<Track> tracks) {

    /**
     * Checks the tracks.
     *
     * @param info what the data set is
     * @param folder the folder with the labels' folders
     * @param tracks at least one; ids unique
     * @throws IllegalArgumentException if there is no track, an id repeats, or a label is not declared
     */
    public Dataset {
        tracks = List.copyOf(tracks);
        if (tracks.isEmpty()) {
            throw new IllegalArgumentException("a data set needs at least one track, got none");
        }
        Require.unique("track ids", tracks.stream().map(Track::id).toList());
        for (Track track : tracks) {
            if (!info.labels().contains(track.label())) {
                throw new IllegalArgumentException(
                        "label of " + track.id() + " must be one of " + info.labels() + ", got " + track.label());
            }
        }
    }

    /**
     * A data set of track ids without files, such as the tracks of a feature table. It can be split. The paths are
     * those of a full copy, relative to no folder, so {@link #validate} reports every file as broken.
     *
     * @param info the data set they are from, such as {@link Gtzan#INFO}
     * @param tracks ids, at least one, in any order; duplicates are ignored
     * @return the data set, in the order of {@code info}
     * @throws IllegalArgumentException if there is no id, or the data set has no track with one of them
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
     * The stored name, as in run cards and file names.
     *
     * @return such as {@code GTZAN} or {@code stand-in}; it never changes
     */
    public String id() {
        return info.id();
    }

    /**
     * The name to show.
     *
     * @return such as {@code GTZAN} or {@code synthetic music}
     */
    public String title() {
        return info.title();
    }

    /**
     * The labels that have a track here, in the order of {@code info}.
     *
     * @return at least one
     */
    public List<String> labels() {
        return info.labels().stream().filter(label -> !tracks(label).isEmpty()).toList();
    }

    /**
     * The ids of the tracks.
     *
     * @return unique, in the order of the tracks
     */
    public List<String> trackIds() {
        return tracks.stream().map(Track::id).toList();
    }

    /**
     * The tracks of one label.
     *
     * @param label such as {@code blues}
     * @return ordered by id; empty for a label of {@code info} that has no track here
     * @throws IllegalArgumentException if there is no such label
     */
    public List<Track> tracks(String label) {
        Require.oneOf("label", info.labels(), label);
        return tracks.stream().filter(track -> track.label().equals(label)).toList();
    }

    /**
     * One track.
     *
     * @param id such as {@code blues.00000}
     * @return the track; empty if it is not here
     */
    public Optional<Track> track(String id) {
        return tracks.stream().filter(track -> track.id().equals(id)).findFirst();
    }

    /**
     * The audio files.
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
     * @throws IllegalArgumentException if there is no track with such an id
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
     * The first track of a label, or of the next label if there is none, so that one notebook cell works on several
     * data sets.
     *
     * @param labels by preference, such as {@code metal} and {@code ironrow}
     * @return the first track of the first of these labels that has one
     * @throws IllegalArgumentException if none of them has a track; the message names the labels that have one
     */
    public Track firstOf(String... labels) {
        return Arrays.stream(labels)
                .flatMap(label -> tracks.stream().filter(track -> track.label().equals(label)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(title() + ": no track is labelled "
                        + String.join(" or ", labels) + "; there are tracks of " + String.join(", ", labels())));
    }

    /**
     * The known artists of the tracks.
     *
     * @return unique ids, sorted; empty if none is known
     */
    public Set<String> artists() {
        Set<String> artists = new TreeSet<>();
        tracks.forEach(track -> track.artist().ifPresent(artists::add));
        return artists;
    }

    /**
     * The tracks grouped by artist, for splits in which no artist is in two subsets. Tracks of unknown artists are not
     * included.
     *
     * @return track id → artist, in the order of the tracks; empty if no artist is known
     */
    public Map<String, String> artistGroups() {
        Map<String, String> groups = new LinkedHashMap<>();
        tracks.forEach(track -> track.artist().ifPresent(artist -> groups.put(track.id(), artist)));
        return groups;
    }

    /**
     * The terms of use.
     *
     * @return a short text
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
     * Whether every declared track is here.
     *
     * @return true for a full copy; false if {@code info} declares no tracks
     */
    public boolean isComplete() {
        return !info.tracks().isEmpty() && tracks.size() == info.tracks().size();
    }

    /**
     * Labels with fewer tracks than required, as in partial copies.
     *
     * @param minimum tracks per label
     * @return declared labels with fewer tracks, including those with none
     */
    public List<String> labelsBelow(int minimum) {
        return info.labels().stream()
                .filter(label -> tracks(label).size() < minimum)
                .toList();
    }

    /**
     * The same data set without labels that have too few tracks; {@link #labelsBelow} lists them.
     *
     * @param minimum tracks per label
     * @return the tracks of the other labels
     * @throws IllegalArgumentException if no label has enough; the message gives the largest number of tracks
     */
    public Dataset withAtLeastPerLabel(int minimum) {
        List<String> sufficient = labels().stream()
                .filter(label -> tracks(label).size() >= minimum)
                .toList();
        if (sufficient.isEmpty()) {
            int most = labels().stream()
                    .mapToInt(label -> tracks(label).size())
                    .max()
                    .orElse(0);
            throw new IllegalArgumentException(
                    title() + ": no label has " + minimum + " tracks, the largest has " + most);
        }
        return withLabels(sufficient);
    }

    /**
     * The same data set with only some labels.
     *
     * @param labels the labels to keep
     * @return the data set with their tracks
     * @throws IllegalArgumentException if there is no such label, or no track has one of them
     */
    public Dataset withLabels(Collection<String> labels) {
        labels.forEach(label -> Require.oneOf("label", info.labels(), label));
        return new Dataset(
                info,
                folder,
                tracks.stream().filter(track -> labels.contains(track.label())).toList());
    }

    /**
     * The same data set without some tracks.
     *
     * @param ids tracks to exclude, such as {@link IntegrityReport#unusable()}
     * @return the data set without them
     * @throws IllegalArgumentException if no track is left
     */
    public Dataset without(Collection<String> ids) {
        Set<String> out = Set.copyOf(ids);
        List<Track> kept =
                tracks.stream().filter(track -> !out.contains(track.id())).toList();
        if (kept.isEmpty()) {
            throw new IllegalArgumentException(
                    title() + ": no track is left in " + folder + ", all " + tracks.size() + " are excluded");
        }
        return new Dataset(info, folder, kept);
    }

    /**
     * Decodes every file once and lists files that are missing, broken, duplicated, stray, too short or of another
     * rate. A broken file does not stop it. About 5 ms per track and core.
     *
     * @param progress called after each track
     * @return the findings; none for a perfect copy
     * @throws DatasetException if a folder can no longer be listed
     */
    public IntegrityReport validate(Progress progress) throws DatasetException {
        return validate((track, wave) -> {}, progress);
    }

    /**
     * The same, and passes on every decoded wave, so that files need not be decoded again.
     *
     * @param consumer called with each track that could be decoded, by several threads at a time
     * @param progress called after each track
     * @return the findings; none for a perfect copy
     * @throws DatasetException if a folder can no longer be listed
     */
    public IntegrityReport validate(BiConsumer<Track, Wave> consumer, Progress progress) throws DatasetException {
        return IntegrityCheck.of(this, consumer, progress);
    }

    /**
     * A random split by track, stratified by label: {@link Splits#stratified}.
     *
     * @param ratio the share of each subset
     * @param seed of the shuffling
     * @return the split
     * @throws IllegalArgumentException if there are too few labels, or too few tracks of a label
     */
    public Split split(SplitRatio ratio, long seed) {
        return Splits.stratified(this, ratio, seed);
    }

    @Override
    public String toString() {
        String all = info.tracks().isEmpty() ? "" : " of " + info.tracks().size();
        return "Dataset[" + title() + ", " + tracks.size() + all + " tracks, " + labels().size() + " labels]";
    }
}
