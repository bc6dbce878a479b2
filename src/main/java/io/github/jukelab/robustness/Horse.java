package io.github.jukelab.robustness;

import io.github.jukelab.Progress;
import io.github.jukelab.Require;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetInfo;
import io.github.jukelab.dataset.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * A data set in which there is nothing to learn, but one label can be recognised all the same: labels are drawn by lot,
 * and the sounds of one of them are changed. A model that is right on it is a horse: it has learned the change, as Clever
 * Hans had learned the faces of those who asked.
 *
 * <p>Notebook: 10-horse-or-music
 *
 * @see <a href="https://doi.org/10.1109/TMM.2014.2330697">Sturm 2014, on music information retrieval systems</a>
 */
public final class Horse {

    /** The label whose sounds are changed. */
    public static final String CHANGED = "heads";

    /** The label whose sounds stay as they are. */
    public static final String UNCHANGED = "tails";

    private static final int TRACKS = 80;
    private static final int SECONDS = 5;

    private Horse() {}

    /**
     * Writes the first 5 s of at most 80 tracks, drawn by lot, as wav files; every other one is changed.
     *
     * @param dataset at least two tracks that can be read
     * @param plant what is done to the sounds of {@link #CHANGED}
     * @param folder for the files; created if missing, files of the same names are replaced
     * @param seed of the lot
     * @param progress told after each track
     * @return the new tracks; no artist is known
     * @throws IOException if a track cannot be read or a file cannot be written
     * @throws IllegalArgumentException if there are too few tracks, or one is too short for the change
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static Dataset of(Dataset dataset, Change plant, Path folder, long seed, Progress progress)
            throws IOException {
        Require.atLeast("tracks", 2, dataset.tracks().size());
        List<Track> drawn = new ArrayList<>(dataset.tracks());
        Collections.shuffle(drawn, new Random(seed));
        int count = Math.min(TRACKS, drawn.size());
        List<Track> tracks = new ArrayList<>();
        for (Track track : drawn.subList(0, count)) {
            Progress.checkInterrupted();
            boolean changed = tracks.size() % 2 == 0;
            tracks.add(written(track, changed ? Optional.of(plant) : Optional.empty(), folder, tracks.size()));
            progress.report(tracks.size(), count, track.id());
        }
        return new Dataset(info(tracks), folder, tracks);
    }

    private static Track written(Track track, Optional<Change> plant, Path folder, int number) throws IOException {
        Wave wave = track.first(SECONDS).read();
        String id = String.format(Locale.ROOT, "sound.%02d", number);
        Path file = folder.resolve(id + ".wav");
        plant.map(change -> change.of(wave)).orElse(wave).write(file);
        return new Track(id, plant.isPresent() ? CHANGED : UNCHANGED, Optional.empty(), file);
    }

    private static DatasetInfo info(List<Track> tracks) {
        Map<String, String> labels = new LinkedHashMap<>();
        tracks.forEach(track -> labels.put(track.id(), track.label()));
        return new DatasetInfo(
                "horse",
                "labels by lot",
                List.of(CHANGED, UNCHANGED),
                labels,
                OptionalInt.empty(),
                OptionalInt.empty(),
                "that of the tracks it is made of",
                "that of the tracks it is made of",
                "made on this computer from other tracks",
                Map.of(),
                Map.of(),
                Map.of());
    }
}
