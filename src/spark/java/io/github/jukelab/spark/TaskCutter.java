package io.github.jukelab.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Cuts files into batches of tasks by their bytes: one long track is as much work as hundreds of clips. */
final class TaskCutter implements Iterator<List<List<SoundEntry>>> {

    /** What opening a file costs at least, as bytes. */
    private static final long SMALLEST = 1 << 16;

    private final Iterator<SoundEntry> files;
    private final long taskBytes;
    private final int tasks;

    /**
     * Cuts in the order of the files.
     *
     * @param files any number
     * @param taskBytes a task is closed by the file with which it has as many
     * @param tasks of a batch, at least 1
     */
    TaskCutter(Iterator<SoundEntry> files, long taskBytes, int tasks) {
        this.files = files;
        this.taskBytes = taskBytes;
        this.tasks = tasks;
    }

    @Override
    public boolean hasNext() {
        return files.hasNext();
    }

    @Override
    public List<List<SoundEntry>> next() {
        List<List<SoundEntry>> batch = new ArrayList<>();
        while (batch.size() < tasks && files.hasNext()) {
            batch.add(task());
        }
        return batch;
    }

    private List<SoundEntry> task() {
        List<SoundEntry> task = new ArrayList<>();
        long bytes = 0;
        while (bytes < taskBytes && files.hasNext()) {
            SoundEntry file = files.next();
            task.add(file);
            bytes += Math.max(SMALLEST, file.bytes());
        }
        return task;
    }
}
