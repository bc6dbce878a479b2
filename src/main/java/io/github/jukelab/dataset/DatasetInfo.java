package io.github.jukelab.dataset;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a data set is, apart from any copy of it: names, terms, and what is known of its tracks.
 *
 * @param id what run cards and files call it, such as {@code GTZAN}; it never changes
 * @param title what people call it, such as {@code synthetic music}
 * @param labels in the order of their indexes
 * @param tracks id → label of the tracks that a full copy holds, in order; empty if that is not known
 * @param rate samples per second that its files should have, Hz, where known
 * @param samples the least number of samples that a file should have, where known; at the rate, if that is known too
 * @param licence its terms, in words
 * @param citation what to cite
 * @param source where copies are usually had, in words
 * @param artists track id → artist, as far as known
 * @param folds track id → number of its artist-disjoint fold, from 1 up, as far as given
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
     * @param tracks id → label of a full copy, where known
     * @param rate Hz, where known
     * @param samples at least this many per file, where known
     * @param licence in words
     * @param citation what to cite
     * @param source in words
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
     * The tracks that a full copy holds.
     *
     * @return ids, in order; empty if that is not known
     */
    public List<String> trackIds() {
        return List.copyOf(tracks.keySet());
    }

    /** One of its tracks, with label and artist. */
    Track track(String id, Path file) {
        return new Track(id, tracks.get(id), Optional.ofNullable(artists.get(id)), file);
    }

    @Override
    public String toString() {
        return "DatasetInfo[" + title + ", " + labels.size() + " labels, " + (tracks.isEmpty() ? "any" : tracks.size())
                + " tracks]";
    }
}
