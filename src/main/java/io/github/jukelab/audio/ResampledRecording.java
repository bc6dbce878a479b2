package io.github.jukelab.audio;

import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioException.Problem;
import io.github.jukelab.codec.FiniteReader;
import io.github.jukelab.codec.SampleReader;
import java.util.List;

/** A recording at another rate, resampled while it is read. */
final class ResampledRecording implements Recording {

    /** Largest ratio of the requested rate to that of a file: a lower rate of a file comes from a broken header. */
    private static final int MAX_RATE_RATIO = 256;

    private final String name;
    private final Recording source;
    private final int rate;
    private final Resampler resampler;

    private ResampledRecording(String name, Recording source, int rate) {
        this.name = name;
        this.source = source;
        this.rate = rate;
        resampler = Resampler.of(source.rate(), rate);
    }

    /**
     * A recording at another rate.
     *
     * @param name of the source, for messages
     * @param source the recording
     * @param rate the new rate in Hz, positive
     * @return the samples of {@link Resampler#resample(float[])} for the whole recording. A reader refuses one that is
     *     not finite.
     * @throws AudioException if the rate is more than 256 times the recording's
     */
    static Recording of(String name, Recording source, int rate) throws AudioException {
        if (isTooLow(source.rate(), rate)) {
            throw new AudioException(
                    name,
                    Problem.NOT_AUDIO,
                    "the header says " + source.rate() + " Hz, too low for sound at " + rate + " Hz");
        }
        return new ResampledRecording(name, source, rate);
    }

    /** Whether a rate can only come from a broken header, as it is so much lower than the wanted one. */
    static boolean isTooLow(int rate, int wanted) {
        return wanted / MAX_RATE_RATIO > rate;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public long length() {
        return resampler.length(source.length());
    }

    @Override
    public List<String> warnings() {
        return source.warnings();
    }

    @Override
    public SampleReader reader() throws AudioException {
        return new FiniteReader(name, resampler.resample(source.reader(), source.length()), " at " + rate + " Hz");
    }

    @Override
    public String toString() {
        return "ResampledRecording[" + name + ", " + rate + " Hz]";
    }
}
