package io.github.jukelab.signal;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.codec.SampleReader;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/** A recording whose samples are computed when they are read, so that it needs no memory. */
public final class Generated implements Recording {

    private final long length;
    private final long end;
    private final LongToDoubleFunction sample;
    private int largestRead;
    private int open;
    private int readers;

    /**
     * A recording of {@code length} samples that hands out those before {@code end} only.
     *
     * @param length in samples
     * @param end number of samples that can be read
     * @param sample value of each sample
     */
    public Generated(long length, long end, LongToDoubleFunction sample) {
        this.length = length;
        this.end = end;
        this.sample = sample;
    }

    /**
     * A recording given by a function.
     *
     * @param length in samples
     * @param sample value of each sample
     */
    public Generated(long length, LongToDoubleFunction sample) {
        this(length, length, sample);
    }

    /**
     * The most samples that were read at once.
     *
     * @return 0 or more
     */
    public int largestRead() {
        return largestRead;
    }

    /**
     * The readers that were opened and not closed.
     *
     * @return 0 or more
     */
    public int open() {
        return open;
    }

    /**
     * How often the recording was read.
     *
     * @return readers opened
     */
    public int readers() {
        return readers;
    }

    @Override
    public int rate() {
        return Waves.RATE;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public SampleReader reader() {
        open++;
        readers++;
        return new Reader();
    }

    private final class Reader implements SampleReader {

        private long position;

        @Override
        public int read(float[] target, int offset, int count) {
            largestRead = Math.max(largestRead, count);
            int taken = (int) Math.min(count, end - position);
            for (int i = 0; i < taken; i++) {
                target[offset + i] = (float) sample.applyAsDouble(position + i);
            }
            position += taken;
            return taken;
        }

        @Override
        public void close() {
            open--;
        }
    }
}
