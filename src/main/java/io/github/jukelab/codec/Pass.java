package io.github.jukelab.codec;

import io.github.jukelab.Progress;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A file decoded to its end, or to that of the requested part. If its rate changes, it is decoded once more, for the
 * samples of the rate that most of it has.
 *
 * @param samples at that rate, as far as the watch left them
 * @param warnings what is odd about the file, one line each
 */
record Pass(SampleBuffer samples, List<String> warnings) {

    /** Looks at the samples after each block. */
    interface Watch {

        /** Removes samples, or stops the pass by an exception. */
        void on(SampleBuffer samples) throws AudioException;
    }

    /**
     * Decodes a file.
     *
     * @param most the most samples that the watch leaves in the buffer
     */
    static Pass of(SoundFile file, LoadOptions options, int most, Watch watch) throws AudioException {
        Pass first = of(file, options, new SampleBuffer(options, OptionalInt.empty(), most), watch);
        int main = first.samples.mainRate();
        return main == first.samples.rate()
                ? first
                : of(file, options, new SampleBuffer(options, OptionalInt.of(main), most), watch);
    }

    private static Pass of(SoundFile file, LoadOptions options, SampleBuffer samples, Watch watch)
            throws AudioException {
        try (Decoder decoder = Decoding.open(file, options)) {
            boolean more = true;
            while (more && !samples.full()) {
                Progress.checkInterrupted();
                more = decoder.next(samples);
                watch.on(samples);
            }
            List<String> warnings = Stream.concat(decoder.warnings(!more).stream(), samples.warnings().stream())
                    .toList();
            return new Pass(samples, warnings);
        }
    }

    /** The samples that are in the buffer. To be called once. */
    Decoded decoded() {
        return new Decoded(samples.toArray(), samples.rate(), warnings);
    }
}
