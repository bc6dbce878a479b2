package io.github.jukelab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeakPickerTest {

    private static final int BINS = 60;

    private static List<List<Integer>> peaks(float[][] frames) {
        List<List<Integer>> peaks = new ArrayList<>();
        PeakPicker picker = new PeakPicker(BINS, (frame, bin) -> peaks.add(List.of(frame, bin)));
        for (float[] frame : frames) {
            picker.add(frame);
        }
        picker.finish();
        return peaks;
    }

    /** All values are looked at, one by one. */
    private static boolean isPeak(float[][] frames, int frame, int bin) {
        float loudest = 0;
        for (int t = Math.max(0, frame - 10); t <= Math.min(frames.length - 1, frame + 10); t++) {
            for (int k = 0; k < BINS; k++) {
                loudest = Math.max(loudest, frames[t][k]);
                boolean near = Math.abs(k - bin) <= 12;
                if (near && (t != frame || k != bin) && frames[t][k] >= frames[frame][bin]) {
                    return false;
                }
            }
        }
        return bin >= 3 && frames[frame][bin] > Math.max(0.004f, loudest / 100);
    }

    @Test
    void peaksAreTheLargestAround() {
        Random random = new Random(7);
        float[][] frames = new float[200][BINS];
        for (float[] frame : frames) {
            float level = (float) Math.pow(10, random.nextDouble(-4, 0));
            for (int bin = 0; bin < BINS; bin++) {
                frame[bin] = level * random.nextFloat();
            }
        }
        List<List<Integer>> expected = new ArrayList<>();
        for (int frame = 0; frame < frames.length; frame++) {
            for (int bin = 0; bin < BINS; bin++) {
                if (isPeak(frames, frame, bin)) {
                    expected.add(List.of(frame, bin));
                }
            }
        }
        assertThat(peaks(frames)).hasSizeGreaterThan(10).isEqualTo(expected);
    }

    @Test
    void silenceAndSteadyTonesHaveHardlyAny() {
        float[][] frames = new float[50][BINS];
        assertThat(peaks(frames)).isEmpty();
        for (float[] frame : frames) {
            frame[20] = 1;
        }
        assertThat(peaks(frames)).containsExactly(List.of(0, 20));
    }

    @Test
    void thereMayBeOneFrame() {
        float[][] frames = new float[1][BINS];
        frames[0][30] = 1;
        assertThat(peaks(frames)).containsExactly(List.of(0, 30));
        assertThat(peaks(new float[0][BINS])).isEmpty();
    }
}
