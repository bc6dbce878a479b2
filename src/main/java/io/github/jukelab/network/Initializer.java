package io.github.jukelab.network;

/** How initial weights are drawn; biases are 0. */
public enum Initializer {
    /** Uniform within the root of 6 over inputs plus outputs: the default of Keras. */
    GLOROT_UNIFORM,
    /** Normal with a variance of 2 over inputs plus outputs. */
    GLOROT_NORMAL,
    /** Normal with a variance of 2 over inputs, for rectified layers. */
    HE_NORMAL
}
