package io.github.jukelab.codec;

/** Reads the samples of a sound in order, block by block. For one thread. */
public interface SampleReader extends AutoCloseable {

    /**
     * Reads the next samples.
     *
     * @param target where they are stored
     * @param offset index of the first one in {@code target}
     * @param count how many to read, at least 1
     * @return {@code count}, or fewer only if the recording ends: 0 after its last sample
     * @throws AudioException if the source cannot be read or a sample is not finite
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    int read(float[] target, int offset, int count) throws AudioException;

    @Override
    void close();
}
