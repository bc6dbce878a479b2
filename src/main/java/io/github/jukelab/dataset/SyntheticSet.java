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
 * How an invented set comes into a folder: tracks that are there already are kept, those of another seed or version are
 * replaced.
 *
 * @param info what the set is
 * @param version counts up whenever the tracks of a seed change
 * @param place folder of the labels' folders within the set's
 * @param ending of the files
 * @param sound the bytes of a track's file
 */
record SyntheticSet(DatasetInfo info, int version, String place, String ending, Function<String, byte[]> sound) {

    /** What a folder of such a set is known by. */
    static final String NOTE = "stand-in.txt";

    Dataset into(Path folder, long seed, Progress progress) throws DatasetException {
        String mark = info.id() + " set, version " + version + ", seed " + seed + "\n";
        try {
            Path note = folder.resolve(NOTE);
            boolean ours = Files.exists(note) && Files.readString(note).equals(mark);
            if (!ours) {
                clear(folder);
                write(note, mark.getBytes(StandardCharsets.UTF_8));
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
                jobs.add(() -> write(file, sound.apply(track)));
            }
        }
        try {
            Parallel.run(jobs, names, progress);
        } catch (ExecutionException e) {
            throw new DatasetException(folder, cannotBeWritten() + e.getCause());
        }
    }

    private String cannotBeWritten() {
        return "the data set of " + info.title() + " cannot be written: ";
    }

    private Path file(Path folder, String track) {
        return folder.resolve(place).resolve(info.tracks().get(track)).resolve(track + ending);
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
