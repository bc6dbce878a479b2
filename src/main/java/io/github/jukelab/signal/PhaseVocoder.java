package io.github.jukelab.signal;

/**
 * Resamples the frames of a transform to another speed. Output frame {@code t} lies at {@code t rate} between two
 * frames of the transform: its magnitude is interpolated linearly, and its phase is that of the previous output frame
 * plus the phase difference of the two. So a tone keeps its frequency at any speed.
 *
 * <p>Phases are unit complex numbers, and a difference is the product of one with the conjugate of the other: no angle
 * is computed, summed or wrapped. The phase of the value 0 is 0.
 */
final class PhaseVocoder {

    private final int frames;
    private final int outputFrames;
    private final double rate;
    private final double[] magnitudes;
    private final double[] cosines;
    private final double[] sines;

    /** For rows of this number of frames, followed by two silent ones. */
    PhaseVocoder(int frames, double rate) {
        this.frames = frames;
        this.outputFrames = (int) Math.ceil(frames / rate);
        this.rate = rate;
        this.magnitudes = new double[frames + 2];
        this.cosines = new double[frames + 2];
        this.sines = new double[frames + 2];
    }

    /** The number of output frames: those at 0, rate, 2 rate, ... before the end. */
    int outputFrames() {
        return outputFrames;
    }

    /** Stretches one bin of a transform of shape [bin, frame] to the same bin of one of shape [bin, output frame]. */
    void stretch(float[] real, float[] imaginary, int bin, float[] outputReal, float[] outputImaginary) {
        toPolar(real, imaginary, bin * frames);
        double cos = cosines[0];
        double sin = sines[0];
        for (int t = 0; t < outputFrames; t++) {
            double position = t * rate;
            int i = (int) position;
            double fraction = position - i;
            double magnitude = (1 - fraction) * magnitudes[i] + fraction * magnitudes[i + 1];
            outputReal[bin * outputFrames + t] = (float) (magnitude * cos);
            outputImaginary[bin * outputFrames + t] = (float) (magnitude * sin);
            double stepCos = cosines[i + 1] * cosines[i] + sines[i + 1] * sines[i];
            double stepSin = sines[i + 1] * cosines[i] - cosines[i + 1] * sines[i];
            double rotated = cos * stepCos - sin * stepSin;
            sin = cos * stepSin + sin * stepCos;
            cos = rotated;
        }
    }

    private void toPolar(float[] real, float[] imaginary, int offset) {
        for (int t = 0; t < frames + 2; t++) {
            double x = t < frames ? real[offset + t] : 0;
            double y = t < frames ? imaginary[offset + t] : 0;
            double magnitude = Math.sqrt(x * x + y * y);
            magnitudes[t] = magnitude;
            cosines[t] = magnitude > 0 ? x / magnitude : 1;
            sines[t] = magnitude > 0 ? y / magnitude : 0;
        }
    }
}
