package io.github.jukelab.check;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.FileBatch;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetException;
import io.github.jukelab.dataset.Splits;
import io.github.jukelab.dataset.Subset;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.embedding.Embedding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Looks before a training for what is wrong with a data set. {@link Topic} says what is looked for. */
public final class FolderCheck {

    /** That of the concerns of a report. */
    static final Comparator<Concern> ORDER =
            Comparator.comparing(Concern::topic).thenComparing(Concern::place);

    /** Landmarks of all files together, 64 MB; of more sound than some 36 hours not all are kept. */
    private static final int MOST_LANDMARKS = 1 << 23;

    private static final double SHORT = 0.1;
    private static final double SHORTEST_SECONDS = 0.1;
    private static final int FEW = 5;
    private static final int UNEVEN = 3;

    private final Dataset dataset;
    private final Optional<Embedding> embedding;
    private final int mostLandmarks;
    private final Map<Track, float[]> values = new ConcurrentHashMap<>();
    private final Map<Track, Sound> read = new HashMap<>();
    private final List<Concern> concerns = new ArrayList<>();
    private long landmarks;
    private int halvings;

    private FolderCheck(Dataset dataset, Optional<Embedding> embedding, int mostLandmarks) {
        this.dataset = dataset;
        this.embedding = embedding;
        this.mostLandmarks = mostLandmarks;
    }

    /**
     * Reads every file, or every part that is a track, once, on all cores, block by block: files of any length need little memory. Files that cannot be
     * read are named, and the others are checked. About 30 ms of one core for 30 s of a mono wav at 22050 Hz.
     *
     * @param dataset any
     * @param progress called after each file
     * @return what was found
     * @throws DatasetException if something else than a file fails
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static CheckReport of(Dataset dataset, Progress progress) throws DatasetException {
        return of(dataset, Optional.empty(), MOST_LANDMARKS, progress);
    }

    /**
     * The same, also with what the embedding says: concerns of the topics {@link Topic#ODD_LABEL} and {@link
     * Topic#SIMILAR}, if at least 20 tracks can be read. About half a second of one core for 30 s.
     *
     * @param dataset any
     * @param embedding for music, if it is one of music
     * @param progress called after each file
     * @return what was found
     * @throws DatasetException if something else than a file fails
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static CheckReport of(Dataset dataset, Embedding embedding, Progress progress) throws DatasetException {
        return of(dataset, Optional.of(embedding), MOST_LANDMARKS, progress);
    }

    /** The same, and keeps so many landmarks of all files at most. */
    static CheckReport of(Dataset dataset, Optional<Embedding> embedding, int mostLandmarks, Progress progress)
            throws DatasetException {
        FolderCheck check = new FolderCheck(dataset, embedding, mostLandmarks);
        check.read(progress);
        CheckReport report = check.report();
        return embedding.isEmpty() ? report : report.with(EmbeddingNeighbours.of(dataset, check.values));
    }

    private void read(Progress progress) throws DatasetException {
        try {
            FileBatch.of(dataset.tracks(), Track::file, Track::id)
                    .run(
                            track -> Sound.read(dataset, track, recording -> hear(track, recording)),
                            new Results(),
                            progress);
        } catch (IOException e) {
            throw new DatasetException(dataset.folder(), "cannot be checked: " + e.getMessage());
        }
    }

    private void hear(Track track, Recording recording) throws AudioException {
        if (embedding.isPresent()) {
            values.put(track, embedding.get().values(recording));
        }
    }

    private final class Results implements FileBatch.Results<Track, Sound> {

        @Override
        public void computed(Track track, Sound sound) {
            Sound kept = halvings == 0 ? sound : sound.thinned(halvings);
            read.put(track, kept);
            landmarks += kept.fingerprint().size();
            while (landmarks > mostLandmarks) {
                halvings++;
                read.replaceAll((other, whole) -> whole.thinned(halvings));
                landmarks = read.values().stream()
                        .mapToLong(other -> other.fingerprint().size())
                        .sum();
            }
        }

        @Override
        public void skipped(Track track, AudioException reason) {
            concerns.add(new Concern(Topic.UNREADABLE, track.named(Sound.file(dataset, track)), reason.reason()));
        }
    }

