package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandardScalerOfExamplesTest {

    @Test
    void fitsOneMeanForAllValues() {
        Examples examples = Examples.of(
                List.of("a"),
                List.of(
                        new Example("x", "x", "a", new Shape(1, 1, 2), new float[] {1, 3}),
                        new Example("y", "y", "a", new Shape(1, 1, 2), new float[] {5, 7})));
        StandardScaler fitted = StandardScaler.of(examples);
        assertThat(fitted.means()).containsExactly(4.0);
        assertThat(fitted.deviations().get(0)).isCloseTo(Math.sqrt(5), within(1e-12));
        float[] values = {4, 4 + (float) Math.sqrt(5)};
        fitted.apply(values);
        assertThat(values[0]).isZero();
        assertThat(values[1]).isCloseTo(1, within(1e-6f));
    }

    @Test
    void fitsOneMeanPerColumn() {
        Examples rows = Examples.of(
                List.of("a"),
                List.of(
                        Example.of("x", "x", "a", new double[] {1, 100, 7}),
                        Example.of("y", "y", "a", new double[] {3, 300, 7})));
        StandardScaler fitted = StandardScaler.byColumn(rows);
        assertThat(fitted).isEqualTo(new StandardScaler(List.of(2.0, 200.0, 7.0), List.of(1.0, 100.0, 1.0)));
        float[] values = {3, 100, 8};
        fitted.apply(values);
        assertThat(values).containsExactly(1, -1, 1);
        assertThatThrownBy(() -> new StandardScaler(List.of(1.0), List.of()))
                .hasMessage("means and deviations must be of the same number, at least one, got 1 and 0");
    }

    /** Two channels of two rows: 1 and 3, 10 and 30, always 7, 0 and 2. */
    @Test
    void fitsOneMeanPerRowOfEachChannel() {
        float[] first = {1, 1, 3, 10, 30, 10, 7, 7, 7, 0, 2, 0};
        float[] second = {3, 3, 1, 30, 10, 30, 7, 7, 7, 2, 0, 2};
        Shape shape = new Shape(2, 2, 3);
        Examples examples = Examples.of(
                List.of("a"),
                List.of(new Example("x", "x", "a", shape, first), new Example("y", "y", "a", shape, second)));
        StandardScaler fitted = StandardScaler.byRow(examples);
        assertThat(fitted).isEqualTo(new StandardScaler(List.of(2., 20., 7., 1.), List.of(1., 10., 1., 1.), 3));
        assertThat(fitted).hasToString("StandardScaler[4 bands]");
        fitted.apply(first);
        assertThat(first).containsExactly(-1, -1, 1, -1, 1, -1, 0, 0, 0, -1, 1, -1);
        MelWindows windows = MelWindows.REPAIRED.withDelta(true);
        StandardScaler each = new StandardScaler(Collections.nCopies(256, 1.), Collections.nCopies(256, 2.), 129);
        assertThat(windows.withNormalisation(each).normalisation()).isEqualTo(each);
        assertThatThrownBy(() -> windows.withDelta(false).withNormalisation(each))
                .hasMessage("normalisation must have one mean, or one for each of 129 columns or 128 rows, got 256");
    }

    @Test
    void constantValuesHaveDeviationOne() {
        Examples silence = Examples.of(
                List.of("a"), List.of(new Example("x", "x", "a", new Shape(1, 1, 2), new float[] {-80, -80})));
        assertThat(StandardScaler.of(silence)).isEqualTo(new StandardScaler(-80, 1));
        assertThatThrownBy(() -> new StandardScaler(0, 0))
                .hasMessage("mean must be finite and deviation positive, got 0.0 and 0.0");
    }

    @Test
    void aPreprocessingTakesOneMeanOrOnePerColumn() {
        for (Preprocessing input : List.of(
                FeatureVectorInput.AS_PUBLISHED,
                MelWindows.REPAIRED,
                ResizedSpectrogram.REPAIRED,
                SpectrogramImage.REPAIRED,
                SpectrogramImage.REPAIRED.windows(6))) {
            int columns = input.shape().width();
            int rows = input.shape().values() / columns;
            StandardScaler each =
                    new StandardScaler(Collections.nCopies(columns, 1.), Collections.nCopies(columns, 2.));
            StandardScaler three = new StandardScaler(List.of(1., 2., 3.), List.of(1., 2., 3.));
            assertThat(input.withNormalisation(each).normalisation()).isEqualTo(each);
            assertThat(input.withNormalisation(StandardScaler.NONE).normalisation())
                    .isEqualTo(StandardScaler.NONE);
            assertThatThrownBy(() -> input.withNormalisation(three))
                    .hasMessage("normalisation must have one mean, or one for each of " + columns + " columns or "
                            + rows + " rows, got 3");
        }
    }

    /** Applied, the mean of each value is 0: one for all, one per column, one per row of each channel. */
    @Test
    void tellsTheMeanOfEachValue() {
        for (StandardScaler scaler : List.of(
                new StandardScaler(4, 2),
                new StandardScaler(List.of(1.0, 2.0, 3.0), List.of(1.0, 1.0, 1.0)),
                new StandardScaler(List.of(2.0, 20.0, 7.0, 1.0), List.of(1.0, 10.0, 1.0, 1.0), 3))) {
            float[] values = new float[12];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) scaler.mean(i);
            }
            scaler.apply(values);
            assertThat(values).containsOnly(0);
        }
        assertThat(new StandardScaler(List.of(2.0, 20.0), List.of(1.0, 1.0), 3).mean(4))
                .isEqualTo(20);
    }
}
