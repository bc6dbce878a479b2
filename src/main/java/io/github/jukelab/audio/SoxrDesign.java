package io.github.jukelab.audio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The filters of soxr's high-quality setting for a ratio of rates.
 *
 * <p>The stop band starts at the lower Nyquist frequency. Its attenuation is 126 dB, and more where several filters are
 * in series. The pass band ends at 0.9137 of that frequency. For a ratio of small numbers, one long filter is enough.
 * Otherwise a long filter makes the transition, at a rate of at least twice the lower one, and a short filter of many
 * phases converts between that rate and the other one; if the rate falls by a factor between 1.5 and 2, the short
 * filter comes first. Rates that fall to a quarter or less are first halved; rates that rise more than fourfold are
 * finally multiplied by a power of two.
 */
final class SoxrDesign {

    /** The end of the pass band, which puts the loss of 3 dB at 0.95 of the Nyquist frequency. */
    private static final double PASS = 0.91374365;

    /** The stop-band attenuation of a single filter in dB: 20 bits and one. */
    private static final double ATTENUATION = 21 * decibels(2);

    private static final double SHORT_ATTENUATION = ATTENUATION + decibels(2);

    /** The factor that widens the short filter's transition, so that it loses 0.01 dB at the end of the pass band. */
    private static final double WIDENING = 1.14388620;

    /** Ratios that need more phases use this many, with linear interpolation between them. */
    private static final int PHASES = 2048;

    /**
     * The coefficients on one side of two half-band filters, without every other one, which is 0. Of all filters of
     * that length these deviate the least from 1 below half the new Nyquist frequency, 136.5 and 152.3 dB (minimax).
     */
    private static final double[][] HALF_BANDS = {
        {
            3.1154655028e-01, -8.7344985399e-02, 3.6814538896e-02, -1.5189271315e-02,
            5.4541265258e-03, -1.5644046119e-03, 3.1817128140e-04, -3.4800318448e-05
        },
        {
            3.1227036745e-01,
            -8.9221568614e-02,
            3.9139767455e-02,
            -1.7250614295e-02,
            6.8589815899e-03,
            -2.3045244323e-03,
            6.0964490161e-04,
            -1.1323999480e-04,
            1.1198036727e-05
        }
    };

    private static final double HALF_BAND_ATTENUATION = 136.5;

    /** Input samples per output sample, without the factors of the other stages. */
    private record Step(long numerator, long denominator) {

        static Step of(long numerator, long denominator) {
            long divisor = gcd(numerator, denominator);
            return new Step(numerator / divisor, denominator / divisor);
        }

        private static long gcd(long a, long b) {
            return b == 0 ? a : gcd(b, a % b);
        }

        double value() {
            return (double) numerator / denominator;
        }

        boolean simple() {
            return Math.max(numerator, denominator) < 5 || numerator * denominator < 6;
        }
    }

    private final List<Stage> stages = new ArrayList<>();
    private final int multiplier;
    private final int halvings;
    private final Step step;
    private final double attenuation;

    private SoxrDesign(int from, int to) {
        multiplier = multiplier(from, to);
        int halvings = 0;
        Step step = Step.of((long) from * multiplier, to);
        while (step.value() >= 4) {
            step = Step.of(step.numerator, 2 * step.denominator);
            halvings++;
        }
        this.halvings = halvings;
        this.step = step;
        int others = halvings + (multiplier > 1 ? 1 : 0);
        attenuation = ATTENUATION + (step.simple() ? 0 : decibels(2)) + decibels(others + 1);
    }

    /** The filters that convert one rate to another, in their order. */
    static List<Stage> stages(int from, int to) {
        SoxrDesign design = new SoxrDesign(from, to);
        design.halve();
        design.change();
        design.multiply();
        return Collections.unmodifiableList(design.stages);
    }

    private static double decibels(double ratio) {
        return 20 * Math.log10(ratio);
    }

