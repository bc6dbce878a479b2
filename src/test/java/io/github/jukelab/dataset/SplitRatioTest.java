package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitRatioTest {

    /** Names are on run cards: those of the recipes stay as they are. */
    @ParameterizedTest
    @CsvSource({
        "0.7, 0, 0.3, 70/0/30",
        "0.8, 0, 0.2, 80/0/20",
        "0.6, 0.2, 0.2, 60/20/20",
        "0.5, 0, 0.5, 50/0/50",
        "0.7, 0.1, 0.2, 70/10/20",
        "0.875, 0, 0.125, 87.5/0/12.5",
        "0.99, 0.005, 0.005, 99/0.5/0.5",
        "0.985, 0.005, 0.01, 98.5/0.5/1",
        "0.9996, 0, 0.0004, 99.96/0/0.04",
        "0.995, 0.004, 0.001, 99.5/0.4/0.1"
    })
    void percentagesHaveTheDigitsThatTheyNeed(double train, double validation, double test, String text) {
        assertThat(SplitRatio.of(train, validation, test).text(List.of(1_000_000)))
                .isEqualTo(text);
    }

    @Test
    void sharesThatNoDigitsTellSumTo100() {
        assertThat(SplitRatio.of(1 / 3.0, 1 / 3.0, 1 / 3.0).text(List.of(999))).isEqualTo("33.34/33.33/33.33");
        assertThat(SplitRatio.of(2 / 3.0, 1 / 3.0).text(List.of(999))).isEqualTo("67/0/33");
        assertThat(SplitRatio.of(168 / 277.0, 42 / 277.0, 67 / 277.0).text(List.of(105, 105)))
                .isEqualTo("61/15/24");
    }

    /** One item for each subset goes before the shares. */
    @ParameterizedTest
    @CsvSource({
        "0.8, 0.1, 0.1, 3, 2/2/2 of 6",
        "0.99, 0.005, 0.005, 100, 196/2/2 of 200",
        "0.9, 0, 0.1, 2, 2/0/2 of 4",
        "0.8, 0.1, 0.1, 10, 80/10/10",
        "0.6, 0.2, 0.2, 4, 60/20/20",
        "0.99, 0.005, 0.005, 200, 99/0.5/0.5"
    })
    void whereItemsAreTooFewTheNumbersAreTold(double train, double validation, double test, int each, String text) {
        assertThat(SplitRatio.of(train, validation, test).text(List.of(each, each)))
                .isEqualTo(text);
    }

    @Test
    void oneLabelOfFewItemsIsEnoughForThat() {
        assertThat(SplitRatio.of(0.8, 0.1, 0.1).text(List.of(100, 3))).isEqualTo("81/11/11 of 103");
    }

    @Test
    void sharesAreBetween0And1AndSumTo1() {
        assertThatThrownBy(() -> SplitRatio.of(0.5, 0.4)).hasMessage("shares must sum to 1, got 0.9");
        assertThatThrownBy(() -> SplitRatio.of(1, 0)).hasMessage("train share must be in (0, 1), got 1.0");
        assertThatThrownBy(() -> SplitRatio.of(Double.NaN, 0.5)).hasMessage("train share must be in (0, 1), got NaN");
    }
}
