package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class SplitProperties {

    private static final Dataset STAND_IN = Tree.whole(SyntheticMusic.INFO);

    @Property(tries = 100)
    void everyTrackIsOnExactlyOneSubset(@ForAll long seed, @ForAll @DoubleRange(min = 0.05, max = 0.95) double train) {
        Split split = Splits.stratified(STAND_IN, SplitRatio.of(train, 1 - train), seed);

        List<String> all = new ArrayList<>(split.train());
        all.addAll(split.test());
        assertThat(all).hasSize(100).doesNotHaveDuplicates();
    }

    @Property
    void sharesAreMetWithinOneTrack(
            @ForAll @IntRange(min = 3, max = 500) int tracks,
            @ForAll @DoubleRange(min = 0.05, max = 0.8) double train,
            @ForAll @DoubleRange(min = 0.05, max = 0.15) double validation) {
        SplitRatio shares = SplitRatio.of(train, validation, 1 - train - validation);
        List<Subset> dealt = shares.assign(tracks);

        assertThat(dealt).hasSize(tracks);
        for (Subset subset : Subset.values()) {
            int count = Collections.frequency(dealt, subset);
            assertThat(count).isPositive();
            assertThat((double) count).isBetween(tracks * shares.of(subset) - 2, tracks * shares.of(subset) + 1);
        }
    }
}
