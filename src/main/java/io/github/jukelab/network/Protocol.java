package io.github.jukelab.network;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** How the passes over the data go: done right, or with the faults of the article (004), whose figure comes from them. */
public enum Protocol {
    /**
     * Every pass takes all training examples in a new order, augmented; validation takes all of its side, unchanged;
     * at the end the network is as it was after its best epoch.
     */
    REPAIRED {
        @Override
        int[] training(int size, int epoch, RandomGenerator random) {
            int[] order = IntStream.range(0, size).toArray();
            for (int i = size - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }
            return order;
        }

        @Override
        int[] validation(int size, int epoch) {
            return IntStream.range(0, size).toArray();
        }

        @Override
        Augmentation onValidation(Augmentation augmentation) {
            return Augmentation.NONE;
        }

        @Override
        boolean keepsBest() {
            return true;
        }
    },
    /**
     * A pass takes half of the examples, in the order in which the split dealt their songs: its first half in odd epochs, its second in even ones, since
     * steps were counted for batches of 128 and made of 64. Validation does the same, and is augmented too. The network
     * stays as the last epoch leaves it.
     */
    AS_PRINTED {
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

    abstract int[] training(int size, int epoch, RandomGenerator random);

    abstract int[] validation(int size, int epoch);

    abstract Augmentation onValidation(Augmentation augmentation);

    abstract boolean keepsBest();

    private static int[] half(int size, int epoch) {
        int middle = (size + 1) / 2;
        return epoch % 2 == 1 || size == 1
                ? IntStream.range(0, middle).toArray()
                : IntStream.range(middle, size).toArray();
    }
}
