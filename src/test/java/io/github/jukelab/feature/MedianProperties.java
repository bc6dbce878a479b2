package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MedianProperties {

    @Property
    void equalsTheMiddleOfSortedValues(@ForAll @Size(min = 1, max = 130) float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        float expected = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        assertThat(Median.of(values)).isEqualByComparingTo(expected);
    }

    @Property(tries = 100)
    void handlesEqualValues(@ForAll @Size(min = 1, max = 130) List<@IntRange(max = 2) Integer> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i);
        }
        float[] sorted = floats.clone();
        Arrays.sort(sorted);
        assertThat(Median.of(floats)).isEqualTo((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
    }
}
