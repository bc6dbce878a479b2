package io.github.jukelab.image;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.Progress;
import io.github.jukelab.audio.AudioException;
import io.github.jukelab.audio.AudioException.Problem;
import io.github.jukelab.audio.LoadOptions;
import io.github.jukelab.audio.Wave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Makes a folder of pictures, one per track, as the article (000) does: {@code <folder>/<genre>/<track>.png}, where the
 * genre is the folder that the track lies in, and dots in the track's name are left out ({@code blues/blues00000.png}).
 *
 * <p>A folder holds pictures of one kind and length, which a note in it names ({@code pictures.txt}). Pictures that are
 * there and not older than their tracks are kept, so a run that was broken off goes on where it stopped.
 *
 * <p>Notebook: 03-spectrogram-pictures
 *
 * @param kind how the pictures look
 * @param seconds how much of each track's beginning is painted, positive
 */
public record PictureFolder(SpecgramPicture kind, double seconds) {

    /** The article's: the first 5 s of each track, in figures with axes. */
    public static final PictureFolder AS_PRINTED = new PictureFolder(SpecgramPicture.FIGURE, 5);

    private static final int RATE = 22_050;
    private static final String NOTE = "pictures.txt";

    /**
     * Checks the length.
     *
     * @param kind how the pictures look
     * @param seconds positive
     * @throws IllegalArgumentException if the length is not positive
     */
    public PictureFolder {
        if (!(seconds > 0 && seconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("seconds must be positive, got " + seconds);
        }
    }

    /**
     * What was done.
     *
     * @param folder where the pictures are
     * @param files the picture of each track that has one, by the track's id
     * @param painted pictures that were made now
     * @param skipped a line for each track without a picture, naming its file and the reason
     */
    public record Result(Path folder, Map<String, Path> files, int painted, List<String> skipped) {

        /**
         * Copies map and list.
         *
         * @param folder where the pictures are
         * @param files by the track's id
         * @param painted pictures that were made now
         * @param skipped a line for each track without a picture
         */
        public Result {
            files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
            skipped = List.copyOf(skipped);
        }

        /**
         * Some of the pictures, read.
         *
         * @param tracks their ids
         * @return in this order
         * @throws PictureException if a picture is no longer there, or damaged
         * @throws IllegalArgumentException if a track has no picture
         */
        public List<Picture> pictures(List<String> tracks) throws PictureException {
            List<Picture> pictures = new ArrayList<>();
            for (String track : tracks) {
                if (!files.containsKey(track)) {
                    throw new IllegalArgumentException("track must have a picture, got " + track);
                }
                pictures.add(Picture.read(files.get(track)));
            }
            return pictures;
        }

        @Override
        public String toString() {
            return "Result[" + painted + " pictures made, " + (files.size() - painted) + " kept, " + skipped.size()
                    + " tracks skipped, in " + folder + "]";
        }
    }

    /**
     * Makes the pictures that are missing, on all cores; some 0.1 s a track on one.
     *
     * @param folder where to; made if missing
     * @param tracks sound files by id, such as {@code blues.00000}; each must lie in a folder
     * @param progress told after each track, from this thread
     * @return what was done; tracks that cannot be used are left out and named there
     * @throws IOException if the folder holds something else, such as pictures of another kind, or cannot be written
     * @throws IllegalArgumentException if two tracks would have the same picture
     * @throws CancellationException if the thread was interrupted; finished pictures are kept
     */
    public Result into(Path folder, Map<String, Path> tracks, Progress progress) throws IOException {
        Map<String, Path> files = files(folder, tracks);
        claim(folder);
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            Map<String, Future<Boolean>> jobs = new LinkedHashMap<>();
            tracks.forEach((id, track) -> jobs.put(id, pool.submit(() -> paint(track, files.get(id)))));
            return gather(folder, files, jobs, progress);
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted");
        } finally {
            pool.shutdownNow();
        }
    }

    private static Map<String, Path> files(Path folder, Map<String, Path> tracks) {
        Map<String, Path> files = new LinkedHashMap<>();
        for (Map.Entry<String, Path> track : tracks.entrySet()) {
            String genre =
                    track.getValue().toAbsolutePath().getParent().getFileName().toString();
            Path file = folder.resolve(genre).resolve(track.getKey().replace(".", "") + ".png");
            if (files.containsValue(file)) {
                throw new IllegalArgumentException("names must differ without their dots, got " + file + " twice");
            }
            files.put(track.getKey(), file);
        }
        return files;
    }

    /** Takes an empty folder, or goes on in one of its own. */
    private void claim(Path folder) throws IOException {
        Path note = folder.resolve(NOTE);
        String settings = kind + ", the first " + seconds + " s at " + RATE + " Hz\n";
        if (Files.exists(note)) {
            String there = Files.readString(note);
            if (!there.equals(settings)) {
                throw new IOException(folder + ": holds other pictures (" + there.strip() + "); take another folder");
            }
        } else if (Files.exists(folder) && !isEmpty(folder)) {
            throw new IOException(folder + ": is not empty and holds no pictures of ours; take another folder");
        } else {
            AtomicFile.write(note, part -> Files.writeString(part, settings));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Whether the picture was made now. */
    private boolean paint(Path track, Path file) throws IOException {
        if (isUpToDate(file, track)) {
            return false;
        }
        Wave wave = Wave.read(track, LoadOptions.WHOLE.withRate(RATE).withDuration(seconds));
        if (wave.length() < SpecgramPicture.N_FFT) {
            throw new AudioException(track, Problem.TRUNCATED, "too short for a picture: " + wave);
        }
        kind.of(wave).writePng(file);
        return true;
    }

    private static boolean isUpToDate(Path file, Path track) throws IOException {
        return Files.exists(file)
                && Files.exists(track)
                && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(track)) >= 0;
    }

    private static Result gather(
            Path folder, Map<String, Path> files, Map<String, Future<Boolean>> jobs, Progress progress)
            throws IOException, InterruptedException {
        List<String> skipped = new ArrayList<>();
        Map<String, Path> there = new LinkedHashMap<>();
        int painted = 0;
        for (String id : jobs.keySet()) {
            try {
                painted += jobs.get(id).get() ? 1 : 0;
                there.put(id, files.get(id));
            } catch (ExecutionException e) {
                skipped.add(faultOfTrack(e.getCause()));
            }
            progress.report(there.size() + skipped.size(), jobs.size(), id);
        }
        return new Result(folder, there, painted, skipped);
    }

    private static String faultOfTrack(Throwable fault) throws IOException {
        if (fault instanceof AudioException) {
            return fault.getMessage();
        }
        if (fault instanceof IOException notWritten) {
            throw notWritten;
        }
        throw new IllegalStateException("pictures cannot be painted: " + fault, fault);
    }
}
