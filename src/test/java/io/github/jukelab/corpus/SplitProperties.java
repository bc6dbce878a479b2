package io.github.jukelab.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class SplitProperties {

    private static final Corpus STAND_IN = Tree.whole(StandIn.DECLARATION);

    @Property(tries = 100)
    void everySongIsOnExactlyOneSide(@ForAll long seed, @ForAll @DoubleRange(min = 0.05, max = 0.95) double train) {
        Split split = Splits.stratified(STAND_IN, Shares.of(train, 1 - train), seed);

        List<String> all = new ArrayList<>(split.train());
        all.addAll(split.test());
        assertThat(all).hasSize(100).doesNotHaveDuplicates();
    }

    @Property
    void sharesAreMetWithinOneSong(
            @ForAll @IntRange(min = 3, max = 500) int songs,
            @ForAll @DoubleRange(min = 0.05, max = 0.8) double train,
            @ForAll @DoubleRange(min = 0.05, max = 0.15) double validation) {
        Shares shares = Shares.of(train, validation, 1 - train - validation);
        List<Side> dealt = shares.deal(songs);

        assertThat(dealt).hasSize(songs);
        for (Side side : Side.values()) {
            int count = Collections.frequency(dealt, side);
            assertThat(count).isPositive();
            assertThat((double) count).isBetween(songs * shares.of(side) - 2, songs * shares.of(side) + 1);
        }
    }
}
