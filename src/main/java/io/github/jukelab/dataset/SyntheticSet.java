package io.github.jukelab.dataset;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.Parallel;
import io.github.jukelab.Progress;
import io.github.jukelab.WriteLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * Renders a synthetic data set into a folder. Existing tracks are not rendered again; those of another seed or version
 * are replaced. Two programs that need the same set render it once: the second waits.
 *
 * @param info the description of the data set
 * @param version to be increased when the tracks of a seed change
 * @param subfolder the folder of the labels' folders, relative to the data set's folder
 * @param extension of the files
 * @param encoded track id → bytes of its file
 */
record SyntheticSet(
        DatasetInfo info, int version, String subfolder, String extension, Function<String, byte[]> encoded) {

    /** The file by which such a folder is recognised. */
    static final String NOTE = "stand-in.txt";

    Dataset into(Path folder, long seed, Progress progress) throws DatasetException {
        String text = info.id() + " set, version " + version + ", seed " + seed + "\n";
        try {
            if (!isComplete(folder, text)) {
                generate(folder, text, progress);
            }
        } catch (IOException e) {
            throw new DatasetException(folder, cannotBeWritten() + e.getMessage());
        }
        return TrackFinder.read(info, folder);
    }

    /** Nothing is to be written, so the folder may be read-only. */
    private boolean isComplete(Path folder, String text) throws IOException {
        return isCurrent(folder, text) && info.trackIds().stream().allMatch(track -> Files.exists(file(folder, track)));
    }

    private static boolean isCurrent(Path folder, String text) throws IOException {
        Path note = folder.resolve(NOTE);
        return Files.exists(note) && Files.readString(note).equals(text);
    }

    private void generate(Path folder, String text, Progress progress) throws IOException {
        WriteLock lock = WriteLock.of(folder.resolve(WriteLock.NAME), info.title(), progress);
        try (lock) {
            if (!isCurrent(folder, text)) {
                clear(folder);
                write(folder.resolve(NOTE), text.getBytes(StandardCharsets.UTF_8));
            }
            render(folder, progress);
        }
    }

    private void render(Path folder, Progress progress) throws DatasetException {
        List<Callable<Path>> jobs = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String track : info.trackIds()) {
            Path file = file(folder, track);
            if (!Files.exists(file)) {
                names.add(track);
                jobs.add(() -> write(file, encoded.apply(track)));
            }
        }
        try {
            Parallel.run(jobs, names, progress);
        } catch (ExecutionException e) {
            throw new DatasetException(folder, cannotBeWritten() + e.getCause());
        }
    }

    private String cannotBeWritten() {
        return info.title() + " cannot be written: ";
    }

    private Path file(Path folder, String track) {
        return folder.resolve(subfolder).resolve(info.tracks().get(track)).resolve(track + extension);
    }

    private static Path write(Path file, byte[] bytes) throws IOException {
        AtomicFile.write(file, part -> Files.write(part, bytes));
        return file;
    }

    private void clear(Path folder) throws IOException {
        for (String track : info.trackIds()) {
            Files.deleteIfExists(file(folder, track));
        }
    }
}
