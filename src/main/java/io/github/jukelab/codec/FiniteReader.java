package io.github.jukelab.codec;

import io.github.jukelab.codec.AudioException.Problem;

/** Reads what another reader reads, and refuses a sample that is infinite or not a number. */
public final class FiniteReader implements SampleReader {

    private final String source;
    private final SampleReader in;
    private final String where;
    private long position;

    /**
     * A reader that checks another one.
     *
     * @param source what messages call the sound
     * @param in reads it from its first sample on; closed with this
     * @param where put behind the sample in messages, such as {@code " at 22050 Hz"}; may be empty
     */
    public FiniteReader(String source, SampleReader in, String where) {
        this.source = source;
        this.in = in;
        this.where = where;
    }

    @Override
    public int read(float[] target, int offset, int count) throws AudioException {
        int taken = in.read(target, offset, count);
        for (int i = offset; i < offset + taken; i++, position++) {
            if (!Float.isFinite(target[i])) {
                throw new AudioException(source, Problem.NOT_FINITE, "sample " + position + " is " + target[i] + where);
            }
        }
        return taken;
    }

    @Override
    public void close() {
        in.close();
    }

    @Override
    public String toString() {
        return "FiniteReader[" + source + ", " + position + " samples read]";
    }
}
