package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryBuilderTest {

    private static float[] values(int count, double mean) {
        Random random = new Random(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (mean + random.nextGaussian());
        }
        return values;
    }

    private static Summary exact(float[] values) {
        BigDecimal n = BigDecimal.valueOf(values.length);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (float value : values) {
            BigDecimal exact = new BigDecimal(value);
            sum = sum.add(exact);
            squares = squares.add(exact.multiply(exact));
        }
        BigDecimal mean = sum.divide(n, MathContext.DECIMAL128);
        BigDecimal variance = squares.divide(n, MathContext.DECIMAL128).subtract(mean.multiply(mean));
        return new Summary(mean.doubleValue(), variance.doubleValue());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 1023, 1024, 1025, 5000})
    void piecesDoNotMatter(int count) {
        for (double mean : new double[] {0, 1000}) {
            float[] values = values(count, mean);
            Summary summary = Summary.of(values);
            Summary exact = exact(values);
            assertThat(summary.mean()).isCloseTo(exact.mean(), within(1e-13 * (1 + mean)));
            assertThat(summary.variance()).isCloseTo(exact.variance(), within(1e-12));
            for (int piece : new int[] {1, 7, 1024, 1500}) {
                SummaryBuilder builder = new SummaryBuilder();
                for (int from = 0; from < count; from += piece) {
                    builder.add(Arrays.copyOfRange(values, from, Math.min(count, from + piece)));
                }
                assertThat(builder.summary()).isEqualTo(summary);
            }
        }
    }

    @Test
    void joinsAnother() {
        SummaryBuilder builder = new SummaryBuilder();
        builder.add(new SummaryBuilder());
        for (int i = 0; i < 3; i++) {
            SummaryBuilder other = new SummaryBuilder();
            other.add(Arrays.copyOfRange(values(6000, 5), 2000 * i, 2000 * i + 2000));
            builder.add(other);
        }
        Summary exact = exact(values(6000, 5));
        assertThat(builder.summary().mean()).isCloseTo(exact.mean(), within(1e-13));
        assertThat(builder.summary().variance()).isCloseTo(exact.variance(), within(1e-12));
    }

    @Test
    void takesTheFirstValuesOnly() {
        SummaryBuilder builder = new SummaryBuilder();
        builder.add(new float[] {1, 2, 6, 9}, 3);
        assertThat(builder.summary()).isEqualTo(new Summary(3, 14.0 / 3));
        assertRejected(() -> new SummaryBuilder().summary(), "a summary needs at least one value, got none");
    }
}
