package io.github.jukelab.network;

/** The device that computes. */
public enum Device {
    /** The processor. */
    CPU,
    /** An NVIDIA GPU. */
    GPU
}
