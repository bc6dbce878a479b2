package io.github.jukelab.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CostTest {

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void workTakesWallAndProcessorSeconds() {
        Cost.Stopwatch stopwatch = Cost.start();
        Cost cost = stopwatch.elapsed();
        while (cost.processorSeconds() == 0) {
            cost = stopwatch.elapsed();
        }
        assertThat(cost.seconds()).isPositive();
        assertThat(stopwatch.elapsed().processorSeconds()).isGreaterThanOrEqualTo(cost.processorSeconds());
    }

    @Test
    void twoWorksCostTheSum() {
        assertThat(new Cost(1, 2).plus(new Cost(3, 5))).isEqualTo(new Cost(4, 7));
    }
}
