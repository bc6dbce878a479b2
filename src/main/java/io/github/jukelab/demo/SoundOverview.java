package io.github.jukelab.demo;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.image.ColourMap;
import io.github.jukelab.image.Picture;
import io.github.jukelab.signal.FrameBlock;
import io.github.jukelab.signal.FrameReader;
import io.github.jukelab.signal.Frames;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Window;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/**
 * A sound at a glance, however long it is: its waveform and its mel spectrogram, made in one reading, of which memory
 * does not depend on the length.
 *
 * @param waveform lowest and highest sample of up to 1000 stretches of equal length
 * @param spectrogram up to 650 columns; each is the mean power of one to three frames
 */
record SoundOverview(Waveform waveform, Spectrum spectrogram) {

    /** Lowest and highest sample of each stretch. */
    record Waveform(float[] minimum, float[] maximum) {}

    /** A picture as a data URI, with its axes and a sentence for those who cannot see it. */
    record Spectrum(String png, double seconds, double lowestHertz, double highestHertz, String scale, String alt) {}

    private static final int STRETCHES = 1000;
    private static final int COLUMNS = 650;
    private static final int MAX_OVERLAP = 8;
    private static final int BANDS = 128;
    private static final double HIGHEST_HERTZ = 22_050;
    private static final double RANGE_DECIBELS = 80;
    private static final int SHORTEST_FRAME = 256;
    /** Frames of a twelfth of a second, rounded down to a power of two: 46 ms at 44 100 Hz. */
    private static final int FRAMES_PER_SECOND = 12;

    /** About as many samples are held at a time. */
    private static final int BLOCK = 1 << 20;

    /**
     * Reads a recording once.
     *
     * @throws AudioException if it cannot be read
     * @throws IllegalArgumentException if it is too loud, or has more than 2147483647 samples
     */
    static SoundOverview of(Recording recording) throws AudioException {
        long length = recording.length();
        int frame = Math.max(SHORTEST_FRAME, Integer.highestOneBit(recording.rate() / FRAMES_PER_SECOND));
        int hop = hop(length, frame);
        try (FrameReader reader = FrameReader.of(recording, Frames.of(frame, hop))) {
            Columns columns = new Columns(length, recording.rate(), Math.min(COLUMNS, reader.total()), reader.total());
            while (reader.hasNext()) {
                columns.add(reader.next(Math.max(1, BLOCK / hop)));
            }
            return columns.overview();
        }
    }

    /** A frame per column, but two where frames would leave out samples between them. */
    private static int hop(long length, int frame) {
        int one = (int) (length / COLUMNS) + 1;
        int two = (int) (length / (2 * COLUMNS)) + 1;
        return Math.max(frame / MAX_OVERLAP, Math.min(one, Math.max(frame, two)));
    }

    /** Collects what blocks of frames add to the columns. */
    private static final class Columns {

        private final long length;
        private final int rate;
        private final int width;
        private final int frames;
        private final MelBank bank;
        private final double[][] powers;
        private final int[] counts;
        private final float[] minimum;
        private final float[] maximum;
        private long samples;

        Columns(long length, int rate, int width, int frames) {
            this.length = length;
            this.rate = rate;
            this.width = width;
            this.frames = frames;
            this.bank = MelBank.of(BANDS, rate).withRange(0, Math.min(HIGHEST_HERTZ, rate / 2.0));
            this.powers = new double[BANDS][width];
            this.counts = new int[width];
            this.minimum = new float[(int) Math.min(STRETCHES, length)];
            this.maximum = new float[minimum.length];
            Arrays.fill(minimum, Float.POSITIVE_INFINITY);
            Arrays.fill(maximum, Float.NEGATIVE_INFINITY);
        }

        void add(FrameBlock block) {
            addSamples(block);
            Window window = Window.hann(block.frames().length());
            Spectrogram mel = bank.apply(Spectrogram.of(block, window, Scale.POWER));
            int[] columns = columns(block);
            for (int band = 0; band < BANDS; band++) {
                double[] row = powers[band];
                for (int t = 0; t < columns.length; t++) {
                    row[columns[t]] += mel.value(band, t);
                }
            }
        }

        /** The column of each frame, which is counted. */
        private int[] columns(FrameBlock block) {
            int[] columns = new int[block.count()];
            for (int t = 0; t < columns.length; t++) {
                columns[t] = (int) ((long) (block.first() + t) * width / frames);
                counts[columns[t]]++;
            }
            return columns;
        }

        /** Blocks share samples; each is looked at once. */
        private void addSamples(FrameBlock block) {
            Wave wave = block.wave();
            int i = (int) (samples - block.position());
            while (i < wave.length()) {
                int stretch = (int) (samples * minimum.length / length);
                long next = ((stretch + 1) * length + minimum.length - 1) / minimum.length;
                int end = (int) Math.min(wave.length(), next - block.position());
                float low = minimum[stretch];
                float high = maximum[stretch];
                for (; i < end; i++) {
                    float sample = wave.sample(i);
                    low = sample < low ? sample : low;
                    high = sample > high ? sample : high;
                }
                minimum[stretch] = low;
                maximum[stretch] = high;
                samples = (long) block.position() + end;
            }
        }

        SoundOverview overview() {
            double seconds = (double) length / rate;
            double highest = bank.fMax();
            String alt = String.format(
                    Locale.ROOT,
                    "Mel spectrogram of %.1f seconds, from 0 Hz at the bottom to %.0f Hz at the top: the brighter, the "
                            + "louder.",
                    seconds,
                    highest);
            String png = "data:image/png;base64,"
                    + Base64.getEncoder().encodeToString(picture().png());
            return new SoundOverview(
                    new Waveform(minimum, maximum), new Spectrum(png, seconds, 0, highest, "mel", alt));
        }

        /** Decibels below the loudest value, up to 80. */
        private Picture picture() {
            double loudest = 0;
            for (double[] row : powers) {
                for (int column = 0; column < width; column++) {
                    row[column] /= counts[column];
                    loudest = Math.max(loudest, row[column]);
                }
            }
            int[] pixels = new int[width * BANDS];
            int i = 0;
            for (int band = BANDS - 1; band >= 0; band--) {
                for (double power : powers[band]) {
                    pixels[i++] = ColourMap.VIRIDIS.rgb(1 + 10 * Math.log10(power / loudest) / RANGE_DECIBELS);
                }
            }
            return Picture.of(width, BANDS, pixels);
        }
    }
}
