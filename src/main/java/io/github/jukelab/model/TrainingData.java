package io.github.jukelab.model;

import io.github.jukelab.Progress;
import io.github.jukelab.Require;
import io.github.jukelab.Sha256;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetInfo;
import io.github.jukelab.dataset.Datasets;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a model was trained on, with the terms of these data. The validation set counts as training, since the epoch or
 * the settings were chosen by it.
 *
 * <p>Tracks and files are kept as checksums: they tell whether a track was in training, but not which tracks were. A
 * file is recognised by its content, whatever its name; in another format, or with other tags, it is another file.
 *
 * @param id the stored name of the data set
 * @param title its name to show
 * @param licence its terms, a short text
 * @param citation what to cite
 * @param synthetic whether it was rendered, so that results on it mean nothing about music
 * @param groups the number of known artists or other groups of its tracks; 0 if none is known
 * @param leaks whether training is known to share tracks or groups with the held-out tracks
 * @param leakage what it shares with them, a short text
 * @param tracks a checksum for each track, 16 hexadecimal digits; at least one
 * @param files a checksum for each file that could be read
 * @see Split#leakage()
 */
public record TrainingData(
        String id,
        String title,
        String licence,
        String citation,
        boolean synthetic,
        int groups,
        boolean leaks,
        String leakage,
        Set<String> tracks,
        Set<String> files) {

    private static final int DIGITS = 16;
    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{" + DIGITS + "}");

    /**
     * Copies and checks the checksums.
     *
     * @param id of the data set
     * @param title of the data set
     * @param licence its terms
     * @param citation what to cite
     * @param synthetic whether it was rendered
     * @param groups known groups, at least 0
     * @param leaks whether something is shared
     * @param leakage in words
     * @param tracks at least one checksum
     * @param files checksums
     * @throws IllegalArgumentException if there is no track, a checksum has another form, or {@code groups} is negative
     */
    public TrainingData {
        Require.atLeast("groups", 0, groups);
        Require.atLeast("number of tracks", 1, tracks.size());
        tracks = Collections.unmodifiableSet(new TreeSet<>(checked(tracks)));
        files = Collections.unmodifiableSet(new TreeSet<>(checked(files)));
    }

    private static Set<String> checked(Set<String> checksums) {
        for (String checksum : checksums) {
            if (!CHECKSUM.matcher(checksum).matches()) {
                throw new IllegalArgumentException(
                        "a checksum must have " + DIGITS + " hexadecimal digits, got " + checksum);
            }
        }
        return checksums;
    }

    /**
     * The training and validation set of a split. Each file is read once, some 300 MB per second.
     *
     * @param dataset that was split
     * @param split its tracks, or segments of them
     * @return with a checksum for each track; a file that can no longer be read has none
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static TrainingData of(Dataset dataset, Split split) {
        List<String> ids = new ArrayList<>(split.train());
        ids.addAll(split.validation());
        return of(dataset, dataset.tracksOf(ids, split.segments()).values(), split);
    }

    /**
     * All tracks, for a model that is trained once more after folds.
     *
     * @param dataset that was split
     * @param fold one of the folds, which have their leakage in common
     * @return with a checksum for each track; a file that can no longer be read has none
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static TrainingData ofAll(Dataset dataset, Split fold) {
        return of(dataset, dataset.tracks(), fold);
    }

    private static TrainingData of(Dataset dataset, Collection<Track> trained, Split split) {
        Set<Track> tracks = new LinkedHashSet<>(trained);
        DatasetInfo info = dataset.info();
        return new TrainingData(
                info.id(),
                info.title(),
                info.licence(),
                info.citation(),
                Datasets.isSynthetic(info),
                (int) tracks.stream()
                        .flatMap(track -> track.artist().stream())
                        .distinct()
                        .count(),
                split.leakage().any(),
                split.leakage().toString(),
                checksums(info.id(), tracks),
                contents(tracks));
    }

    private static Set<String> checksums(String dataset, Collection<Track> tracks) {
        Set<String> checksums = new TreeSet<>();
        tracks.forEach(track -> checksums.add(checksum(dataset, track.id())));
        return checksums;
    }

    private static Set<String> contents(Collection<Track> tracks) {
        Set<String> checksums = new TreeSet<>();
        tracks.stream().map(Track::file).distinct().forEach(file -> content(file)
                .ifPresent(checksums::add));
        return checksums;
    }

    /** Empty if the file cannot be read, such as one that was removed; whoever reads its sound says why. */
    private static Optional<String> content(Path file) {
        try {
            return Optional.of(Sha256.of(file).substring(0, DIGITS));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String checksum(String dataset, String id) {
        return Sha256.of(dataset + "\n" + id).substring(0, DIGITS);
    }

    /**
     * Whether a track was in training, by its id. Other data sets may have the same ids, so the name of the data set
     * must be the same too.
     *
     * @param dataset its stored name
     * @param id of the track
     * @return whether there is such a track
     */
    public boolean hasTrack(String dataset, String id) {
        return tracks.contains(checksum(dataset, id));
    }

    /**
     * Whether a file was in training, by its content.
     *
     * @param file read whole
     * @return whether a file of equal content was; false if it cannot be read
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public boolean hasFile(Path file) {
        return content(file).filter(files::contains).isPresent();
    }

    /**
     * The tracks of a data set that were in training, by the content of their files or by their ids. A file that cannot
     * be read is not recognised by its content.
     *
     * @param dataset any
     * @param progress told after each file
     * @return ids, in the order of the tracks
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public List<String> seen(Dataset dataset, Progress progress) {
        Set<Path> known =
                knownFiles(dataset.tracks().stream().map(Track::file).distinct().toList(), progress);
        return dataset.tracks().stream()
                .filter(track -> known.contains(track.file()) || hasTrack(dataset.id(), track.id()))
                .map(Track::id)
                .toList();
    }

    private Set<Path> knownFiles(List<Path> all, Progress progress) {
        Set<Path> known = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            if (hasFile(all.get(i))) {
                known.add(all.get(i));
            }
            progress.report(i + 1, all.size(), "" + all.get(i).getFileName());
        }
        return known;
    }

    @Override
    public String toString() {
        return "TrainingData[" + tracks.size() + " tracks of " + title + "]";
    }
}
