package io.github.jukelab.codec;

import java.util.List;

/** Decodes the samples of one file in order. */
interface Decoder extends AutoCloseable {

    /**
     * Adds the next samples to a buffer, some thousand or fewer.
     *
     * @return false if there are no more
     * @throws AudioException if the file cannot be read
     */
    boolean next(SampleBuffer samples) throws AudioException;

    /**
     * What is odd about the file, of the part that was decoded.
     *
     * @param ended whether all of it was decoded
     * @return one line each
     */
    List<String> warnings(boolean ended);

    @Override
    void close();
}
