package io.github.jukelab.extraction;

import io.github.jukelab.Progress;
import io.github.jukelab.Require;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioException.Problem;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.codec.LoadOptions;
import io.github.jukelab.extraction.FeatureTable.Row;
import io.github.jukelab.feature.FeatureRow;
import io.github.jukelab.feature.FeatureSet;
import io.github.jukelab.feature.MelStatistics;
import io.github.jukelab.feature.Preset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Computes the feature rows of one audio file, or the feature table of many, on all cores.
 *
 * <p>Labels and filenames are those of {@link AudioInputs}: put your own recordings in one folder per class. A segment's
 * number comes before the extension ({@code blues.00000.0.wav}).
 *
 * <p>Rows are in the order of the files' paths and do not depend on the number of threads. Each thread works on one
 * track at a time, block by block, so memory grows neither with the number of files nor with their length; a track for
 * which memory runs out is computed again at the end, alone. Each finished track is written at once to a
 * hidden journal beside the table ({@code .<table>.journal}). A run that is repeated or was interrupted computes only
 * files that are new, have another size, modification time, beginning or end (64 kB), or were computed with other
 * settings; and those whose line in the journal is damaged.
 *
 * <p>Cost: one row per track or segment, see {@link FeatureRow} and {@link MelStatistics}.
 *
 * @param features which features, such as {@link Preset#LIBROSA} or {@link MelStatistics#DEFAULT}
 * @param segment length of the segments in seconds; empty for whole tracks
 * @param rate to which each track is resampled first, in Hz
 * @param threads number of tracks computed in parallel
 */
public record FeatureExtraction(FeatureSet features, OptionalDouble segment, int rate, int threads) {

    /** The rate of GTZAN and librosa's default, in Hz. */
    public static final int RATE = 22_050;

    /**
     * To be increased when a feature's values, what is read of files or what a journal stores change, so that older rows
     * are computed again.
     */
    private static final int VERSION = 3;

    /**
     * Checks the values.
     *
     * @param features which features, such as {@link Preset#LIBROSA} or {@link MelStatistics#DEFAULT}
     * @param segment seconds, at least a frame of the features and one sample
     * @param rate in Hz, positive
     * @param threads at least 1
     * @throws IllegalArgumentException if a value is out of range
     */
    public FeatureExtraction {
        if (rate < 1) {
            throw new IllegalArgumentException("rate must be positive, got " + rate);
        }
        Require.atLeast("threads", 1, threads);
        segment.ifPresent(seconds -> checkSegment(seconds, rate, features.stft().nFft()));
    }

    private static void checkSegment(double seconds, int rate, int frame) {
        double shortest = (frame + 1.0) / rate;
        double longest = (double) Integer.MAX_VALUE / rate;
        if (!(seconds >= shortest && seconds <= longest)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "segment must be from %.4f s, a frame of %d samples at %d Hz, to %.0f s, got %s",
                    shortest,
                    frame,
                    rate,
                    Math.floor(longest),
                    seconds));
        }
    }

    /**
     * Whole tracks at 22050 Hz, on all cores.
     *
     * @param features which features, such as {@link Preset#LIBROSA} or {@link MelStatistics#DEFAULT}
     * @return the extraction
     */
    public static FeatureExtraction of(FeatureSet features) {
        return new FeatureExtraction(
                features, OptionalDouble.empty(), RATE, Runtime.getRuntime().availableProcessors());
    }

    /**
     * The same for segments of tracks, cut as for the published table of segments: segment k begins at k times the
     * length and is one sample shorter than the length (66149 samples for 3 s). The rest of the track is dropped, and
     * also a last segment that ends exactly with the track.
     *
     * @param seconds length of a segment, at least a frame of the features and one sample (0.093 s at 22050 Hz), at most
     *     {@link Integer#MAX_VALUE} samples
     * @return the extraction
     * @throws IllegalArgumentException if the segments are too short or too long
     */
    public FeatureExtraction withSegments(double seconds) {
        return new FeatureExtraction(features, OptionalDouble.of(seconds), rate, threads);
    }

    /**
     * The same at another rate.
     *
     * @param hz to which each track is resampled first, positive
     * @return the extraction
     * @throws IllegalArgumentException if the rate is not positive, or segments are shorter than a frame at it
     */
    public FeatureExtraction withRate(int hz) {
        return new FeatureExtraction(features, segment, hz, threads);
    }

    /**
     * The same with another number of threads.
     *
     * @param threads number of tracks computed in parallel, at least 1
     * @return the extraction
     * @throws IllegalArgumentException if it is less than 1
     */
    public FeatureExtraction withThreads(int threads) {
        return new FeatureExtraction(features, segment, rate, threads);
    }

    /**
     * Creates or updates a table. While another run writes the same table, this one waits, and says so.
     *
     * @param table the file to write; replaced as a whole at the end, its folder created if missing; not written if no
     *     file is usable
     * @param paths audio files, and folders as for {@link AudioInputs#of}
     * @param progress called in this thread after each file that was computed
     * @return the report; it lists the files that could not be used and are not in the table
     * @throws IOException if a path is missing, there are no audio files, the table is one of them, or it cannot be
     *     written, which is tried before any file is read
     * @throws java.util.concurrent.CancellationException if the thread was interrupted; finished tracks are kept
     */
    public ExtractionReport into(Path table, List<Path> paths, Progress progress) throws IOException {
        return into(table, AudioInputs.of(paths), progress);
    }

    /**
     * The same for files that were found before, so that what is passed over can be told first.
     *
     * @param table the file to write
     * @param inputs the files
     * @param progress called in this thread after each file that was computed
     * @return the report
     * @throws IOException if the table cannot be written
     * @throws java.util.concurrent.CancellationException if the thread was interrupted; finished tracks are kept
     */
    public ExtractionReport into(Path table, AudioInputs inputs, Progress progress) throws IOException {
        return ExtractionRun.into(table, this, inputs, progress);
    }

    /**
     * Computes the rows of one track, wherever its bytes are. A pure function of the settings and the bytes: it needs
     * neither files nor network of its own, writes nothing, may run in any number of threads and always gives the same
     * rows. {@link #into} calls it for each file; a cluster can call it on its own streams:
     *
     * <pre>{@code
     * AudioSource source = AudioSource.of("s3://music/blues.00000.mp3", bytes);
     * TrackRows track = FeatureExtraction.of(Preset.LIBROSA).rows(source, "blues.00000.mp3", "blues");
     * }</pre>
     *
     * <p>Memory: 30 MB for a row; of the track only what the source decodes at a time, or one segment.
     *
     * @param source an open source, which stays open
     * @param filename the row's key in a table, not empty; that of a segment has its number before the extension
     * @param label the track's class, not empty
     * @return the rows, with the warnings about the file
     * @throws AudioException if the source cannot be read, its content cannot be decoded, it is shorter than a segment,
     *     or too short or too loud for a feature; the message names the source and the reason
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public TrackRows rows(AudioSource source, String filename, String label) throws AudioException {
        return rows(source, LoadOptions.WHOLE, filename, label);
    }

    /** The rows of a part of a file. */
    TrackRows rows(AudioSource source, LoadOptions part, String filename, String label) throws AudioException {
        Recording track = Recording.of(source, part.withRate(rate));
        double seconds = (double) track.length() / rate;
        try {
            List<Row> rows = segment.isPresent()
                    ? segmentRows(track, filename, label)
                    : List.of(trackRow(track, filename, label));
            if (rows.isEmpty()) {
                String reason = String.format(
                        Locale.ROOT, "shorter than a segment of %s s: %.2f s", segment.getAsDouble(), seconds);
                throw new AudioException(source.name(), Problem.NOT_COMPUTABLE, reason);
            }
            List<String> warnings = new ArrayList<>(track.warnings());
            part.shortfall(seconds).ifPresent(warnings::add);
            return new TrackRows(rows, warnings);
        } catch (IllegalArgumentException e) {
            throw new AudioException(source.name(), Problem.NOT_COMPUTABLE, e.getMessage(), e);
        }
    }

    private Row trackRow(Recording track, String filename, String label) throws AudioException {
        FeatureRow row = features.row(track);
        return Row.of(filename, Math.toIntExact(track.length()), row, label);
    }

    private List<Row> segmentRows(Recording track, String filename, String label) throws AudioException {
        List<Row> rows = new ArrayList<>();
        SegmentCutter cutter = SegmentCutter.of(segment.getAsDouble(), rate);
        cutter.forEach(track, wave -> {
            String name = Filenames.ofSegment(filename, rows.size());
            rows.add(Row.of(name, wave.length(), features.row(wave), label));
        });
        return rows;
    }

    /**
     * Everything a row depends on besides its track: features, segments, rate, and the version of their computation. Rows
     * of equal settings may be in one table.
     *
     * @return a line, which is stored in journals
     */
    public String settings() {
        String length = segment.isPresent() ? "pieces of " + segment.getAsDouble() + " s" : "whole songs";
        return "features as of version " + VERSION + "; " + features + "; " + length + "; " + rate + " Hz; "
                + String.join(",", features.names());
    }
}
