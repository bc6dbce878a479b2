package io.github.jukelab.image;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.Progress;
import io.github.jukelab.WriteLock;
import io.github.jukelab.audio.FileBatch;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioException.Problem;
import io.github.jukelab.codec.LoadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * Renders a folder of pictures, one per track, like the article (000): {@code <folder>/<genre>/<track>.png}, where the
 * genre is the name of the track's folder and the dots of the track's id are removed ({@code blues/blues00000.png}).
 *
 * <p>A folder contains pictures of one kind and length, which are written to {@code pictures.txt} in it. Existing
 * pictures that are not older than their tracks are kept, so an interrupted run continues where it stopped.
 *
 * <p>Notebook: 03-spectrogram-pictures
 *
 * @param kind how the pictures look
 * @param seconds length of each track's beginning that is rendered, positive
 */
public record PictureFolder(SpecgramPicture kind, double seconds) {

    /** As in the article: the first 5 s of each track, in figures with axes. */
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
     * The pictures after a run.
     *
     * @param folder where the pictures are
     * @param files the picture of each track that has one, by the track's id
     * @param rendered number of pictures that were rendered in this run
     * @param skipped one line per track without a picture: its file and the reason
     */
    public record Result(Path folder, Map<String, Path> files, int rendered, List<String> skipped) {

        /**
         * Copies map and list.
         *
         * @param folder where the pictures are
         * @param files by the track's id
         * @param rendered number of pictures that were rendered in this run
         * @param skipped one line per track without a picture
         */
        public Result {
            files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
            skipped = List.copyOf(skipped);
        }

        /**
         * Reads the pictures of some tracks.
         *
         * @param tracks ids of tracks
         * @return their pictures, in this order
         * @throws PictureException if a picture no longer exists or is damaged
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
            return "Result[" + rendered + " pictures rendered, " + (files.size() - rendered) + " reused, "
                    + skipped.size() + " tracks skipped, in " + folder + "]";
        }
    }

    /**
     * Renders the missing pictures on all cores; about 0.1 s per track on one core. While another program renders into
     * the folder, this one waits, and says so.
     *
     * @param folder the target; created if missing
     * @param tracks audio files by id, such as {@code blues.00000}; each must be in a folder
     * @param progress reported to after each track, from this thread
     * @return the pictures; tracks that cannot be used are skipped and named there
     * @throws IOException if the folder contains something else, such as pictures of another kind, or cannot be written
     * @throws IllegalArgumentException if two tracks would have the same picture
     * @throws CancellationException if the thread was interrupted; finished pictures are kept
     */
    public Result into(Path folder, Map<String, Path> tracks, Progress progress) throws IOException {
        Map<String, Path> files = files(folder, tracks);
        check(folder);
        WriteLock lock = WriteLock.of(folder.resolve(WriteLock.NAME), folder.getFileName(), progress);
        try (lock) {
            claim(folder);
            return rendered(folder, tracks, files, progress);
        }
    }

    private Result rendered(Path folder, Map<String, Path> tracks, Map<String, Path> files, Progress progress)
            throws IOException {
        Rendering rendering = new Rendering();
        FileBatch.of(List.copyOf(tracks.keySet()), tracks::get, id -> id)
                .run(id -> render(tracks.get(id), files.get(id)), rendering, progress);
        files.keySet().removeAll(rendering.skipped.keySet());
        List<String> skipped = tracks.keySet().stream()
                .filter(rendering.skipped::containsKey)
                .map(rendering.skipped::get)
                .toList();
        return new Result(folder, files, rendering.rendered, skipped);
    }

    /** Counts pictures and keeps the reasons of tracks without one. */
    private static final class Rendering implements FileBatch.Results<String, Boolean> {

        private final Map<String, String> skipped = new HashMap<>();
        private int rendered;

        @Override
        public void computed(String id, Boolean isNew) {
            rendered += isNew ? 1 : 0;
        }

        @Override
        public void skipped(String id, AudioException reason) {
            skipped.put(id, reason.getMessage());
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

    /** Accepts an empty folder, or one with pictures of the same kind and length. */
    private void check(Path folder) throws IOException {
        Path note = folder.resolve(NOTE);
        if (Files.exists(note)) {
            String existing = Files.readString(note);
            if (!existing.equals(settings())) {
                throw new IOException(
                        folder + ": contains other pictures (" + existing.strip() + "); choose another folder");
            }
        } else if (Files.exists(folder) && !isEmpty(folder)) {
            throw new IOException(folder + ": is not empty and has no " + NOTE + "; choose another folder");
        }
    }

    /** Once more, as another program may have had the lock before. */
    private void claim(Path folder) throws IOException {
        check(folder);
        Path note = folder.resolve(NOTE);
        if (!Files.exists(note)) {
            AtomicFile.write(note, part -> Files.writeString(part, settings()));
        }
    }

    private String settings() {
        return kind + ", the first " + seconds + " s at " + RATE + " Hz\n";
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.allMatch(file -> file.endsWith(WriteLock.NAME));
        }
    }

    /** Renders a picture; returns false if it is up to date already. */
    private boolean render(Path track, Path file) throws IOException {
        if (isUpToDate(file, track)) {
            return false;
        }
        Wave wave = Wave.read(track, LoadOptions.WHOLE.withRate(RATE).withDuration(seconds));
        if (wave.length() < SpecgramPicture.N_FFT) {
            throw new AudioException(track.toString(), Problem.NOT_COMPUTABLE, "too short for a picture: " + wave);
        }
        kind.of(wave).writePng(file);
        return true;
    }

    private static boolean isUpToDate(Path file, Path track) throws IOException {
        return Files.exists(file)
                && Files.exists(track)
                && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(track)) >= 0;
    }
}
