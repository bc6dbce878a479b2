package io.github.jukelab.network;

import io.github.jukelab.input.Augmentation;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The order of examples in training and which epoch's weights are kept: the recommended mode, and those of the
 * articles.
 */
public enum TrainingMode {
    /**
     * Every epoch takes all training examples in a new random order, augmented. Validation takes its whole set without
     * augmentation. At the end the weights of the best epoch are restored.
     */
    SHUFFLED_KEEP_BEST,
    /**
     * The same, but the weights of the last epoch are kept, even if an earlier one was better: Keras' default, and used
     * by the article on the feature table (003).
     */
    SHUFFLED_KEEP_LAST {
        @Override
        boolean keepsBest() {
            return false;
        }
    },
    /**
     * Every epoch takes all training examples, augmented, in their given order, and the weights of the last epoch are
     * kept: {@code shuffle=False} in the article on spectrogram pictures (000). Its examples are in Keras' order of
     * folders, label after label and files by name: most batches are then of one label, and the network is trained last
     * on the last label.
     */
    UNSHUFFLED {
        @Override
        int[] trainingOrder(int size, int epoch, RandomGenerator random) {
            return inOrder(size);
        }

        @Override
        boolean keepsBest() {
            return false;
        }
    },
    /**
     * With the faults of the article on mel windows (004): an epoch takes half of the examples in their given order,
     * the first half in odd epochs and the second in even ones, since the number of steps was computed for batches of
     * 128 but batches had 64. Validation does the same, and is augmented too. The weights of the last epoch are kept.
     */
    HALF_EPOCHS {
        @Override
        int[] trainingOrder(int size, int epoch, RandomGenerator random) {
            return half(size, epoch);
        }

        @Override
        int[] validationOrder(int size, int epoch) {
            return half(size, epoch);
        }

        @Override
        Augmentation validationAugmentation(Augmentation augmentation) {
            return augmentation;
        }

        @Override
        boolean keepsBest() {
            return false;
        }
    };

    int[] trainingOrder(int size, int epoch, RandomGenerator random) {
        int[] order = inOrder(size);
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return order;
    }

    int[] validationOrder(int size, int epoch) {
        return inOrder(size);
    }

    Augmentation validationAugmentation(Augmentation augmentation) {
        return Augmentation.NONE;
    }

    boolean keepsBest() {
        return true;
    }

    private static int[] inOrder(int size) {
        return IntStream.range(0, size).toArray();
    }

    private static int[] half(int size, int epoch) {
        int middle = (size + 1) / 2;
        return epoch % 2 == 1 || size == 1
                ? IntStream.range(0, middle).toArray()
                : IntStream.range(middle, size).toArray();
    }
}
