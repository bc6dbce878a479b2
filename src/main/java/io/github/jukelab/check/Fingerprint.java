package io.github.jukelab.check;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.signal.FrameReader;
import io.github.jukelab.signal.Frames;
import io.github.jukelab.signal.Spectrogram;
import java.util.Arrays;

/**
 * The landmarks of a sound, by which the same sound is found in another file: pairs of peaks of its spectrogram. A
 * landmark's hash has the bin of the first peak, and how many bins and frames later the second one is. It does not
 * depend on where a file begins, nor on its level, its sign, its rate from 8 kHz on or a lossy codec, as far as the
 * peaks outlast it.
 *
 * <p>Frames of 64 ms every 16 ms, at 8 kHz. Music has 40 to 70 landmarks per second, of 8 bytes each.
 *
 * <p>Source: A. Wang, <i>An industrial strength audio search algorithm</i> (2003); D. Ellis, audfprint (2014).
 */
final class Fingerprint {

    /** The rate in Hz at which a sound must be read. */
    static final int RATE = 8000;

    /** One more than the largest hash. */
    static final int HASHES = 1 << 21;

    private static final Frames FRAMES = Frames.of(512, 128);
    static final double FRAMES_PER_SECOND = (double) RATE / FRAMES.hop();
    private static final int BLOCK = 320;

    /** Landmarks that begin with one peak. */
    private static final int PAIRS = 3;

    /** Exclusive, in frames and bins. */
    private static final int REACH = 64;

    private final int frames;
    private final int[] hashes;
    private final int[] times;

    private Fingerprint(int frames, int[] hashes, int[] times) {
        this.frames = frames;
        this.hashes = hashes;
        this.times = times;
    }

    /**
     * The fingerprint of a sound of any length, read block by block.
     *
     * @param recording at {@link #RATE}
     * @throws AudioException if the source cannot be read
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    static Fingerprint of(Recording recording) throws AudioException {
        Builder builder = new Builder();
        PeakPicker picker = new PeakPicker(FRAMES.length() / 2 + 1, builder);
        try (FrameReader reader = FrameReader.of(recording, FRAMES)) {
            while (reader.hasNext()) {
                add(Spectrogram.of(reader.next(BLOCK)), picker);
            }
            picker.finish();
            return builder.fingerprint(reader.total());
        }
    }

    private static void add(Spectrogram spectrogram, PeakPicker picker) {
        float[] values = spectrogram.values();
        float[] column = new float[spectrogram.bins()];
        for (int t = 0; t < spectrogram.frames(); t++) {
            for (int k = 0; k < column.length; k++) {
                column[k] = values[k * spectrogram.frames() + t];
            }
            picker.add(column);
        }
    }

    /** Pairs each peak with the next ones. */
    private static final class Builder implements PeakPicker.Sink {

        /** A peak and the number of its landmarks so far; replaced in turn. */
        private final int[] peakFrames = new int[REACH];

        private final int[] peakBins = new int[REACH];
        private final int[] pairs = new int[REACH];
        private int peaks;
        private int[] hashes = new int[256];
        private int[] times = new int[256];
        private int count;

        @Override
        public void peak(int frame, int bin) {
            for (int i = Math.max(0, peaks - REACH); i < peaks; i++) {
                pair(i % REACH, frame, bin);
            }
            peakFrames[peaks % REACH] = frame;
            peakBins[peaks % REACH] = bin;
            pairs[peaks % REACH] = 0;
            peaks++;
        }

        private void pair(int first, int frame, int bin) {
            int later = frame - peakFrames[first];
            int higher = bin - peakBins[first];
            if (pairs[first] < PAIRS && later > 0 && later < REACH && Math.abs(higher) < REACH) {
                pairs[first]++;
                add((peakBins[first] & 255) << 13 | (higher + REACH) << 6 | later, peakFrames[first]);
            }
        }

        private void add(int hash, int time) {
            if (count == hashes.length) {
                hashes = Arrays.copyOf(hashes, 2 * count);
                times = Arrays.copyOf(times, 2 * count);
            }
            hashes[count] = hash;
            times[count] = time;
            count++;
        }

        private Fingerprint fingerprint(int frames) {
            return new Fingerprint(frames, Arrays.copyOf(hashes, count), Arrays.copyOf(times, count));
        }
    }

    /** The number of frames of the sound. */
    int frames() {
        return frames;
    }

    /** The number of landmarks. */
    int size() {
        return hashes.length;
    }

    int hash(int landmark) {
        return hashes[landmark];
    }

    /** The frame of a landmark's first peak. */
    int time(int landmark) {
        return times[landmark];
    }

    /** The number of landmarks from one frame to before another. */
    int count(int from, int to) {
        int count = 0;
        for (int time : times) {
            count += time >= from && time < to ? 1 : 0;
        }
        return count;
    }

    /**
     * With about one of {@code 2^halvings} landmarks, always those of the same hashes: what is left of two sounds can
     * still be compared.
     */
    Fingerprint thinned(int halvings) {
        int[] kept = new int[hashes.length];
        int[] keptTimes = new int[hashes.length];
        int count = 0;
        for (int i = 0; i < hashes.length; i++) {
            // The upper bits of this product depend on all bits of the hash.
            if (halvings == 0 || hashes[i] * 0x9E3779B9 >>> 32 - halvings == 0) {
                kept[count] = hashes[i];
                keptTimes[count] = times[i];
                count++;
            }
        }
        return new Fingerprint(frames, Arrays.copyOf(kept, count), Arrays.copyOf(keptTimes, count));
    }

    @Override
    public String toString() {
        return "Fingerprint[" + frames + " frames, " + size() + " landmarks]";
    }
}
