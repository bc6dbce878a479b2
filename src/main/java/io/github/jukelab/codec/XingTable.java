package io.github.jukelab.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;

/** The table that most encoders write into the first frame of an mp3 file (Xing, Info): numbers of frames and bytes. */
final class XingTable {

    private static final int XING = 0x5869_6e67;
    private static final int INFO = 0x496e_666f;
    private static final int HAS_FRAMES = 1;
    private static final int HAS_BYTES = 2;

    /** The table begins 13 to 36 bytes after the frame. */
    private static final int SEARCHED = 64;

    private XingTable() {}

    /** Where the sound ends by the table; empty if there is none. It may be beyond the end of the file. */
    static OptionalLong end(SoundFile file) throws AudioException {
        long start = Tags.start(file);
        ByteBuffer frame = file.bytes(start, SEARCHED, ByteOrder.BIG_ENDIAN);
        for (int at = 4; at + 16 <= frame.remaining(); at++) {
            int mark = frame.getInt(at);
            int flags = frame.getInt(at + 4);
            if ((mark == XING || mark == INFO) && (flags & HAS_BYTES) != 0) {
                long bytes = frame.getInt(at + ((flags & HAS_FRAMES) == 0 ? 8 : 12)) & 0xffffffffL;
                return OptionalLong.of(start + bytes);
            }
        }
        return OptionalLong.empty();
    }
}
