package io.github.jukelab.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LearningCurveSettingsTest {

    private static final LearningCurveSettings DEFAULT = LearningCurveSettings.DEFAULT;

    @Test
    void readsSizes() {
        assertThat(DEFAULT.withSizes("1,2,5,10,20,all")).isEqualTo(DEFAULT);
        LearningCurveSettings two = DEFAULT.withSizes("5, 2,5");
        assertThat(two.sizes()).containsExactly(2, 5);
        assertThat(two.all()).isFalse();
        assertThat(DEFAULT.withSizes("all").sizes()).isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> DEFAULT.withSizes("1,some"))
                .hasMessage("sizes must be whole numbers or all, got 'some'");
        assertThatThrownBy(() -> DEFAULT.withSizes("1,,2")).hasMessage("sizes must be whole numbers or all, got ''");
        assertThatThrownBy(() -> DEFAULT.withSizes("0,all")).hasMessage("size must be at least 1, got 0");
        assertThatThrownBy(() -> DEFAULT.withDraws(0, 1)).hasMessage("draws must be at least 1, got 0");
        assertThatThrownBy(() -> DEFAULT.withDraws(1, 0)).hasMessage("draws for networks must be at least 1, got 0");
        assertThatThrownBy(() -> DEFAULT.withEpochs(0)).hasMessage("epochs must be at least 1, got 0");
        assertThatThrownBy(() -> DEFAULT.withSplitRule(SplitRule.ARTICLE))
                .hasMessageContaining("need the same test tracks");
    }
}
