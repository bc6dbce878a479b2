package io.github.jukelab.signal;

import io.github.jukelab.Require;
import io.github.jukelab.audio.AudioException;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import java.util.Arrays;

/**
 * Splits a recording of any length into its harmonic and its percussive part, block by block: the parts of
 * {@code HarmonicPercussive} of the room {@code feature}, without their waves in memory. As the magnitudes are computed
 * on the way, they are passed on, too.
 *
 * <p>The parts follow the spectra with a delay. The medians of a frame need the 15 frames before and after it, and a
 * sample needs all frames that cover it; nothing else needs a frame's neighbours. So a frame's share is settled once 15
 * later frames are known, and a sample once all frames that cover it are. At both ends of the recording, and only
 * there, frames are mirrored. Values are therefore the same for any block size.
 *
 * <p>Memory: about {@code 4 (block + 30)} spectra and the samples of {@code block + 30} frames.
 */
public final class Separation {

    /** Receives magnitudes and parts. */
    public interface Sink {
        /**
         * Receives the spectra of the next frames.
         *
         * @param frames their samples
         * @param magnitude the magnitudes, shape [bin, frame]
         */
        void spectra(FrameBlock frames, Spectrogram magnitude);

        /**
         * Receives the next samples of both parts. The arrays may be changed and are overwritten afterwards.
         *
         * @param harmonic sustained sounds
         * @param percussive the sound minus the harmonic part
         * @param count number of samples, the first elements of both arrays
         */
        void parts(float[] harmonic, float[] percussive, int count);
    }

    private static final int WINDOW = 31;
    private static final int REACH = WINDOW / 2;
    /** Bins whose medians along time are found together: few enough that their rows stay in the cache. */
    private static final int LARGEST_COLUMNS = 512;
    /** Floats in a cache line: so many frames are turned to rows or back at once. */
    private static final int CACHE_LINE = 16;

    private final Stft stft;
    private final FrameReader reader;
    private final int rate;
    private final int block;
    private final Sink sink;
    private final FrameSpectra spectra;
    private final OverlapAdd overlap;
    private final int lanes;

    /** The transform of the frames from {@code done - REACH} on, [bin][frame]. */
    private final float[][] real;

    private final float[][] imaginary;
    private final float[][] magnitude;

    private final int columns;
    /** The magnitudes of some bins, then their medians along time, [frame][bin]. */
    private final float[][] tile;
    /** The column of {@link #magnitude} for each row of the tile. */
    private final int[] sources;

    private final RunningMedian alongTime;
    private final RunningMedian alongFrequency;
    /** The medians along time of a block, then its harmonic shares, [bin][frame]. */
    private final float[][] shares;

    private float[] spare;
    private final float[] factors;
    private int read;
    private int done;

    /** The samples whose parts are not known yet. */
    private float[] sound = new float[0];

    private int pending;
    private int received;
    private float[] harmonic = new float[0];
    private float[] percussive = new float[0];

    private Separation(Stft stft, FrameReader reader, Recording recording, int block, Sink sink) {
        this.stft = stft;
        this.reader = reader;
        this.rate = recording.rate();
        this.block = Math.min(block, reader.total());
        this.sink = sink;
        double[] window = Window.hann(stft.nFft()).weights();
        this.spectra = new FrameSpectra(stft.framing(), window, stft.nFft(), this.block + REACH);
        this.lanes = Math.min(this.block, OverlapAdd.LANES);
        this.overlap = new OverlapAdd(stft, reader.total(), (int) recording.length(), lanes, this::pass);
        int bins = stft.bins();
        this.real = new float[bins][this.block + 2 * REACH];
        this.imaginary = new float[bins][this.block + 2 * REACH];
        this.magnitude = new float[bins][this.block + 2 * REACH];
        this.columns = even(bins, LARGEST_COLUMNS);
        this.tile = new float[this.block + 2 * REACH][columns];
        this.sources = new int[tile.length];
        this.alongTime = new RunningMedian(WINDOW, columns);
        this.alongFrequency = new RunningMedian(WINDOW, this.block);
        this.shares = new float[bins][this.block];
        this.spare = new float[this.block];
        this.factors = new float[lanes];
    }

    /** The size of parts, at most {@code largest}, that make up the whole and are as equal as can be. */
    private static int even(int whole, int largest) {
        int parts = 1 + (whole - 1) / largest;
        return 1 + (whole - 1) / parts;
    }

