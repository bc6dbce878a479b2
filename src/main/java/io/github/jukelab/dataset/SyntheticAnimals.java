package io.github.jukelab.dataset;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.synth.AnimalSynth;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A synthetic data set of cat-like and dog-like calls, for use without recordings: eight animals per label, five clips
 * of 0.9 to 6 s per animal, 16 000 Hz, rendered by a small formant synthesiser. The animal is stored as the artist.
 *
 * <p>Cats have long gliding calls, dogs short noisy barks, with different formants. Pitch, size, loudness, background
 * and muffling depend on the animal and overlap between labels; some animals sometimes sound like the other label.
 * Accuracies on this data set show that the tools work; they say nothing about animals.
 *
 * <p>The same seed gives the same bytes on every machine, as for {@link SyntheticMusic}.
 */
public final class SyntheticAnimals {

    /** To be increased when the clips of a seed change. */
    static final int VERSION = 1;

    private static final int CLIPS = 40;
    private static final int CLIPS_PER_ANIMAL = 5;
    private static final int FOLDS = 3;

    /** The description of the synthetic animals, independent of any copy. */
    public static final DatasetInfo INFO = info();

    private SyntheticAnimals() {}

    /**
     * The synthetic animals in a folder.
     *
     * @param folder where they were rendered
     * @return the data set
     * @throws DatasetException if the folder is missing or has none of them
     */
    public static Dataset at(Path folder) throws DatasetException {
        return TrackFinder.read(INFO, folder);
    }

    /**
     * Renders the data set, 80 clips (8 MB), on all cores; takes about a second. Existing clips are not rendered again,
     * so an interrupted run can be continued.
     *
     * @param folder the target; created if missing; clips of another seed in it are replaced
     * @param seed of all random numbers
     * @param progress called after each clip
     * @return the data set
     * @throws DatasetException if a clip cannot be written
     */
    public static Dataset generate(Path folder, long seed, Progress progress) throws DatasetException {
        return new SyntheticSet(INFO, VERSION, "", ".wav", clip -> clip(clip, seed)).into(folder, seed, progress);
    }

    /**
     * A call that is in no data set, of an animal of its own.
     *
     * @param label {@code cat}, else a dog
     * @param seed of all random numbers
     * @return 0.9 to 6 s at 16 000 Hz
     */
    public static Wave call(String label, long seed) {
        return Wave.of(AnimalSynth.clip(label.equals("cat"), "new animal", "new call", seed), AnimalSynth.RATE);
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
                "rendered by this program; free to use for any purpose",
                "the synthetic animals of Jukelab, version " + VERSION,
                "rendered on your computer",
                SyntheticMusic.artists(clips, CLIPS, CLIPS_PER_ANIMAL),
                SyntheticMusic.folds(clips, CLIPS, CLIPS_PER_ANIMAL, FOLDS),
                Map.of());
    }
}
