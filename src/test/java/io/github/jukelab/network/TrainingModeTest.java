package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.input.Augmentation;
import io.github.jukelab.input.FlipAndCutout;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingModeTest {

    @Test
    void modesHaveTheirOrdersAndAugmentation() {
        SplittableRandom random = new SplittableRandom(1);
        assertThat(TrainingMode.HALF_EPOCHS.trainingOrder(5, 1, random)).containsExactly(0, 1, 2);
        assertThat(TrainingMode.HALF_EPOCHS.validationOrder(5, 2)).containsExactly(3, 4);
        assertThat(TrainingMode.HALF_EPOCHS.trainingOrder(1, 2, random)).containsExactly(0);
        assertThat(TrainingMode.SHUFFLED_KEEP_BEST.validationOrder(5, 2)).containsExactly(0, 1, 2, 3, 4);
        int[] first = TrainingMode.SHUFFLED_KEEP_BEST.trainingOrder(50, 1, random);
        int[] second = TrainingMode.SHUFFLED_KEEP_BEST.trainingOrder(50, 2, random);
        assertThat(first).containsExactlyInAnyOrder(IntStream.range(0, 50).toArray());
        assertThat(second).isNotEqualTo(first);
        assertThat(TrainingMode.SHUFFLED_KEEP_BEST.validationAugmentation(FlipAndCutout.TO_FLOOR))
                .isSameAs(Augmentation.NONE);
        assertThat(TrainingMode.HALF_EPOCHS.validationAugmentation(FlipAndCutout.AS_PRINTED))
                .isSameAs(FlipAndCutout.AS_PRINTED);
    }
}
