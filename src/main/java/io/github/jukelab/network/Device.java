package io.github.jukelab.network;

/** What computes. */
public enum Device {
    /** The processor. */
    CPU,
    /** An NVIDIA card. */
    GPU
}
