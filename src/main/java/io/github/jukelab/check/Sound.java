package io.github.jukelab.check;

import io.github.jukelab.PathText;
import io.github.jukelab.Sha256;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.codec.SampleReader;
import io.github.jukelab.codec.SoundDecoder;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Track;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a sound file, or of a part of one, after it was read from start to end.
 *
 * @param track a file or a part of one
 * @param file relative to the data set's folder
 * @param rate in Hz
 * @param channels at least 1
 * @param seconds its length
 * @param level of the mean of its channels
 * @param hash of its rate and samples: equal for the same samples in wav, flac or with more bits
 * @param warnings of the decoder, and if the file ends before the part does
 * @param fingerprint by which the same sound is found in other files
 */
record Sound(
        Track track,
        String file,
        int rate,
        int channels,
        double seconds,
        Level level,
        String hash,
        List<String> warnings,
        Fingerprint fingerprint) {

    private static final int BLOCK = 1 << 14;

    /** Hears a sound once more, while it is open. */
    @FunctionalInterface
    interface Ear {
        void hear(Recording recording) throws AudioException;
    }

    /** Reads a file block by block; a sound of at most 16 million samples is decoded once, also for the ear. */
    static Sound read(Dataset dataset, Track track, Ear ear) throws IOException {
        try (AudioSource source = AudioSource.open(track.file())) {
            Recording recording = Recording.of(source, track.options());
            double seconds = (double) recording.length() / recording.rate();
            List<String> warnings = new ArrayList<>(recording.warnings());
            track.options().shortfall(seconds).ifPresent(warnings::add);
            LevelMeter meter = new LevelMeter();
            String hash = measure(recording, meter);
            ear.hear(recording);
            return new Sound(
                    track,
                    file(dataset, track),
                    recording.rate(),
                    SoundDecoder.channels(source),
                    seconds,
                    meter.level(),
                    hash,
                    List.copyOf(warnings),
                    Fingerprint.of(recording.resample(Fingerprint.RATE)));
        }
    }

    /** The file of a track, relative to the data set's folder. */
    static String file(Dataset dataset, Track track) {
        return PathText.of(dataset.folder().relativize(track.file()));
    }

    /** Passes all samples to the meter. The hash of a block also depends on the blocks before it. */
    private static String measure(Recording recording, LevelMeter meter) throws AudioException {
        float[] block = new float[BLOCK];
        String hash = String.valueOf(recording.rate());
        try (SampleReader reader = recording.reader()) {
            int count = reader.read(block, 0, BLOCK);
            while (count > 0) {
                meter.add(block, count);
                hash = Sha256.of(hash + Sha256.of(bytes(block, count)));
                count = reader.read(block, 0, BLOCK);
            }
        }
        return hash;
    }

    private static byte[] bytes(float[] samples, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * count);
        bytes.asFloatBuffer().put(samples, 0, count);
        return bytes.array();
    }

    /** The same without most of its landmarks. */
    Sound thinned(int halvings) {
        return new Sound(track, file, rate, channels, seconds, level, hash, warnings, fingerprint.thinned(halvings));
    }

    /** What messages call it: the file, with the part. */
    String name() {
        return track.named(file);
    }

    /** Whether these are two parts of one file. */
    boolean isBeside(Sound other) {
        return file.equals(other.file);
    }

    String label() {
        return track.label();
    }

    Optional<String> group() {
        return track.artist();
    }
}
