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
 * A synthetic data set of music, for use without recordings: ten styles, five artists per style, two tracks per artist,
 * rendered by a small synthesiser. Folders, rate, length and file names are like those of {@link Gtzan}.
 *
 * <p>The styles differ in their texture over time: drum patterns, swing, arpeggios or block chords, gliding or stepping
 * melodies, chord voicing, vibrato and tremolo. Instruments, brightness, loudness, key, mix and room depend on the
 * artist and overlap between styles. Tracks mix in features of neighbouring styles, so that 100 % cannot be reached.
 * Accuracies on this data set show that the tools work; they say nothing about music.
 *
 * <p>The same seed gives the same bytes on every machine: the synthesiser uses only {@link StrictMath}, arithmetic in a
 * fixed order and its own random number generator.
 *
 * <p>Notebook: 00-quick-tour
 */
public final class SyntheticMusic {

    /** To be increased when the tracks of a seed change. */
    static final int VERSION = 1;

    static final int RATE = MusicSynth.RATE;
    static final int SECONDS = 30;
    static final int SAMPLES = RATE * SECONDS;
    private static final int TRACKS = 10;
    private static final int TRACKS_PER_ARTIST = 2;
    private static final int FOLDS = 3;

    /** The description of the synthetic music, independent of any copy. */
    public static final DatasetInfo INFO = info();

    private SyntheticMusic() {}

    /**
     * The synthetic music in a folder.
     *
     * @param folder where it was rendered
     * @return the data set
     * @throws DatasetException if the folder is missing or has no track of it
     */
    public static Dataset at(Path folder) throws DatasetException {
        return TrackFinder.read(INFO, folder);
    }

    /**
     * Renders the data set, 100 tracks of 30 s (132 MB), on all cores; takes a few seconds. Existing tracks are not
     * rendered again, so an interrupted run can be continued.
     *
     * @param folder the target; created if missing; tracks of another seed in it are replaced
     * @param seed of all random numbers
     * @param progress called after each track
     * @return the data set
     * @throws DatasetException if a track cannot be written
     */
    public static Dataset generate(Path folder, long seed, Progress progress) throws DatasetException {
        return new SyntheticSet(INFO, VERSION, "genres_original", ".wav", track -> track(track, seed))
                .into(folder, seed, progress);
    }

    /**
     * A song that is in no data set, of an artist of its own.
     *
     * @param style one of the ten labels
     * @param seed of all random numbers
     * @return 30 s at 22 050 Hz
     * @throws IllegalArgumentException if there is no such style
     */
    public static Wave song(String style, long seed) {
        if (!INFO.labels().contains(style)) {
            throw new IllegalArgumentException("style must be one of " + INFO.labels() + ", got " + style);
        }
        return Wave.of(MusicSynth.song(style, "new artist", "new song", seed, SAMPLES), RATE);
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
                "rendered by this program; free to use for any purpose",
                "the synthetic data set of Jukelab, version " + VERSION,
                "rendered on your computer",
                artists(tracks, TRACKS, TRACKS_PER_ARTIST),
                folds(tracks, TRACKS, TRACKS_PER_ARTIST, FOLDS),
                Map.of());
    }

    /** Track id → artist, {@code <label>-1} and so on, with a fixed number of tracks per artist. */
    static Map<String, String> artists(Map<String, String> tracks, int perLabel, int perArtist) {
        Map<String, String> artists = new LinkedHashMap<>();
        tracks.forEach((id, label) -> artists.put(id, label + "-" + (artists.size() % perLabel / perArtist + 1)));
        return artists;
    }

    /** Track id → fold; the artists of each label are assigned to the folds in turn. */
    static Map<String, Integer> folds(Map<String, String> tracks, int perLabel, int perArtist, int count) {
        Map<String, Integer> folds = new LinkedHashMap<>();
        tracks.keySet().forEach(id -> folds.put(id, folds.size() % perLabel / perArtist % count + 1));
        return folds;
    }
}
