package io.github.jukelab.dataset;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.synth.AnimalSynth;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Cat-like and dog-like voices for whoever has no recordings of either at hand: eight invented animals a label, five clips
 * each of 0.9 to 6 s, 16 000 Hz, rendered by a small synthesiser of voices. An animal takes the artist's place.
 *
 * <p>Cats call long and gliding, dogs bark short and noisily, through mouths of other shapes. Pitch, size, loudness, what
 * is heard behind them and how muffled they are belong to the animals and overlap; some animals at times cry like the
 * others. A figure on this set says that the tools work; it says nothing about animals.
 *
 * <p>The same seed gives the same bytes on every machine, as for {@link SyntheticMusic}.
 */
public final class SyntheticAnimals {

    /** Counts up whenever the clips of a seed change. */
    static final int VERSION = 1;

    private static final int CLIPS = 40;
    private static final int CLIPS_AN_ANIMAL = 5;
    private static final int FOLDS = 3;

    /** What the synthetic animals are, apart from any copy of them. */
    public static final DatasetInfo INFO = info();

    private SyntheticAnimals() {}

    /**
     * The synthetic animals in a folder.
     *
     * @param folder where they were generated
     * @return the data set
     * @throws DatasetException if the folder is missing or holds none of them
     */
    public static Dataset at(Path folder) throws DatasetException {
        return TrackFinder.read(INFO, folder);
    }

    /**
     * Renders the set, 80 clips (8 MB), on all cores; about a second. Clips that are there already are kept, so an
     * interrupted run goes on where it stopped, and a finished set is recognised at once.
     *
     * @param folder where to; made if missing; clips of another seed in it are replaced
     * @param seed of everything
     * @param progress told after each clip
     * @return the set
     * @throws DatasetException if a clip cannot be written
     */
    public static Dataset generate(Path folder, long seed, Progress progress) throws DatasetException {
        return new SyntheticSet(INFO, VERSION, "", ".wav", clip -> clip(clip, seed)).into(folder, seed, progress);
    }

    /** A clip as a wav file. */
    static byte[] clip(String clip, long seed) {
        boolean cat = INFO.tracks().get(clip).equals("cat");
        return Wave.of(AnimalSynth.clip(cat, INFO.artists().get(clip), clip, seed), AnimalSynth.RATE)
                .toWav();
    }

    private static DatasetInfo info() {
        List<String> labels = List.of("cat", "dog");
        Map<String, String> clips = Gtzan.names(labels, CLIPS);
        return new DatasetInfo(
                "stand-in animals",
                "synthetic animals",
                labels,
                clips,
                OptionalInt.of(AnimalSynth.RATE),
                OptionalInt.of((int) (AnimalSynth.MIN_SECONDS * AnimalSynth.RATE)),
                "made by this program; do with it as you like",
                "the synthetic animals of Jukelab, version " + VERSION,
                "generated on your own machine",
                SyntheticMusic.artists(clips, CLIPS, CLIPS_AN_ANIMAL),
                SyntheticMusic.folds(clips, CLIPS, CLIPS_AN_ANIMAL, FOLDS),
                Map.of());
    }
}
