package io.github.jukelab.signal;

/** Transforms frame by frame with {@link Fft}, for sizes that are not a power of two. */
final class SingleFft extends FrameFft {

    private final Fft fft;
    private final double[] frame;
    private final double[][] samples;

    SingleFft(int size, int frames) {
        super(size, frames);
        this.fft = Fft.of(size);
        this.frame = new double[fft.bufferLength()];
        this.samples = new double[size][frames];
    }

    @Override
    double[] samples(int index) {
        return samples[index];
    }

    @Override
    void transform(int frames) {
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
}
