package io.github.jukelab.check;

import io.github.jukelab.audio.Wave;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Small pieces of music for tests, and files of them. */
final class Tunes {

    static final int RATE = 22_050;

    private Tunes() {}

    /** Fading notes of random pitch, six in a second; another seed is another tune. */
    static Wave tune(long seed, double seconds) {
        Random random = new Random(seed);
        float[] samples = new float[(int) (seconds * RATE)];
        for (int start = 0; start < samples.length; start += (int) (RATE * random.nextDouble(0.1, 0.24))) {
            note(samples, start, 150 * Math.pow(2, random.nextDouble(4)), 0.2);
        }
        return Wave.of(samples, RATE);
    }

    private static void note(float[] samples, int start, double hertz, double amplitude) {
        for (int i = start; i < Math.min(samples.length, start + RATE); i++) {
            double time = (double) (i - start) / RATE;
            samples[i] += (float) (amplitude * Math.exp(-6 * time) * Math.sin(2 * Math.PI * hertz * time));
        }
    }

    /** A loop of one drum machine: the same two drums in each bar of two seconds. */
    static Wave drums(double seconds) {
        Random random = new Random(1);
        float[] hit = new float[RATE / 8];
        for (int i = 0; i < hit.length; i++) {
            hit[i] = (float) (0.2 * random.nextGaussian() * Math.exp(-40.0 * i / RATE));
        }
        float[] samples = new float[(int) (seconds * RATE)];
        for (int start = 0; start < samples.length; start += RATE / 2) {
            note(samples, start, start / (RATE / 2) % 4 == 0 ? 60 : 200, 0.3);
            for (int i = 0; i < Math.min(hit.length, samples.length - start); i++) {
                samples[start + i] += hit[i];
            }
        }
        return Wave.of(samples, RATE);
    }

    /** One after the other. */
    static Wave join(List<Wave> waves) {
        float[] samples = new float[waves.stream().mapToInt(Wave::length).sum()];
        int start = 0;
        for (Wave wave : waves) {
            System.arraycopy(wave.samples(), 0, samples, start, wave.length());
            start += wave.length();
        }
        return Wave.of(samples, RATE);
    }

    static Wave mix(Wave a, Wave b) {
        float[] samples = a.samples();
        for (int i = 0; i < samples.length; i++) {
            samples[i] += b.sample(i);
        }
        return Wave.of(samples, a.rate());
    }

    static Wave map(Wave wave, DoubleUnaryOperator change) {
        float[] samples = wave.samples();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) change.applyAsDouble(samples[i]);
        }
        return Wave.of(samples, wave.rate());
    }

    /** The sound after so much silence. */
    static Wave after(double silence, Wave wave) {
        int skipped = (int) (silence * wave.rate());
        float[] samples = new float[skipped + wave.length()];
        System.arraycopy(wave.samples(), 0, samples, skipped, wave.length());
        return Wave.of(samples, wave.rate());
    }

    /** A part, in seconds. */
    static Wave part(Wave wave, double from, double to) {
        return wave.slice((int) (from * wave.rate()), (int) (to * wave.rate()));
    }

    static Path put(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    /** A wav of one or more channels, with 16 or 24 bits; both have the samples of 16 bits. */
    static byte[] wav(int bits, Wave... channels) {
        int frame = channels.length * bits / 8;
        int size = channels[0].length() * frame;
        ByteBuffer bytes = ByteBuffer.allocate(44 + size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + size);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        bytes.putShort((short) 1).putShort((short) channels.length).putInt(channels[0].rate());
        bytes.putInt(channels[0].rate() * frame).putShort((short) frame).putShort((short) bits);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(size);
        for (int i = 0; i < channels[0].length(); i++) {
            for (Wave channel : channels) {
                if (bits == 24) {
                    bytes.put((byte) 0);
                }
                bytes.putShort((short) Math.round(channel.sample(i) * 32_768));
            }
        }
        return bytes.array();
    }
}
