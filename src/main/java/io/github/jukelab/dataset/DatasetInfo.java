package io.github.jukelab.dataset;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The description of a data set, independent of any copy: names, terms, tracks, artists and published splits.
 *
 * @param id the stored name, such as {@code GTZAN}; it never changes
 * @param title the name to show, such as {@code synthetic music}
 * @param labels in the order of their indexes
 * @param tracks id → label of the tracks of a full copy, in order; empty if not known
 * @param rate sampling rate of its files in Hz, if known
 * @param samples minimum number of samples of a file at that rate, if known
 * @param licence its terms, a short text
 * @param citation what to cite
 * @param source where to get a copy, a short text
 * @param artists track id → artist, for known artists
 * @param folds track id → number of its artist-disjoint fold, from 1; empty if there are none
 * @param faultFiltered track id → subset of the published fault-filtered split; empty if there is none
 */
public record DatasetInfo(
        String id,
        String title,
        List<String> labels,
        Map<String, String> tracks,
        OptionalInt rate,
        OptionalInt samples,
        String licence,
        String citation,
        String source,
        Map<String, String> artists,
        Map<String, Integer> folds,
        Map<String, Subset> faultFiltered) {

    /**
     * Copies the lists and maps.
     *
     * @param id stored name
     * @param title shown name
     * @param labels in the order of their indexes
     * @param tracks id → label of a full copy, if known
     * @param rate in Hz, if known
     * @param samples minimum per file, if known
     * @param licence its terms
     * @param citation what to cite
     * @param source where to get a copy
     * @param artists track id → artist
     * @param folds track id → fold
     * @param faultFiltered track id → subset
     */
    public DatasetInfo {
        labels = List.copyOf(labels);
        tracks = Collections.unmodifiableMap(new LinkedHashMap<>(tracks));
        artists = Map.copyOf(artists);
        folds = Map.copyOf(folds);
        faultFiltered = Map.copyOf(faultFiltered);
    }

    /**
     * The tracks of a full copy.
     *
     * @return ids, in order; empty if not known
     */
    public List<String> trackIds() {
        return List.copyOf(tracks.keySet());
    }

    /** A declared track, with label and artist. */
    Track track(String id, Path file) {
        return new Track(id, tracks.get(id), Optional.ofNullable(artists.get(id)), file);
    }

    @Override
    public String toString() {
        return "DatasetInfo[" + title + ", " + labels.size() + " labels, " + (tracks.isEmpty() ? "any" : tracks.size())
                + " tracks]";
    }
}
