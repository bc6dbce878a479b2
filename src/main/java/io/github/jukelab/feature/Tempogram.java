package io.github.jukelab.feature;

import io.github.jukelab.signal.Autocorrelation;
import io.github.jukelab.signal.Window;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How regularly onsets repeat around each frame: the autocorrelation of the onset strength in a window around the
 * frame, one value per lag, divided by the largest. Lags of one or several beats have high values.
 *
 * <p>The strength is extended by half a window on both sides, falling linearly to 0; the window is a periodic Hann. Lag
 * 0 is 1, the others are at most 1; where the whole window is silent all are 0. A lag of {@code k} frames corresponds
 * to {@code 60 / (k secondsPerFrame)} beats per minute.
 *
 * <p>Equal to {@code librosa.feature.tempogram} of the same strength to 1e-6.
 *
 * <p>Notebook: 01-explore-gtzan
 *
 * @see <a href="https://doi.org/10.1109/ICASSP.2010.5495219">Grosche, Mueller and Kurth (2010)</a>
 */
public final class Tempogram {

    private static final int WINDOW = 384;

    private Tempogram() {}

    /**
     * The tempogram with librosa's window of 384 frames, 8.9 s with its default frames.
     *
     * @param onset one row, of n frames
     * @return rows {@code lag 0} to {@code lag 383}, without unit, n frames
     * @throws IllegalArgumentException if the onset strength has several rows or is not finite
     */
    public static FrameSeries of(FrameSeries onset) {
        return of(onset, WINDOW);
    }

    /**
     * The tempogram with a window of any length.
     *
     * @param onset one row, of n frames
     * @param window frames in the window, at least 1
     * @return rows {@code lag 0} to {@code lag (window - 1)}, without unit, n frames
     * @throws IllegalArgumentException if the onset strength has several rows or is not finite, or the window is empty
     */
    public static FrameSeries of(FrameSeries onset, int window) {
        Autocorrelation autocorrelation = Autocorrelation.of(window);
        Windows windows = Windows.of(onset, window);
        float[] values = new float[Math.multiplyExact(window, onset.frames())];
        double[] samples = new double[window];
        for (int t = 0; t < onset.frames(); t++) {
            windows.write(t, samples);
            double[] lags = autocorrelation.apply(samples);
            for (int lag = 0; lag < window; lag++) {
                values[lag * onset.frames() + t] = (float) lags[lag];
            }
        }
        List<String> rows =
                IntStream.range(0, window).mapToObj(lag -> "lag " + lag).toList();
        return FrameSeries.owning("tempogram", "", rows, values, onset.secondsPerFrame());
    }

    /**
     * The mean of the tempogram over all frames, without storing the tempogram.
     *
     * @param onset one row, of n frames
     * @param window frames in the window, at least 1
     * @return shape [lag], {@code window} values
     * @throws IllegalArgumentException if the onset strength has several rows or is not finite, or the window is empty
     */
    public static double[] mean(FrameSeries onset, int window) {
        Autocorrelation autocorrelation = Autocorrelation.of(window);
        double[] lags = autocorrelation.sum(onset.frames(), Windows.of(onset, window)::write);
        for (int lag = 0; lag < lags.length; lag++) {
            lags[lag] /= onset.frames();
        }
        return lags;
    }

    /**
     * The windows around all frames.
     *
     * @param padded the strength, extended on both sides
     * @param weights of the window
     */
    private record Windows(double[] padded, double[] weights) {

        static Windows of(FrameSeries onset, int window) {
            return new Windows(
                    pad(OnsetStrength.row(onset), window / 2),
                    Window.hann(window).weights());
        }

        /** Ramps are rounded to float, as in numpy. */
        private static double[] pad(float[] strength, int margin) {
            double[] padded = new double[strength.length + 2 * margin];
            double first = strength[0] / (double) margin;
            double last = strength[strength.length - 1] / (double) margin;
            for (int i = 0; i < margin; i++) {
                padded[i] = (float) (i * first);
                padded[padded.length - 1 - i] = (float) (i * last);
            }
            for (int t = 0; t < strength.length; t++) {
                padded[margin + t] = strength[t];
            }
            return padded;
        }

        /** The window around a frame, scaled so that its squares sum to 1 and lag 0 is 1. */
        void write(int frame, double[] samples) {
            double energy = 0;
            for (int i = 0; i < weights.length; i++) {
                double sample = weights[i] * padded[frame + i];
                samples[i] = sample;
                energy += sample * sample;
            }
            double scale = energy < Double.MIN_NORMAL ? 1 : 1 / Math.sqrt(energy);
            for (int i = 0; i < weights.length; i++) {
                samples[i] *= scale;
            }
        }

        @Override
        public String toString() {
            return "Windows[" + weights.length + " frames]";
        }
    }
}
