package io.github.jukelab.check;

/**
 * One thing that is wrong, or may be.
 *
 * @param topic the kind
 * @param place the file, relative to the data set's folder, or the label, the group or the beginning of names
 * @param detail what is wrong with it, in a few words
 */
public record Concern(Topic topic, String place, String detail) {

    /** Such as {@code cat/7.wav: the file is empty (0 bytes)}. */
    @Override
    public String toString() {
        return place + ": " + detail;
    }
}
