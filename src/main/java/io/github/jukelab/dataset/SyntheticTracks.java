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
 * Tracks in two styles as MP3, for whoever has none at hand: four invented artists a style, two tracks of about a minute
 * each, 22 050 Hz. Composed and played as {@link SyntheticMusic} is, by other artists.
 *
 * <p>What goes into the MP3 encoder is the same on every machine for the same seed; what comes out may differ in the last
 * places from one build of the encoder to another.
 */
public final class SyntheticTracks {

    /** Counts up whenever the tracks of a seed change. */
    static final int VERSION = 1;

    private static final int TRACKS = 8;
    private static final int TRACKS_AN_ARTIST = 2;
    private static final int FOLDS = 4;
    private static final double SHORTEST_SECONDS = 54;
    private static final double LONGEST_SECONDS = 66;

    /** What the synthetic tracks are, apart from any copy of them. */
    public static final DatasetInfo INFO = info();

    private SyntheticTracks() {}

    /**
     * The synthetic tracks in a folder.
     *
     * @param folder where they were generated
     * @return the data set
     * @throws DatasetException if the folder is missing or holds none of them
     */
    public static Dataset at(Path folder) throws DatasetException {
        return TrackFinder.read(INFO, folder);
    }

    /**
     * Renders the set, 16 tracks of about a minute (8 MB), on all cores; a few seconds. Tracks that are there already are
     * kept, so an interrupted run goes on where it stopped, and a finished set is recognised at once.
     *
     * @param folder where to; made if missing; tracks of another seed in it are replaced
     * @param seed of everything
     * @param progress told after each track
     * @return the set
     * @throws DatasetException if a track cannot be encoded or written
     */
    public static Dataset generate(Path folder, long seed, Progress progress) throws DatasetException {
        return new SyntheticSet(
                        INFO, VERSION, "", ".mp3", track -> wave(track, seed).toMp3())
                .into(folder, seed, progress);
    }

    /** One track, before it is encoded. */
    static Wave wave(String track, long seed) {
        double seconds = SplitMix64.of(seed, "length of track " + track).between(SHORTEST_SECONDS, LONGEST_SECONDS);
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
                OptionalInt.of((int) (SHORTEST_SECONDS * MusicSynth.RATE)),
                "made by this program; do with it as you like",
                "the synthetic tracks of Jukelab, version " + VERSION,
                "generated on your own machine",
                SyntheticMusic.artists(tracks, TRACKS, TRACKS_AN_ARTIST),
                SyntheticMusic.folds(tracks, TRACKS, TRACKS_AN_ARTIST, FOLDS),
                Map.of());
    }
}
