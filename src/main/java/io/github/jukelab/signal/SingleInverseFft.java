package io.github.jukelab.signal;

/** Transforms back frame by frame with {@link Fft}, for sizes that are not a power of two. */
final class SingleInverseFft extends InverseFft {

    private final Fft fft;
    private final double[] frame;
    private final float[][] samples;

    SingleInverseFft(int size, int frames) {
        super(size, frames);
        this.fft = Fft.of(size);
        this.frame = new double[fft.bufferLength()];
        this.samples = new float[size][frames];
    }

    @Override
    float[] samples(int index) {
        return samples[index];
    }

    @Override
    void transform(int frames) {
        double half = samples.length / 2.0;
        for (int t = 0; t < frames; t++) {
            for (int k = 0; k < real.length; k++) {
                frame[2 * k] = real[k][t];
                frame[2 * k + 1] = imaginary[k][t];
            }
            fft.inverse(frame);
            for (int i = 0; i < samples.length; i++) {
                samples[i][t] = (float) (half * frame[i]);
            }
        }
    }
}
