package io.github.jukelab.dataset;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.Parallel;
import io.github.jukelab.Progress;
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
 * are replaced.
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
            Path note = folder.resolve(NOTE);
            boolean current = Files.exists(note) && Files.readString(note).equals(text);
            if (!current) {
                clear(folder);
                write(note, text.getBytes(StandardCharsets.UTF_8));
            }
            render(folder, progress);
        } catch (IOException e) {
            throw new DatasetException(folder, cannotBeWritten() + e.getMessage());
        }
        return TrackFinder.read(info, folder);
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
