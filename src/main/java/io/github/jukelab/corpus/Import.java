package io.github.jukelab.corpus;
/** Later. */
public final class Import {
    private Import() {}
}
