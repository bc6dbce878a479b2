package io.github.jukelab.codec;

/** What a file's container says about its end. */
enum End {
    /** The file has all bytes that the container promises: what is missing was lost within it. */
    WHOLE,
    /** The file ends too early. */
    CUT,
    /** The container does not say. */
    UNKNOWN
}
