package io.github.jukelab.dataset;

import io.github.jukelab.SplitMix64;
import io.github.jukelab.audio.Wave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Small data sets for tests, with tracks of noise. */
final class Tree {

    static final int FULL_LENGTH = 660_000;

    private Tree() {}

    /** A wav at 22 050 Hz; the same seed gives the same sound. */
    static byte[] wav(int samples, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        float[] noise = new float[samples];
        for (int i = 0; i < samples; i++) {
            noise[i] = (float) random.between(-0.5, 0.5);
        }
        return Wave.of(noise, SyntheticMusic.RATE).toWav();
    }

    /** The same samples as an au file: a header of 24 bytes, 16 bit, big endian. */
    static byte[] au(byte[] wav) {
        byte[] au = new byte[24 + wav.length - 44];
        int[] header = {0x2e736e64, 24, wav.length - 44, 3, 22_050, 1};
        for (int i = 0; i < 24; i++) {
            au[i] = (byte) (header[i / 4] >>> (24 - 8 * (i % 4)));
        }
        for (int i = 0; i < wav.length - 44; i++) {
            au[24 + i] = wav[44 + (i ^ 1)];
        }
        return au;
    }

    static Path put(Path root, String file, byte[] bytes) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.write(path, bytes);
    }

    /** A copy of GTZAN with empty files, for tests that do not open them. */
    static Dataset ofEmptyFiles(Path root, int tracks, String... labels) throws IOException {
        for (String label : labels) {
            for (int i = 0; i < tracks; i++) {
                put(root, "genres_original/" + label + "/" + String.format("%s.%05d.wav", label, i), new byte[0]);
            }
        }
        return Gtzan.at(root);
    }

    /** All declared tracks, without files. */
    static Dataset complete(DatasetInfo info) {
        return Dataset.of(info, info.trackIds());
    }

    static byte[] cut(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }
}
