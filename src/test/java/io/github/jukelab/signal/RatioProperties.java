package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RatioProperties {

    /** Ratios of small numbers are exact, others as close as ints allow. */
    @Property
    void findsExactAndCloseRatios(
            @ForAll @IntRange(min = 1, max = 4000) int numerator,
            @ForAll @IntRange(min = 1, max = 4000) int denominator) {
        Ratio ratio = Ratio.of((double) numerator / denominator);
        assertThat((long) ratio.numerator() * denominator).isEqualTo((long) ratio.denominator() * numerator);
        double semitones = 240.0 * numerator / 4000 - 120 + 1e-3 / denominator;
        double value = Math.pow(2, semitones / 12);
        Ratio near = Ratio.of(value);
        double ints =
                2 * Math.max(1, value) / near.denominator() / Integer.MAX_VALUE; // the next convergent exceeds them
        double rounding = 1.01; // the rest of a continued fraction is not exact
        assertThat((double) near.numerator() / near.denominator())
                .isCloseTo(value, within(rounding * Math.max(1e-13 * value, ints)));
    }

    /** Next to a whole number the next convergent may exceed the ints. */
    @Property(tries = 100)
    void staysWithinInts(@ForAll @IntRange(max = 1_000_000) int step) {
        double value = 1 + 1e-14 * step;
        Ratio ratio = Ratio.of(value);
        assertThat((double) ratio.numerator() / ratio.denominator()).isCloseTo(value, within(5e-10));
        assertThat(ratio.denominator()).isPositive();
    }
}
