package io.github.jukelab.signal;

/** Transforms each frame separately; works for any hop. */
final class FramewiseSpectra implements BandSpectra {

    private static final int LARGEST_BLOCK = 64;

    /** Rows filled at a time: few enough that the ends of all of them stay in the L1 cache. */
    private static final int TILE = 128;

    private final float[] padded;
    private final int hop;
    private final int block;
    private final FrameFft fft;
    private final double[][] samples;
    private int count;

    FramewiseSpectra(float[] sound, int nFft, int hop) {
        this.padded = new float[sound.length + nFft];
        System.arraycopy(sound, 0, padded, nFft / 2, sound.length);
        this.hop = hop;
        this.block = Math.min(LARGEST_BLOCK, 1 + sound.length / hop);
        this.fft = FrameFft.of(nFft, block);
        this.samples = new double[nFft][];
        for (int i = 0; i < nFft; i++) {
            samples[i] = fft.samples(i);
        }
    }

    @Override
    public int block() {
        return block;
    }

    @Override
    public void load(int first, int count) {
        this.count = count;
        for (int from = 0; from < samples.length; from += TILE) {
            for (int t = 0; t < count; t++) {
                gather((first + t) * hop, t, from, Math.min(from + TILE, samples.length));
            }
        }
        fft.transform(count);
    }

    private void gather(int start, int t, int from, int to) {
        for (int i = from; i < to; i++) {
            samples[i][t] = padded[start + i];
        }
    }

    @Override
    public ComplexRow bin(int bin) {
        ComplexRow row = new ComplexRow(fft.real(bin), fft.imaginary(bin));
        double angle = Math.PI * bin * (samples.length + 1) / samples.length;
        row.rotate(Math.cos(angle), Math.sin(angle), count);
        return row;
    }
}
