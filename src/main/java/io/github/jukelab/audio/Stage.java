package io.github.jukelab.audio;

/**
 * One of the filters of a {@link Resampler}: linear phase, no delay; the sound counts as zero before its start and
 * after its end. It works block by block: each block of the output is computed from a window of the input, and windows
 * overlap, so that blocks do not depend on each other. Immutable, so several threads may use one.
 */
interface Stage {

    /** The number of output samples of a block. */
    int block();

    /** The number of input samples from which a block is computed. */
    int window();

    /** The index of the first input sample of a block's window, negative if the window begins before the sound. */
    long start(long block);

    /** The number of input samples on which the first {@code count} output samples depend. */
    long needed(long count);

    /** The filter with memory of its own to work in, for one thread. */
    Filter filter();

    /** Computes blocks. */
    interface Filter {

        /**
         * Computes one block.
         *
         * @param block its index
         * @param window the input from {@code start(block)} on, shape [{@code window()}]
         * @param result where the output is stored, shape [{@code block()}]
         */
        void apply(long block, float[] window, float[] result);
    }
}