    private CheckReport report() {
        List<Sound> sounds = dataset.tracks().stream()
                .map(read::get)
                .filter(Objects::nonNull)
                .toList();
        Map<String, Subset> subsets = Splits.subsetFolders(dataset);
        List<Sound> heard =
                sounds.stream().filter(sound -> !sound.level().isSilent()).toList();
        double shortest = shortest(sounds);
        sounds.forEach(sound -> findSingle(sound, shortest));
        concerns.addAll(Formats.of(sounds));
        concerns.addAll(Duplicates.of(heard, subsets));
        concerns.addAll(Groups.of(sounds, subsets));
        Map<String, Integer> usable = usable(heard, shortest);
        findUneven(usable);
        concerns.sort(ORDER);
        return new CheckReport(dataset.tracks().size(), usable, concerns);
    }

    /** What is wrong with one file. */
    private void findSingle(Sound sound, double shortest) {
        sound.warnings().forEach(warning -> add(Topic.DAMAGED, sound, warning));
        if (sound.level().isSilent()) {
            add(Topic.SILENT, sound, "peak " + decibels(sound));
        }
        if (sound.level().isClipped()) {
            String words = "%d times at its highest or lowest sample (peak %s), %.2f %% of all samples";
            double percent = 100 * sound.level().flatShare();
            add(
                    Topic.CLIPPED,
                    sound,
                    String.format(Locale.ROOT, words, sound.level().flatTops(), decibels(sound), percent));
        }
        if (sound.seconds() < shortest) {
            add(
                    Topic.TOO_SHORT,
                    sound,
                    String.format(Locale.ROOT, "%.2f s, less than %.2f s", sound.seconds(), shortest));
        }
    }

    private void add(Topic topic, Sound sound, String detail) {
        concerns.add(new Concern(topic, sound.name(), detail));
    }

    private static String decibels(Sound sound) {
        float peak = sound.level().peak();
        return peak == 0 ? "0" : String.format(Locale.ROOT, "%.1f dB", 20 * Math.log10(peak));
    }

    /** A tenth of the median length, at least a tenth of a second. */
    private static double shortest(List<Sound> sounds) {
        double[] lengths = sounds.stream().mapToDouble(Sound::seconds).sorted().toArray();
        return lengths.length == 0 ? 0 : Math.max(SHORTEST_SECONDS, SHORT * lengths[lengths.length / 2]);
    }

    /** The number of usable tracks of each label. */
    private Map<String, Integer> usable(List<Sound> heard, double shortest) {
        Map<String, Integer> usable = new LinkedHashMap<>();
        dataset.labels().forEach(label -> usable.put(label, 0));
        Set<String> hashes = new HashSet<>();
        heard.stream()
                .filter(sound -> sound.seconds() >= shortest && hashes.add(sound.hash()))
                .forEach(sound -> usable.merge(sound.label(), 1, Integer::sum));
        return usable;
    }

    private void findUneven(Map<String, Integer> usable) {
        List<String> enough = usable.keySet().stream()
                .filter(label -> usable.get(label) >= FEW)
                .toList();
        if (enough.size() < 2) {
            String words =
                    enough.isEmpty() ? "no label has enough files" : "only " + enough.get(0) + " has enough files";
            concerns.add(new Concern(Topic.UNTRAINABLE, dataset.title(), words));
        }
        usable.forEach((label, count) -> {
            if (count == 0) {
                concerns.add(new Concern(Topic.UNTRAINABLE, label, share(usable, label)));
            } else if (count < FEW) {
                concerns.add(new Concern(Topic.FEW, label, share(usable, label)));
            }
        });
        int most = Collections.max(usable.values());
        int fewest = Collections.min(usable.values());
        if (fewest > 0 && most > UNEVEN * fewest) {
            Stream.of(most, fewest).forEach(count -> concerns.add(uneven(usable, count)));
        }
    }

    private String share(Map<String, Integer> usable, String label) {
        return usable.get(label) + " of " + dataset.tracks(label).size() + " tracks can be used";
    }

    /** A label with so many files. */
    private Concern uneven(Map<String, Integer> usable, int count) {
        return usable.entrySet().stream()
                .filter(entry -> entry.getValue() == count)
                .map(entry -> new Concern(Topic.UNEVEN, entry.getKey(), share(usable, entry.getKey())))
                .findFirst()
                .orElseThrow();
    }
}
