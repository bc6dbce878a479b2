package io.github.jukelab.dataset;

import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.LoadOptions;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One labelled recording of a data set: a file, or a part of one.
 *
 * @param id unique within the data set, such as {@code blues.00000}
 * @param label one of the data set's labels
 * @param artist the artist's id, or that of another group, unique within the data set; empty if not known
 * @param file the audio file
 * @param part which part of the file, in whole milliseconds; empty for the whole file
 */
public record Track(String id, String label, Optional<String> artist, Path file, Optional<TimeSpan> part) {

    private static final int MILLISECONDS = 1000;

    /**
     * Rounds the part to milliseconds.
     *
     * @param id unique within the data set
     * @param label one of the data set's labels
     * @param artist the artist's or group's id
     * @param file the audio file
     * @param part which part of the file
     * @throws IllegalArgumentException if the part begins before the file or has no millisecond
     */
    public Track {
        part = part.map(TimeSpan::toMilliseconds);
        if (part.isPresent()
                && !(part.get().start() >= 0 && part.get().end() > part.get().start())) {
            throw new IllegalArgumentException(
                    "a part must begin at 0 s or later and end after its begin, got " + part.get() + " of " + file);
        }
    }

    /**
     * A whole file.
     *
     * @param id unique within the data set
     * @param label one of the data set's labels
     * @param artist the artist's or group's id
     * @param file the audio file
     */
    public Track(String id, String label, Optional<String> artist, Path file) {
        this(id, label, artist, file, Optional.empty());
    }

    /**
     * What to read of the file, at its own rate. All code that reads a track's sound begins with these options.
     *
     * @return the part, or the whole file
     */
    public LoadOptions options() {
        return part.map(span -> LoadOptions.WHOLE.withOffset(span.start()).withDuration(span.end() - span.start()))
                .orElse(LoadOptions.WHOLE);
    }

    /**
     * Reads the sound, at its own rate.
     *
     * @return the wave
     * @throws AudioException as {@link Wave#read(Path, LoadOptions)}; also if the part begins after the file's end
     */
    public Wave read() throws AudioException {
        return Wave.read(file, options());
    }

    /**
     * The same track, of which only the beginning is read.
     *
     * @param seconds at most so many, at least 0.001
     * @return with a part of the file; the same sound if it is shorter
     * @throws IllegalArgumentException if there would be no millisecond
     */
    public Track first(double seconds) {
        double start = part.map(TimeSpan::start).orElse(0.0);
        double end = part.map(TimeSpan::end).orElse(Double.MAX_VALUE);
        TimeSpan beginning = new TimeSpan(start, Math.min(end, start + seconds));
        return new Track(id, label, artist, file, Optional.of(beginning));
    }

    /**
     * What tells the part from the file in ids and names: {@code wren/1.wav} from 1.5 to 3.25 s is the track {@code
     * wren/1@1500-3250ms}.
     *
     * @return such as {@code @1500-3250ms}, without dots; empty for a whole file
     */
    public String partId() {
        return part.map(span -> "@" + milliseconds(span.start()) + "-" + milliseconds(span.end()) + "ms")
                .orElse("");
    }

    private static long milliseconds(double seconds) {
        return Math.round(seconds * MILLISECONDS);
    }

    /**
     * A name of the file, with the part.
     *
     * @param name of the file, as a message has it
     * @return such as {@code wren/1.wav, 1.500 to 3.250 s}; the name itself for a whole file
     */
    public String named(String name) {
        return part.map(span -> name + ", " + span).orElse(name);
    }

    @Override
    public String toString() {
        return "Track[" + id + ", " + label + artist.map(a -> ", artist " + a).orElse("") + "]";
    }
}