    /**
     * Splits a recording.
     *
     * @param recording of n samples
     * @param stft frame size, hop, padding
     * @param block frames that are worked on at once, at least 1; hundreds are fastest
     * @param sink receives the spectra of all frames, and n samples of both parts
     * @throws AudioException if the recording cannot be read
     * @throws IllegalArgumentException if the recording is too short for these settings, too long or too loud, or
     *     {@code block} is less than 1
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static void forEach(Recording recording, Stft stft, int block, Sink sink) throws AudioException {
        Require.atLeast("block", 1, block);
        try (FrameReader reader = FrameReader.of(recording, stft.framing())) {
            new Separation(stft, reader, recording, block, sink).run();
        }
    }

    private void run() throws AudioException {
        while (done < reader.total()) {
            int count = Math.min(block, reader.total() - done);
            int wanted = Math.min(reader.total(), done + count + REACH) - read;
            if (wanted > 0) {
                load(reader.next(wanted));
            }
            Arrays.setAll(sources, p -> mirrored(done - REACH + p) - done + REACH);
            findMedians(count);
            findShares();
            rebuild(count);
            shift(count);
        }
    }

    private void load(FrameBlock frames) {
        keepSound(frames);
        int offset = read - done + REACH;
        int count = frames.count();
        float[] values = new float[Math.multiplyExact(real.length, count)];
        spectra.forEach(frames, (first, some, fft) -> {
            for (int k = 0; k < real.length; k++) {
                ComplexSpectrogram.round(fft.real(k), some, real[k], offset + first);
                ComplexSpectrogram.round(fft.imaginary(k), some, imaginary[k], offset + first);
                Spectrogram.magnitudes(fft.real(k), fft.imaginary(k), some);
                ComplexSpectrogram.round(fft.real(k), some, values, k * count + first);
            }
        });
        for (int k = 0; k < magnitude.length; k++) {
            System.arraycopy(values, k * count, magnitude[k], offset, count);
        }
        read += count;
        double[] frequencies = stft.frequencies(rate);
        sink.spectra(frames, Spectrogram.owning(values, frequencies, Scale.MAGNITUDE, frames.secondsPerFrame()));
    }

    /** Keeps the samples of a block that earlier ones did not have. */
    private void keepSound(FrameBlock frames) {
        Wave wave = frames.wave();
        int from = received - frames.position();
        int fresh = wave.length() - from;
        if (sound.length < pending + fresh) {
            sound = Arrays.copyOf(sound, pending + fresh);
        }
        for (int i = 0; i < fresh; i++) {
            sound[pending + i] = wave.sample(from + i);
        }
        pending += fresh;
        received += fresh;
    }

    private void findMedians(int count) {
        for (int low = 0; low < magnitude.length; low += columns) {
            int width = Math.min(columns, magnitude.length - low);
            fillTile(low, width, count + 2 * REACH);
            // No later window holds the frame whose row the medians replace.
            alongTime.forEach(
                    tile,
                    0,
                    REACH,
                    REACH + count,
                    (p, medians) -> System.arraycopy(medians, 0, tile[p - REACH], 0, width));
            for (int from = 0; from < count; from += CACHE_LINE) {
                for (int k = 0; k < width; k++) {
                    for (int t = from; t < Math.min(count, from + CACHE_LINE); t++) {
                        shares[low + k][t] = tile[t][k];
                    }
                }
            }
        }
    }

    /** Copies some bins of some frames, from {@code done - REACH} on, to the tile's rows. */
    private void fillTile(int low, int width, int frames) {
        for (int from = 0; from < frames; from += CACHE_LINE) {
            for (int k = 0; k < width; k++) {
                for (int p = from; p < Math.min(frames, from + CACHE_LINE); p++) {
                    tile[p][k] = magnitude[low + k][sources[p]];
                }
            }
        }
    }

    /** The frame itself, or, beyond the ends, the mirrored one; the outermost is repeated. */
    private int mirrored(int frame) {
        int index = Math.floorMod(frame, 2 * reader.total());
        return Math.min(index, 2 * reader.total() - 1 - index);
    }

    private void findShares() {
        alongFrequency.forEach(magnitude, REACH, 0, magnitude.length, (k, medians) -> {
            Mask.share(shares[k], medians, spare);
            float[] row = shares[k];
            shares[k] = spare;
            spare = row;
        });
    }

    private void rebuild(int count) {
        InverseFft fft = overlap.fft();
        for (int first = 0; first < count; first += lanes) {
            int some = Math.min(lanes, count - first);
            for (int k = 0; k < shares.length; k++) {
                System.arraycopy(shares[k], first, factors, 0, some);
                System.arraycopy(real[k], REACH + first, fft.real[k], 0, some);
                System.arraycopy(imaginary[k], REACH + first, fft.imaginary[k], 0, some);
                multiply(fft.real[k], factors, some);
                multiply(fft.imaginary[k], factors, some);
            }
            overlap.add(some);
        }
    }

    private static void multiply(float[] row, float[] factors, int count) {
        for (int t = 0; t < count; t++) {
            row[t] *= factors[t];
        }
    }

    private void pass(float[] samples, int from, int count, int position) {
        if (harmonic.length < count) {
            harmonic = new float[count];
            percussive = new float[count];
        }
        System.arraycopy(samples, from, harmonic, 0, count);
        for (int i = 0; i < count; i++) {
            percussive[i] = sound[i] - harmonic[i];
        }
        pending -= count;
        System.arraycopy(sound, count, sound, 0, pending);
        sink.parts(harmonic, percussive, count);
    }

    private void shift(int count) {
        int kept = read - done + REACH - count;
        for (int k = 0; k < magnitude.length; k++) {
            System.arraycopy(real[k], count, real[k], 0, kept);
            System.arraycopy(imaginary[k], count, imaginary[k], 0, kept);
            System.arraycopy(magnitude[k], count, magnitude[k], 0, kept);
        }
        done += count;
    }
}
