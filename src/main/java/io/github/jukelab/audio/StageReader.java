package io.github.jukelab.audio;

import io.github.jukelab.Progress;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.SampleReader;

/** The output of a filter, computed block by block while it is read. */
final class StageReader implements SampleReader {

    private final SampleReader in;
    private final Stage stage;
    private final Stage.Filter filter;
    private final long length;

    /** Input samples, those before {@code end}. */
    private final float[] window;

    private long end;

    /** The output block that holds the sample at {@code position}, if that is not its first one. */
    private final float[] block;

    private long position;

    /**
     * The output of a filter.
     *
     * @param in the input, which is closed with this
     * @param inputs its number of samples; zeros follow
     * @param stage the filter
     * @param length how many samples can be read
     */
    StageReader(SampleReader in, long inputs, Stage stage, long length) {
        this.in = new PaddedReader(in, inputs, Long.MAX_VALUE);
        this.stage = stage;
        this.length = length;
        filter = stage.filter();
        window = new float[stage.window()];
        block = new float[stage.block()];
    }

    @Override
    public int read(float[] target, int offset, int count) throws AudioException {
        int wanted = (int) Math.min(count, length - position);
        int done = 0;
        while (done < wanted) {
            int from = (int) (position % block.length);
            if (from == 0) {
                compute(position / block.length);
            }
            int taken = Math.min(wanted - done, block.length - from);
            System.arraycopy(block, from, target, offset + done, taken);
            done += taken;
            position += taken;
        }
        return done;
    }

    /** Moves the window on and computes a block from it. Before the first one the window holds the zeros before 0. */
    private void compute(long index) throws AudioException {
        Progress.checkInterrupted();
        int kept = (int) (end - stage.start(index));
        System.arraycopy(window, window.length - kept, window, 0, kept);
        in.read(window, kept, window.length - kept);
        end += window.length - kept;
        filter.apply(index, window, block);
    }

    @Override
    public void close() {
        in.close();
    }

    @Override
    public String toString() {
        return "StageReader[" + position + " of " + length + "]";
    }
}
