package io.github.jukelab.dataset;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * GTZAN: ten genres, a hundred half-minute clips each, collected by George Tzanetakis in 2000 and 2001.
 *
 * <p>Only the declaration is here; the audio is the user's own copy, whole or in part. Three things to know before
 * trusting a figure: some clips are repeated or distorted, many clips of a genre share an artist, and one copy that is
 * passed around has a file that no decoder opens (jazz.00054).
 *
 * <p>Notebook: 00-quick-tour
 *
 * @see <a href="https://arxiv.org/abs/1306.1461">Sturm: The GTZAN dataset, its contents and its faults</a>
 */
public final class Gtzan {

    /** What GTZAN is, apart from any copy of it. */
    public static final DatasetInfo INFO = info();

    private Gtzan() {}

    /**
     * The copy of GTZAN in a folder: the tracks that are there, {@code genres_original/<genre>/*.wav} (Kaggle) or
     * {@code genres/<genre>/*.au} (as first published); mp3 is taken, too. The folder may be that one, its parent or its grandparent.
     * Files are listed, not opened: {@link Dataset#validate} does that.
     *
     * @param folder such as {@code data/gtzan}
     * @return the data set; part of GTZAN if only part is there
     * @throws DatasetException if the folder is missing or holds no genre
     */
    public static Dataset at(Path folder) throws DatasetException {
        return TrackFinder.read(INFO, folder);
    }

    private static DatasetInfo info() {
        List<String> genres =
                List.of("blues", "classical", "country", "disco", "hiphop", "jazz", "metal", "pop", "reggae", "rock");
        return new DatasetInfo(
                "GTZAN",
                "GTZAN",
                genres,
                names(genres, 100),
                OptionalInt.of(22_050),
                OptionalInt.of(660_000),
                "none stated: clips of commercial recordings, gathered for research; do not pass them on",
                "G. Tzanetakis, P. Cook: Musical genre classification of audio signals."
                        + " IEEE Transactions on Speech and Audio Processing 10(5), 293-302, 2002",
                "the first home (marsyas.info, genres.tar.gz, au) is gone; copies are on Kaggle (\"GTZAN Dataset - Music"
                        + " Genre Classification\", wav) and on data set hubs, mostly without word on terms",
                DatasetLists.column("gtzan_artists.csv", "artist"),
                DatasetLists.folds("gtzan_artists.csv"),
                DatasetLists.subsets("gtzan_filtered.csv"));
    }

    /** {@code <label>.00000} and so on → label, the same number of each. */
    static Map<String, String> names(List<String> labels, int each) {
        Map<String, String> names = new LinkedHashMap<>();
        labels.forEach(label -> IntStream.range(0, each)
                .forEach(i -> names.put(String.format(Locale.ROOT, "%s.%05d", label, i), label)));
        return names;
    }
}
