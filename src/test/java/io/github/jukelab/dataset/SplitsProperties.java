package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class SplitsProperties {

    private static final Dataset SYNTHETIC = Tree.complete(SyntheticMusic.INFO);

    @Property(tries = 100)
    void everyTrackIsInExactlyOneSubset(@ForAll long seed, @ForAll @DoubleRange(min = 0.05, max = 0.95) double train) {
        Split split = Splits.stratified(SYNTHETIC, SplitRatio.of(train, 1 - train), seed);

        List<String> all = new ArrayList<>(split.train());
        all.addAll(split.test());
        assertThat(all).hasSize(100).doesNotHaveDuplicates();
    }
}
