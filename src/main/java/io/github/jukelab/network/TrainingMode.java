package io.github.jukelab.network;

import io.github.jukelab.input.Augmentation;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** How the passes over the data go: done right, or as in the articles, whose figures come from it. */
public enum TrainingMode {
    /**
     * Every pass takes all training examples in a new order, augmented; validation takes all of its subset, unchanged;
     * at the end the network is as it was after its best epoch.
     */
    SHUFFLED_KEEP_BEST,
    /**
     * The same, but the network stays as the last epoch leaves it, however much it has forgotten: Keras' habit, and that
     * of the article on the feature table (003).
     */
    SHUFFLED_KEEP_LAST {
        @Override
        boolean keepsBest() {
            return false;
        }
    },
    /**
     * Every pass takes all training examples, augmented, in the order in which they are given, and the network stays as
     * the last epoch leaves it: {@code shuffle=False} in the article on spectrogram pictures (000). Its examples are to
     * be given as Keras lists folders, label after label and files by name: each small batch is then of one label, and
     * the last label has the last word.
     */
    UNSHUFFLED {
        @Override
        int[] training(int size, int epoch, RandomGenerator random) {
            return inOrder(size);
        }

        @Override
        boolean keepsBest() {
            return false;
        }
    },
    /**
     * With the faults of the article on mel windows (004): a pass takes half of the examples, in the order in which the
     * split dealt their tracks, its first half in odd epochs, its second in even ones, since steps were counted for
     * batches of 128 and made of 64. Validation does the same, and is augmented too. The network stays as the last epoch
     * leaves it.
     */
    HALF_EPOCHS {
        @Override
        int[] training(int size, int epoch, RandomGenerator random) {
            return half(size, epoch);
        }

        @Override
        int[] validation(int size, int epoch) {
            return half(size, epoch);
        }

        @Override
        Augmentation onValidation(Augmentation augmentation) {
            return augmentation;
        }

        @Override
        boolean keepsBest() {
            return false;
        }
    };

    int[] training(int size, int epoch, RandomGenerator random) {
        int[] order = inOrder(size);
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }

    int[] validation(int size, int epoch) {
        return inOrder(size);
    }

    Augmentation onValidation(Augmentation augmentation) {
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
