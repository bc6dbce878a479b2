package io.github.jukelab.signal;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.SampleReader;
import java.util.function.Consumer;

/**
 * Reads the frames of a recording in order, block by block. A block has one sample more than its frames on both sides,
 * which a mirrored end needs, and all samples up to the next block; so blocks leave out no sample. For one thread.
 */
public final class FrameReader implements AutoCloseable {

    /** Enough frames for a sound of half a minute at 22050 Hz. */
    private static final int BLOCK = 2048;

    private final Recording recording;
    private final Frames frames;
    private final int length;
    private final int total;
    private final SampleReader reader;
    /** The samples of the last block, from {@link #position} on. */
    private float[] samples = new float[0];

    private int position;
    private int next;

    private FrameReader(Recording recording, Frames frames, int total) throws AudioException {
        this.recording = recording;
        this.frames = frames;
        this.length = (int) recording.length();
        this.total = total;
        this.reader = recording.reader();
    }

    /**
     * A reader that begins with the first frame.
     *
     * @param recording of n samples
     * @param frames how it is cut
     * @return the reader, to be closed
     * @throws AudioException if the recording cannot be read
     * @throws IllegalArgumentException if the recording is too short for these frames, or has more than 2147483647
     *     samples
     */
    public static FrameReader of(Recording recording, Frames frames) throws AudioException {
        if (recording.length() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "features need a sound of at most " + Integer.MAX_VALUE + " samples, got " + recording.length());
        }
        return new FrameReader(recording, frames, frames.count((int) recording.length()));
    }

    /**
     * Passes on all frames of a wave, block by block: what is computed of them needs no memory for all at once.
     *
     * @param wave of n samples
     * @param frames how it is cut
     * @param action gets the blocks in order, each of at most 2048 frames
     * @throws IllegalArgumentException if the wave is too short for these frames
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static void forEach(Wave wave, Frames frames, Consumer<FrameBlock> action) {
        try (FrameReader reader = of(Recording.of(wave), frames)) {
            while (reader.hasNext()) {
                action.accept(reader.next(BLOCK));
            }
        } catch (AudioException e) {
            throw new IllegalStateException("a wave can always be read", e);
        }
    }

    /**
     * The number of frames of the whole recording.
     *
     * @return at least 1
     */
    public int total() {
        return total;
    }

    /**
     * Whether there are more frames.
     *
     * @return false after the last frame
     */
    public boolean hasNext() {
        return next < total;
    }

    /**
     * Reads the next frames.
     *
     * @param count how many, at least 1
     * @return that many frames, or those that are left
     * @throws AudioException if the recording cannot be read
     * @throws IllegalArgumentException if {@code count} is less than 1, or no frame is left
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public FrameBlock next(int count) throws AudioException {
        Progress.checkInterrupted();
        int first = next;
        next = first + Math.min(count, total - first);
        int from = Math.max(0, frames.start(first) - 1);
        int to = hasNext() ? end() : length;
        read(from, to);
        return new FrameBlock(frames, Wave.of(samples, recording.rate()), from, first, next - first);
    }

    /** One sample after the end of the last frame read, or after the start of the next frame if that is later. */
    private int end() {
        long end = Math.max((long) frames.start(next - 1) + frames.length(), frames.start(next));
        return (int) Math.min(length, end + 1);
    }

    private void read(int from, int to) throws AudioException {
        int kept = position + samples.length - from;
        float[] last = samples;
        samples = last.length == to - from ? last : new float[to - from];
        System.arraycopy(last, from - position, samples, 0, kept);
        position = from;
        int missing = samples.length - kept;
        if (missing > 0 && reader.read(samples, kept, missing) < missing) {
            throw new IllegalStateException(
                    "the recording ends before sample " + to + ", though it has " + length + " samples");
        }
    }

    @Override
    public void close() {
        reader.close();
    }

    @Override
    public String toString() {
        return "FrameReader[" + next + " of " + total + " frames read]";
    }
}
