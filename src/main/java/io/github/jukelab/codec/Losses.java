package io.github.jukelab.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is missing in a decoded file, gathered while it is decoded, and said in words. */
final class Losses {

    private final End end;
    private final int rate;
    private long brokenPackets;
    private long firstBroken;
    private boolean lastBroken;
    private boolean lastCut;
    private long missing;
    private long firstMissing;
    private long next = Long.MIN_VALUE;

    /**
     * No losses yet.
     *
     * @param end what the container says about its end
     * @param rate of the samples in Hz
     */
    Losses(End end, int rate) {
        this.end = end;
        this.rate = rate;
    }

    /** A packet could be decoded; it may be cut nevertheless. */
    void decoded(boolean whole) {
        lastBroken = false;
        lastCut = !whole;
    }

    /** A packet could not be decoded, after this many samples. */
    void broken(long after) {
        if (brokenPackets++ == 0) {
            firstBroken = after;
        }
        lastBroken = true;
        lastCut = false;
    }

    /** Samples come at a position, counted by the container: a jump means that some are missing. */
    void at(long position, int count) {
        if (next != Long.MIN_VALUE && position > next) {
            firstMissing = missing == 0 ? next : firstMissing;
            missing += position - next;
        }
        next = position + count;
    }

    /** Samples come whose position is not known. */
    void next(int count) {
        next += next == Long.MIN_VALUE ? 0 : count;
    }

    long brokenPackets() {
        return brokenPackets;
    }

    /**
     * The losses in words.
     *
     * @param promised number of samples by the header; 0 if unknown
     * @param decoded number of samples
     * @param allowance how many may be missing without a word
     * @return one line each
     */
    List<String> warnings(long promised, long decoded, long allowance) {
        List<String> warnings = new ArrayList<>();
        boolean tooFew = decoded < promised - allowance;
        boolean lostWithin = missing > 0 || tooFew && end == End.WHOLE;
        boolean endsBroken = lastBroken && end != End.WHOLE;
        if (brokenPackets > (endsBroken ? 1 : 0)) {
            String packets = brokenPackets == 1 ? "1 packet, " : brokenPackets + " packets, the first ";
            warnings.add("broken: " + packets + after(firstBroken) + ", could not be decoded");
        }
        if (lostWithin) {
            String where = missing > 0 ? after(firstMissing) : "within the file";
            long lost = missing > 0 ? missing : promised - decoded;
            warnings.add("broken: " + lost + " samples are lost " + where + "; what follows comes earlier by as much");
        }
        boolean all = promised > 0 && decoded >= promised;
        boolean lastLost = lastCut || lastBroken && !all;
        boolean endLost = decoded < promised - missing - allowance && !(lostWithin && end == End.WHOLE);
        if (end == End.CUT || end == End.UNKNOWN && lastLost || endLost) {
            warnings.add(
                    tooFew
                            ? "truncated: header promises " + promised + " samples, file holds " + decoded
                            : "truncated: the file ends before its sound, after " + decoded + " samples");
        }
        return List.copyOf(warnings);
    }

    private String after(long samples) {
        return String.format(Locale.ROOT, "after %.2f s", (double) samples / rate);
    }
}
