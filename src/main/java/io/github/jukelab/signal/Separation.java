package io.github.jukelab.signal;

import io.github.jukelab.Require;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.codec.AudioException;
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

    private static final int REACH = HarmonicShares.REACH;

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

    private final HarmonicShares shares;
    /** The shares of the frames that are rebuilt at once. */
    private final float[] factors;

    private final SoundQueue sound = new SoundQueue();
    private float[] harmonic = new float[0];
    private float[] percussive = new float[0];

    /** Frames whose transform is known. */
    private int read;
    /** Frames that have been added to the harmonic part. */
    private int done;

    private Separation(Stft stft, FrameReader reader, Recording recording, int block, Sink sink) {
        this.stft = stft;
        this.reader = reader;
        this.rate = recording.rate();
        this.block = Math.min(block, reader.total());
        this.sink = sink;
        double[] window = Window.hann(stft.nFft()).weights();
        this.spectra = new FrameSpectra(stft.framing(), window, stft.nFft(), this.block + REACH);
        this.lanes = Math.min(this.block, OverlapAdd.LANES);
        this.overlap = new OverlapAdd(stft, window, reader.total(), (int) recording.length(), lanes, this::pass);
        int bins = stft.bins();
        this.real = new float[bins][this.block + 2 * REACH];
        this.imaginary = new float[bins][this.block + 2 * REACH];
        this.magnitude = new float[bins][this.block + 2 * REACH];
        this.shares = new HarmonicShares(bins, this.block);
        this.factors = new float[lanes];
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
            rebuild(shares.of(magnitude, sources(count)), count);
            shift(count);
        }
    }

    private void load(FrameBlock frames) {
        sound.add(frames);
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

    /** The columns of the frames from {@code REACH} before the next ones to {@code REACH} after them. */
    private int[] sources(int count) {
        int[] sources = new int[count + 2 * REACH];
        Arrays.setAll(sources, p -> mirrored(done - REACH + p) - done + REACH);
        return sources;
    }

    /** The frame itself, or, beyond the ends, the mirrored one; the outermost is repeated. */
    private int mirrored(int frame) {
        int index = Math.floorMod(frame, 2 * reader.total());
        return Math.min(index, 2 * reader.total() - 1 - index);
    }

    private void rebuild(float[][] shares, int count) {
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
        sound.take(percussive, count);
        for (int i = 0; i < count; i++) {
            percussive[i] -= harmonic[i];
        }
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
