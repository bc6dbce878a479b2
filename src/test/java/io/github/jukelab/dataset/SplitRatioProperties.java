package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class SplitRatioProperties {

    @Property
    void assignsTheSharesWithinOneTrack(
            @ForAll @IntRange(min = 3, max = 500) int tracks,
            @ForAll @DoubleRange(min = 0.05, max = 0.8) double train,
            @ForAll @DoubleRange(min = 0.05, max = 0.15) double validation) {
        SplitRatio ratio = SplitRatio.of(train, validation, 1 - train - validation);
        List<Subset> assigned = ratio.assign(tracks);

        assertThat(assigned).hasSize(tracks);
        for (Subset subset : Subset.values()) {
            int count = Collections.frequency(assigned, subset);
            assertThat(count).isPositive();
            assertThat((double) count).isBetween(tracks * ratio.of(subset) - 2, tracks * ratio.of(subset) + 1);
        }
    }
}
