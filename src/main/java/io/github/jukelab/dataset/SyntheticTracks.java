package io.github.jukelab.dataset;

import io.github.jukelab.Progress;
import io.github.jukelab.SplitMix64;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.synth.MusicSynth;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A synthetic data set of MP3 tracks in two styles, for use without recordings: four artists per style, two tracks of
 * about a minute per artist, 22 050 Hz. Rendered like {@link SyntheticMusic}, with other artists.
 *
 * <p>For the same seed the input of the MP3 encoder is the same on every machine; its output may differ slightly
 * between builds of the encoder.
 */
public final class SyntheticTracks {

    /** To be increased when the tracks of a seed change. */
    static final int VERSION = 1;

    private static final int TRACKS = 8;
    private static final int TRACKS_PER_ARTIST = 2;
    private static final int FOLDS = 4;
    private static final double MIN_SECONDS = 54;
    private static final double MAX_SECONDS = 66;

    /** The description of the synthetic tracks, independent of any copy. */
    public static final DatasetInfo INFO = info();

    private SyntheticTracks() {}

    /**
     * The synthetic tracks in a folder.
     *
     * @param folder where they were rendered
     * @return the data set
     * @throws DatasetException if the folder is missing or has none of them
     */
    public static Dataset at(Path folder) throws DatasetException {
        return TrackFinder.read(INFO, folder);
    }

    /**
     * Renders the data set, 16 tracks of about a minute (8 MB), on all cores; takes a few seconds. Existing tracks are
     * not rendered again, so an interrupted run can be continued.
     *
     * @param folder the target; created if missing; tracks of another seed in it are replaced
     * @param seed of all random numbers
     * @param progress called after each track
     * @return the data set
     * @throws DatasetException if a track cannot be encoded or written
     */
    public static Dataset generate(Path folder, long seed, Progress progress) throws DatasetException {
        return new SyntheticSet(
                        INFO, VERSION, "", ".mp3", track -> wave(track, seed).toMp3())
                .into(folder, seed, progress);
    }

    /** One track before encoding. */
    static Wave wave(String track, long seed) {
        double seconds = SplitMix64.of(seed, "length of track " + track).between(MIN_SECONDS, MAX_SECONDS);
        String artist = "track artist " + INFO.artists().get(track);
        int length = (int) (seconds * MusicSynth.RATE);
        String style = INFO.tracks().get(track);
        return Wave.of(MusicSynth.song(style, artist, "track " + track, seed, length), MusicSynth.RATE);
    }

    private static DatasetInfo info() {
        List<String> labels = List.of("brooksong", "emberstep");
        Map<String, String> tracks = Gtzan.names(labels, TRACKS);
        return new DatasetInfo(
                "stand-in tracks",
                "synthetic tracks",
                labels,
                tracks,
                OptionalInt.of(MusicSynth.RATE),
                OptionalInt.of((int) (MIN_SECONDS * MusicSynth.RATE)),
                "rendered by this program; free to use for any purpose",
                "the synthetic tracks of Jukelab, version " + VERSION,
                "rendered on your computer",
                SyntheticMusic.artists(tracks, TRACKS, TRACKS_PER_ARTIST),
                SyntheticMusic.folds(tracks, TRACKS, TRACKS_PER_ARTIST, FOLDS),
                Map.of());
    }
}