    private static int multiplier(long from, long to) {
        if (to <= 4 * from || to == 5 * from) {
            return 1;
        }
        int multiplier = 4;
        while (multiplier < 256 && to >= 8 * multiplier * from) {
            multiplier *= 2;
        }
        return multiplier;
    }

    private void halve() {
        double[] side = HALF_BANDS[attenuation <= HALF_BAND_ATTENUATION ? 0 : 1];
        double[] taps = new double[4 * side.length - 1];
        int middle = taps.length / 2;
        taps[middle] = 0.5;
        for (int i = 0; i < side.length; i++) {
            taps[middle - 2 * i - 1] = side[i];
            taps[middle + 2 * i + 1] = side[i];
        }
        for (int i = 0; i < halvings; i++) {
            stages.add(new FftStage(taps, 1, 2));
        }
    }

    private void change() {
        double s = step.value();
        if (step.simple()) {
            longFilter(
                    PASS, 1, Math.max(step.numerator, step.denominator), (int) step.denominator, (int) step.numerator);
        } else if (startsShort()) {
            shortFilter(Step.of(step.numerator, 2 * step.denominator), PASS / s, 3 / s);
            longFilter(PASS, 1, 2, 1, 2);
        } else {
            int up = s < 2 ? 2 : 1;
            double band = up * Math.max(s, 1);
            longFilter(PASS, 1, band, up, 1);
            double image = 2 - (0.3 * PASS + 0.7) / band; // of the transition except its last three tenths
            shortFilter(Step.of(up * step.numerator, step.denominator), PASS / band, image);
        }
    }

    /** Whether the short filter comes first. */
    private boolean startsShort() {
        return step.value() > 1.5 && step.value() < 2;
    }

    private void multiply() {
        if (multiplier > 1) {
            longFilter(PASS * step.value(), 2 - step.value(), multiplier, multiplier, 1);
        }
    }

    /**
     * Adds a filter of one or a few phases.
     *
     * @param nyquist the Nyquist frequency at {@code up} times the input rate, in the unit of {@code pass} and
     *     {@code stop}
     */
    private void longFilter(double pass, double stop, double nyquist, int up, int down) {
        LowPass filter = LowPass.of(pass / nyquist, stop / nyquist, attenuation);
        int unit = Integer.bitCount(up) == 1 ? Math.max(4, 2 * up) : 4;
        int length = (filter.length() + unit - 2) / unit * unit + 1;
        double[] taps = filter.taps(length, 0.5, up);
        stages.add(up <= 8 ? new FftStage(taps, up, down) : new LaneStage(taps, up, down));
    }

    /**
     * Adds a filter of many phases.
     *
     * @param pass the end of the pass band as a share of the input's Nyquist frequency
     * @param stop the start of the stop band, likewise
     */
    private void shortFilter(Step step, double pass, double stop) {
        double wider = stop - (stop - pass) * WIDENING;
        boolean exact = step.denominator <= PHASES;
        int phases = exact ? (int) step.denominator : PHASES;
        int count = count(phases, wider, stop);
        if (count * phases % 2 == 1) {
            phases *= 2;
        }
        double[] taps =
                LowPass.of(wider / phases, stop / phases, SHORT_ATTENUATION).taps(count * phases - 1, 0.75, phases);
        if (exact) {
            stages.add(new LaneStage(taps, phases, Math.toIntExact(Math.round(step.value() * phases))));
        } else {
            int bits = 32 - Integer.numberOfTrailingZeros(phases);
            stages.add(new PolyphaseStage(taps, phases, Math.round(step.value() * (1L << 32)), bits));
        }
    }

    /** The number of coefficients per phase: even unless the rate rises or another filter follows. */
    private int count(int phases, double pass, double stop) {
        int grid = Math.max(phases, 19); // few phases count as 19
        int count = LowPass.of(pass / grid, stop / grid, SHORT_ATTENUATION).length() / grid + 1;
        return step.value() < 1 || startsShort() ? count : count + count % 2;
    }
}
