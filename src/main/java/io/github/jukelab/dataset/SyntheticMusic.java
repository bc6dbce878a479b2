package io.github.jukelab.dataset;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.synth.MusicSynth;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A data set of our own for whoever has no recordings at hand: ten invented styles, five invented artists a style, two
 * tracks each, rendered by a small synthesiser. Same folders, rate, length and file names as {@link Gtzan}.
 *
 * <p>What tells the styles apart is texture in time: drum patterns, swing, arpeggio or block chords, gliding or stepping
 * melodies, stacking of chords, vibrato and tremolo. Instruments, brightness, loudness, key, mix and room belong to the
 * artists and overlap across styles. Tracks borrow habits from neighbouring styles, so no one scores 100 %. A figure on
 * this set says that the tools work; it says nothing about music.
 *
 * <p>The same seed gives the same bytes on every machine: only {@link StrictMath}, plain arithmetic in a fixed order and
 * a generator written out here.
 *
 * <p>Notebook: 00-quick-tour
 */
public final class SyntheticMusic {

    /** Counts up whenever the tracks of a seed change. */
    static final int VERSION = 1;

    static final int RATE = MusicSynth.RATE;
    static final int SECONDS = 30;
    static final int SAMPLES = RATE * SECONDS;
    private static final int TRACKS = 10;
    private static final int TRACKS_AN_ARTIST = 2;
    private static final int FOLDS = 3;

    /** What the synthetic data set is, apart from any copy of it. */
    public static final DatasetInfo INFO = info();

    private SyntheticMusic() {}

    /**
     * The synthetic data set in a folder.
     *
     * @param folder where it was generated
     * @return the data set
     * @throws DatasetException if the folder is missing or holds no track of it
     */
    public static Dataset at(Path folder) throws DatasetException {
        return TrackFinder.read(INFO, folder);
    }

    /**
     * Renders the set, 100 tracks of 30 s (132 MB), on all cores; a few seconds. Tracks that are there already are kept,
     * so an interrupted run goes on where it stopped, and a finished set is recognised at once.
     *
     * @param folder where to; made if missing; tracks of another seed in it are replaced
     * @param seed of everything
     * @param progress told after each track
     * @return the set
     * @throws DatasetException if a track cannot be written
     */
    public static Dataset generate(Path folder, long seed, Progress progress) throws DatasetException {
        return new SyntheticSet(INFO, VERSION, "genres_original", ".wav", track -> track(track, seed))
                .into(folder, seed, progress);
    }

    /** A track as a wav file. */
    static byte[] track(String track, long seed) {
        String artist = INFO.artists().get(track);
        float[] samples = MusicSynth.song(INFO.tracks().get(track), artist, track, seed, SAMPLES);
        return Wave.of(samples, RATE).toWav();
    }

    private static DatasetInfo info() {
        List<String> labels = MusicSynth.STYLES;
        Map<String, String> tracks = Gtzan.names(labels, TRACKS);
        return new DatasetInfo(
                "stand-in",
                "synthetic music",
                labels,
                tracks,
                OptionalInt.of(RATE),
                OptionalInt.of(SAMPLES),
                "made by this program; do with it as you like",
                "the synthetic data set of Jukelab, version " + VERSION,
                "generated on your own machine",
                artists(tracks, TRACKS, TRACKS_AN_ARTIST),
                folds(tracks, TRACKS, TRACKS_AN_ARTIST, FOLDS),
                Map.of());
    }

    /** {@code <label>-1} and so on, so many tracks each. */
    static Map<String, String> artists(Map<String, String> tracks, int each, int perArtist) {
        Map<String, String> artists = new LinkedHashMap<>();
        tracks.forEach((id, label) -> artists.put(id, label + "-" + (artists.size() % each / perArtist + 1)));
        return artists;
    }

    /** The artists of each label assigned to the folds in turn. */
    static Map<String, Integer> folds(Map<String, String> tracks, int each, int perArtist, int count) {
        Map<String, Integer> folds = new LinkedHashMap<>();
        tracks.keySet().forEach(id -> folds.put(id, folds.size() % each / perArtist % count + 1));
        return folds;
    }
}
