package io.github.jukelab.signal;

/** Transforms frame by frame with {@link Fft}, for sizes that are not a power of two. */
final class SingleFft implements FrameFft {

    private final Fft fft;
    private final double[] frame;
    private final double[][] samples;
    private final double[][] real;
    private final double[][] imaginary;

    SingleFft(int size, int frames) {
        this.fft = Fft.of(size);
        this.frame = new double[fft.bufferLength()];
        this.samples = new double[size][frames];
        this.real = new double[size / 2 + 1][frames];
        this.imaginary = new double[size / 2 + 1][frames];
    }

    @Override
    public double[] samples(int index) {
        return samples[index];
    }

    @Override
    public void transform(int frames) {
        for (int t = 0; t < frames; t++) {
            for (int i = 0; i < samples.length; i++) {
                frame[i] = samples[i][t];
            }
            fft.transform(frame);
            for (int k = 0; k < real.length; k++) {
                real[k][t] = frame[2 * k];
                imaginary[k][t] = frame[2 * k + 1];
            }
        }
    }

    @Override
    public double[] real(int bin) {
        return real[bin];
    }

    @Override
    public double[] imaginary(int bin) {
        return imaginary[bin];
    }
}
