package io.github.jukelab.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.embedding.TinyMusicnn.Checkpoint;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TensorFlowCheckpointTest {

    private static final Weights WEIGHTS = TinyMusicnn.weights(1);
    private static final Checkpoint CHECKPOINT = Checkpoint.of(WEIGHTS);

    @Test
    void readsWhatWasWritten() {
        Weights read = TensorFlowCheckpoint.read(CHECKPOINT.index(), CHECKPOINT.data());

        assertThat(read.names()).isEqualTo(WEIGHTS.names());
        assertThat(read.shape("conv2d_1/kernel")).containsExactly(7, 67, 1, 3);
        assertThat(read.values("conv2d_1/kernel")).containsExactly(WEIGHTS.values("conv2d_1/kernel"));
        assertThat(read.checksum()).isEqualTo(WEIGHTS.checksum());
    }

    @Test
    void aDamagedValueIsNamed() {
        byte[] data = CHECKPOINT.data().clone();
        data[data.length - 1] ^= 1;
        assertThatThrownBy(() -> TensorFlowCheckpoint.read(CHECKPOINT.index(), data))
                .hasMessage("the checkpoint is damaged: the checksum of dense_1/kernel differs");
    }

    @Test
    void whatIsShortIsNoCheckpoint() {
        assertThatThrownBy(() -> TensorFlowCheckpoint.read(new byte[3], new byte[0]))
                .hasMessage("not an index of a checkpoint: it does not end like one");
        byte[] half = Arrays.copyOf(CHECKPOINT.data(), 100);
        assertThatThrownBy(() -> TensorFlowCheckpoint.read(CHECKPOINT.index(), half))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the checkpoint is damaged: ");
    }

    /** Every byte of the index but padding is covered by a checksum or found wrong in another way. */
    @Test
    void noDamageIsReadInSilence() {
        SplittableRandom random = new SplittableRandom(1);
        int footer = CHECKPOINT.index().length - 48;
        for (int i = 0; i < 500; i++) {
            byte[] index = CHECKPOINT.index().clone();
            index[random.nextInt(footer)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(TensorFlowCheckpoint.read(index, CHECKPOINT.data()).checksum())
                        .isEqualTo(WEIGHTS.checksum()); // damage in the block of nothing, which is not needed
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageContaining("checkpoint");
            }
        }
    }
}
