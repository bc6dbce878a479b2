package io.github.jukelab.dataset;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.codec.LoadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * GTZAN: ten genres, a hundred half-minute clips each, collected by George Tzanetakis in 2000 and 2001.
 *
 * <p>This class has only the data set's description; the audio is the user's own copy, which may be partial. Before you
 * trust an accuracy: some clips are duplicated or distorted, many clips of a genre are by the same artist, and in one
 * copy in circulation jazz.00054 cannot be decoded.
 *
 * <p>Notebook: 00-quick-tour
 *
 * @see <a href="https://arxiv.org/abs/1306.1461">Sturm: The GTZAN dataset, its contents and its faults</a>
 */
public final class Gtzan {

    private static final int RATE = 22_050;

    /**
     * The lengths of GTZAN's tracks in samples, from the column {@code length} of the published table. One track has
     * 661500, exactly 30 s, as own recordings are often cut: left out.
     */
    private static final Set<Long> LENGTHS = Set.of(
            660_000L, 661_100L, 661_344L, 661_408L, 661_504L, 661_676L, 661_760L, 661_794L, 661_980L, 662_112L,
            663_080L, 663_300L, 663_520L, 663_740L, 664_180L, 664_400L, 665_060L, 665_280L, 665_940L, 666_160L,
            666_820L, 667_480L, 667_700L, 667_920L, 668_140L, 668_800L, 669_240L, 669_460L, 669_680L, 670_120L,
            670_340L, 672_100L, 672_282L, 675_808L);

    /** The description of GTZAN, independent of any copy. */
    public static final DatasetInfo INFO = info();

    private Gtzan() {}

    /**
     * The copy of GTZAN in a folder: {@code genres_original/<genre>/*.wav} (Kaggle) or {@code genres/<genre>/*.au} (as
     * first published), or both; all audio formats are accepted, and if a track has several files, wav is preferred. The
     * folder may be {@code genres_original} or {@code genres}, its
     * parent or its grandparent. Files are listed, not opened: {@link Dataset#validate} opens them.
     *
     * @param folder such as {@code data/gtzan}
     * @return the data set; it may be partial
     * @throws DatasetException if the folder is missing or has no track of GTZAN
     */
    public static Dataset at(Path folder) throws DatasetException {
        return TrackFinder.read(INFO, folder);
    }

    /**
     * Whether recordings have the sampling rate and lengths of GTZAN's: most of the first of each label. Files that
     * cannot be read do not count.
     */
    static boolean soundsLike(List<Path> recordings) {
        Map<Path, Path> firstOfLabel = new LinkedHashMap<>();
        recordings.forEach(file -> firstOfLabel.putIfAbsent(file.getParent(), file));
        List<Boolean> fits = firstOfLabel.values().stream()
                .map(Gtzan::hasLengthOfTrack)
                .flatMap(Optional::stream)
                .toList();
        return 2 * fits.stream().filter(fit -> fit).count() > fits.size();
    }

    private static Optional<Boolean> hasLengthOfTrack(Path file) {
        try (AudioSource source = AudioSource.open(file)) {
            Recording recording = Recording.of(source, LoadOptions.WHOLE);
            return Optional.of(recording.rate() == RATE && LENGTHS.contains(recording.length()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static DatasetInfo info() {
        List<String> genres =
                List.of("blues", "classical", "country", "disco", "hiphop", "jazz", "metal", "pop", "reggae", "rock");
        return new DatasetInfo(
                "GTZAN",
                "GTZAN",
                genres,
                names(genres, 100),
                OptionalInt.of(RATE),
                OptionalInt.of(660_000),
                "none stated: clips of commercial recordings, collected for research; do not redistribute them",
                "G. Tzanetakis, P. Cook: Musical genre classification of audio signals."
                        + " IEEE Transactions on Speech and Audio Processing 10(5), 293-302, 2002",
                "the original download (marsyas.info, genres.tar.gz, au) is gone; copies are on Kaggle"
                        + " (\"GTZAN Dataset - Music Genre Classification\", wav) and on data set hubs, mostly without a licence",
                DatasetLists.column("gtzan_artists.csv", "artist"),
                DatasetLists.folds("gtzan_artists.csv"),
                DatasetLists.subsets("gtzan_filtered.csv"));
    }

    /** {@code <label>.00000} and so on → label, the same number of tracks per label. */
    static Map<String, String> names(List<String> labels, int perLabel) {
        Map<String, String> names = new LinkedHashMap<>();
        labels.forEach(label -> IntStream.range(0, perLabel)
                .forEach(i -> names.put(String.format(Locale.ROOT, "%s.%05d", label, i), label)));
        return names;
    }
}
