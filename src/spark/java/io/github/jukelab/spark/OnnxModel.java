package io.github.jukelab.spark;

import io.github.jukelab.Sha256;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioException.Problem;
import io.github.jukelab.codec.SampleReader;
import io.github.jukelab.feature.FeatureRow;
import io.github.jukelab.feature.FeatureSet;
import io.github.jukelab.signal.Stft;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * A model that {@code jukelab export} has written. It is read once, by the driver; each executor gets the bytes when it
 * predicts for the first time. The probabilities of its labels are the features of a sound.
 *
 * @param checksum SHA-256 of its file
 * @param labels in the order of the probabilities
 * @param rate of the sounds that it takes, in Hz
 * @param bytes its file
 */
record OnnxModel(String checksum, List<String> labels, int rate, Broadcast<byte[]> bytes)
        implements FeatureSet, Serializable {

    /** The longest sound in seconds. ONNX computes all windows of a sound at once, so memory grows with its length. */
    static final int LONGEST = 600;

    /** ONNX Runtime as the build knows it; for the option {@code --packages} of {@code spark-submit}. */
    static final String LIBRARY = "com.microsoft.onnxruntime:onnxruntime:1.28.0";

    private static final double MINUTE = 60;
    private static final long MEGABYTE = 1 << 20;
    private static final long LARGEST = 256 * MEGABYTE;

    /**
     * Checks that the library is there, without which {@link OnnxSession} cannot even be loaded.
     *
     * @throws IOException if it is not; the message says what to do
     */
    static void requireLibrary() throws IOException {
        try {
            Class.forName("ai.onnxruntime.OrtEnvironment", false, OnnxModel.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IOException(
                    "--model needs ONNX Runtime, which is not there: add --packages " + LIBRARY
                            + " to the options of spark-submit, or its jar by --jars",
                    e);
        }
    }

    /**
     * Reads a model.
     *
     * @param path on any file system of Hadoop
     * @param spark by which executors get it
     * @throws IOException if the file is missing, too large or no model of a sound, or ONNX Runtime does not run here
     */
    static OnnxModel read(Path path, JavaSparkContext spark) throws IOException {
        byte[] bytes = bytes(path, path.getFileSystem(spark.hadoopConfiguration()));
        try (OnnxSession session = OnnxSession.open(bytes)) {
            return new OnnxModel(Sha256.of(bytes), session.labels(), session.rate(), spark.broadcast(bytes));
        } catch (IOException e) {
            throw new IOException(path + ": " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(Path path, FileSystem files) throws IOException {
        FileStatus status = status(path, files);
        if (status.getLen() > LARGEST) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "%s: a model must have at most %d MB, got %.0f MB",
                    path,
                    LARGEST / MEGABYTE,
                    (double) status.getLen() / MEGABYTE));
        }
        try (InputStream in = files.open(path)) {
            return in.readNBytes((int) status.getLen());
        }
    }

    private static FileStatus status(Path path, FileSystem files) throws IOException {
        try {
            FileStatus status = files.getFileStatus(path);
            if (!status.isFile()) {
                throw new IOException(path + ": not a file but a folder or device");
            }
            return status;
        } catch (FileNotFoundException e) {
            throw new FileNotFoundException(path + ": there is no such file");
        }
    }

    @Override
    public List<String> names() {
        return labels;
    }

    /** Segments must have a frame of it; what the model computes is in its file. */
    @Override
    public Stft stft() {
        return Stft.LIBROSA;
    }

    @Override
    public FeatureRow row(Wave wave) {
        return row(wave.samples());
    }

    /** Refuses a sound that is longer than {@link #LONGEST}. */
    @Override
    public FeatureRow row(Recording recording) throws AudioException {
        if (recording.length() > (long) LONGEST * rate) {
            String reason = String.format(
                    Locale.ROOT,
                    "too long to predict for all of it at once: %.1f minutes, at most %.0f; --segment 30 gives a row per 30 s",
                    recording.length() / MINUTE / rate,
                    LONGEST / MINUTE);
            throw new AudioException(recording.name(), Problem.TOO_LONG, reason);
        }
        float[] samples = new float[(int) recording.length()];
        try (SampleReader reader = recording.reader()) {
            reader.read(samples, 0, samples.length);
        }
        return row(samples);
    }

    private FeatureRow row(float[] samples) {
        float[] probabilities = OnnxSession.shared(checksum, bytes::value).probabilities(samples);
        return FeatureRow.of(
                labels,
                IntStream.range(0, probabilities.length)
                        .mapToDouble(i -> probabilities[i])
                        .toArray());
    }

    /** Names the file by its checksum: part of the fingerprint of a table. */
    @Override
    public String toString() {
        return "OnnxModel[" + checksum + "]";
    }
}
