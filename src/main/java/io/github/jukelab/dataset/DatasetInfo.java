package io.github.jukelab.dataset;

import java.nio.file.Path;
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
 * @param trackIds the ids that a full copy holds, {@code <label>.<number>}; empty if that is not known
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
        List<String> trackIds,
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
     * @param trackIds the ids of a full copy, where known
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
        trackIds = List.copyOf(trackIds);
        artists = Map.copyOf(artists);
        folds = Map.copyOf(folds);
        faultFiltered = Map.copyOf(faultFiltered);
    }

    /** The label of a declared track: its id up to the number. */
    static String labelOf(String trackId) {
        return trackId.substring(0, trackId.lastIndexOf('.'));
    }

    /** One of its tracks, with the artist where known. */
    Track track(String id, Path file) {
        return new Track(id, labelOf(id), Optional.ofNullable(artists.get(id)), file);
    }

    @Override
    public String toString() {
        return "DatasetInfo[" + title + ", " + labels.size() + " labels, "
                + (trackIds.isEmpty() ? "any" : trackIds.size()) + " tracks]";
    }
}
