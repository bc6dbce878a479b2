package io.github.jukelab.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FeatureArrayTest {

    @Test
    void refusesValuesThatDoNotFillTheShape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureArray.of(new float[5], 2, 3))
                .withMessage("5 values do not fill the shape [2, 3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureArray.of(new int[2]))
                .withMessage("2 values do not fill the shape []");
    }

    @Test
    void isImmutable() {
        float[] values = {1, 2};
        int[] shape = {2};
        FeatureArray array = FeatureArray.of(values, shape);
        values[0] = 9;
        shape[0] = 9;
        array.values()[0] = 9;
        array.shape()[0] = 9;
        assertThat(array.values()).containsExactly(1, 2);
        assertThat(array).hasToString("float32 [2]");
        assertThat(array.type()).isEqualTo(DType.FLOAT32);
    }
}
