package io.github.jukelab.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Finds out whether a file ends too early, by the lengths in its container. FFmpeg ends such files without a word, or
 * does not tell whether something is missing at the end or in the middle.
 */
final class ContainerEnd {

    private static final int MAX_BOXES = 10_000;

    /** The kinds of boxes at the top of an MP4 file. */
    private static final Set<String> BOXES = Set.of(
            "ftyp", "moov", "mdat", "free", "skip", "wide", "uuid", "moof", "mfra", "sidx", "styp", "meta", "pnot",
            "udta", "pdin", "emsg", "prft");

    /** The table of an mp3 file may be wrong by a frame and a tag. */
    private static final int XING_SLACK = 2048;

    private ContainerEnd() {}

    /**
     * The end of a file.
     *
     * @param format FFmpeg's name of the container
     */
    static End of(SoundFile file, String format) throws AudioException {
        return switch (format) {
            case "mov" -> ofMp4(file);
            case "matroska" -> ofMatroska(file);
            case "mp3" -> ofMp3(file);
            case "avi" -> ofRiff(file);
            case "voc" -> ofVoc(file);
            default -> End.UNKNOWN;
        };
    }

    /** MP4 is a list of boxes: length, four letters, content. */
    private static End ofMp4(SoundFile file) throws AudioException {
        boolean hasSound = false;
        long at = 0;
        for (int box = 0; box < MAX_BOXES && at + 8 <= file.size(); box++) {
            ByteBuffer header = file.bytes(at, 16, ByteOrder.BIG_ENDIAN);
            long size = header.getInt(0) & 0xffffffffL;
            if (size == 1 && header.remaining() == 16) {
                size = header.getLong(8);
            }
            if (size == 0) {
                return End.UNKNOWN; // the last box, of open length
            }
            String kind = file.tag(at + 4);
            if (!BOXES.contains(kind)) {
                return hasSound ? End.WHOLE : End.UNKNOWN; // something else after the boxes
            }
            if (size < 8 || size > file.size() - at) {
                return End.CUT;
            }
            hasSound |= kind.equals("mdat");
            at += size;
        }
        return End.WHOLE;
    }

    /** The list that an AVI file consists of has its length at its start. */
    private static End ofRiff(SoundFile file) throws AudioException {
        long bytes = file.bytes(4, 4, ByteOrder.LITTLE_ENDIAN).getInt() & 0xffffffffL;
        return bytes == 0 || bytes == 0xffffffffL ? End.UNKNOWN : 7 + bytes > file.size() ? End.CUT : End.WHOLE;
    }

    /** Creative Voice is a list of blocks: a byte for the kind, 0 for the end, the length in 24 bits, the content. */
    private static End ofVoc(SoundFile file) throws AudioException {
        long at = file.bytes(20, 2, ByteOrder.LITTLE_ENDIAN).getShort() & 0xffff;
        for (int block = 0; block < MAX_BOXES && at + 4 <= file.size(); block++) {
            int header = file.bytes(at, 4, ByteOrder.LITTLE_ENDIAN).getInt();
            if ((header & 0xff) == 0) {
                return End.WHOLE;
            }
            at += 4 + (header >>> 8);
        }
        return at > file.size() ? End.CUT : End.UNKNOWN;
    }

    /** Matroska has a header and then a segment, each with its length. */
    private static End ofMatroska(SoundFile file) throws AudioException {
        long at = 0;
        for (int element = 0; element < 8 && at + 12 <= file.size(); element++) {
            ByteBuffer bytes = file.bytes(at, 12, ByteOrder.BIG_ENDIAN);
            int id = Integer.numberOfLeadingZeros(bytes.get(0) & 0xff) - 23;
            int length = Integer.numberOfLeadingZeros(bytes.get(id) & 0xff) - 23;
            if (id > 4 || length > 8) {
                return End.UNKNOWN;
            }
            long size = bytes.get(id) & (1 << 8 - length) - 1;
            boolean open = size == (1 << 8 - length) - 1;
            for (int i = 1; i < length; i++) {
                size = size << 8 | bytes.get(id + i) & 0xff;
                open &= bytes.get(id + i) == -1;
            }
            if (open) {
                return End.UNKNOWN; // a live recording
            }
            if (size > file.size() - at - id - length) {
                return End.CUT;
            }
            if (bytes.getInt(0) == 0x1853_8067) {
                return End.WHOLE;
            }
            at += id + length + size;
        }
        return End.UNKNOWN;
    }

    private static End ofMp3(SoundFile file) throws AudioException {
        OptionalLong end = XingTable.end(file);
        long missing = end.orElse(file.size() + 1) - file.size();
        return missing > XING_SLACK ? End.CUT : missing > 0 ? End.UNKNOWN : End.WHOLE;
    }
}
