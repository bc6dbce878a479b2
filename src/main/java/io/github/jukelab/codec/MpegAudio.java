package io.github.jukelab.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;

/** The frame headers of MPEG audio (mp3 and mp2): eleven sync bits, version, layer, protection, bit rate, rate, ... */
final class MpegAudio {

    /** The largest distance of two frames: layer II, 384 kbit/s, 32 kHz. */
    private static final int MAX_FRAME = 1728 + 1;

    /** What two headers of the same stream share: sync, version, layer, bit rate 0, rate. */
    private static final int SAME_STREAM = 0xfffe_fc00;

    /** What follows the last frame is looked at up to this length, in bytes. */
    private static final int MAX_TAG = 1 << 20;

    /** How far from its start the first frame is looked for. */
    private static final int SEARCHED = 1 << 16;

    private static final int[] RATES = {44_100, 48_000, 32_000};

    /** Bit rates of version 1 in kbit/s, by layer. */
    private static final int[][] BIT_RATES_1 = {
        {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320}
    };

    /** Bit rates of versions 2 and 2.5: of layer I, and of the others. */
    private static final int[] BIT_RATES_2_LAYER_1 = {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256
    };

    private static final int[] BIT_RATES_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};

    private MpegAudio() {}

    /** Whether the header of a frame is at a position. */
    static boolean isFrame(SoundFile file, long position) throws AudioException {
        ByteBuffer bytes = file.bytes(position, 4, ByteOrder.BIG_ENDIAN);
        return bytes.remaining() == 4 && isHeader(bytes.getInt(0));
    }

    /** Where the first of two frames begins that follow each other, or a tag; 0 if there are none soon. */
    static long start(SoundFile file) throws AudioException {
        if (Tags.start(file) > 0) {
            return 0;
        }
        ByteBuffer bytes = file.bytes(0, SEARCHED, ByteOrder.BIG_ENDIAN);
        for (int at = 0; at + 4 <= bytes.remaining(); at++) {
            int length = length(bytes.getInt(at));
            if (length > 0 && isFrame(file, at + length)) {
                return at;
            }
        }
        return 0;
    }

    /** Where the sound ends: before the tags, and before what follows the last frame if a table tells where that ends. */
    static long end(SoundFile file) throws AudioException {
        long end = Tags.end(file);
        OptionalLong byTable = XingTable.end(file);
        boolean more = byTable.isPresent() && byTable.getAsLong() < end && isFiller(file, byTable.getAsLong(), end);
        return more ? byTable.getAsLong() : end;
    }

    private static boolean isFiller(SoundFile file, long from, long to) throws AudioException {
        return to - from <= MAX_TAG
                && Tags.isFiller(file.bytes(from, (int) (to - from), ByteOrder.BIG_ENDIAN)
                        .array());
    }

    /** The length in bytes of the frame with a header; 0 if it is none, or has no bit rate. */
    static int length(int header) {
        int bitRate = header >>> 12 & 15;
        if (!isHeader(header) || bitRate == 0) {
            return 0;
        }
        boolean one = (header >>> 19 & 3) == 3;
        int layer = 4 - (header >>> 17 & 3);
        int halved = one ? 0 : (header >>> 19 & 3) == 2 ? 1 : 2;
        int rate = RATES[header >>> 10 & 3] >> halved;
        int bits = 1000 * (one ? BIT_RATES_1[layer - 1] : layer == 1 ? BIT_RATES_2_LAYER_1 : BIT_RATES_2)[bitRate];
        int padding = header >>> 9 & 1;
        return layer == 1 ? (12 * bits / rate + padding) * 4 : (one || layer == 2 ? 144 : 72) * bits / rate + padding;
    }

    private static boolean isHeader(int header) {
        boolean sync = header >>> 21 == 0x7ff;
        boolean version = (header >>> 19 & 3) != 1;
        boolean layer = (header >>> 17 & 3) != 0;
        boolean bitRate = (header >>> 12 & 15) != 15;
        boolean rate = (header >>> 10 & 3) != 3;
        return sync && version && layer && bitRate && rate;
    }

    /**
     * Whether a file begins, after its tag, with free-format frames: a header without a bit rate, and two more of the
     * same kind at equal distances after it.
     */
    static boolean isFreeFormat(SoundFile file) throws AudioException {
        ByteBuffer bytes = file.bytes(Tags.start(file), 4 * MAX_FRAME, ByteOrder.BIG_ENDIAN);
        if (bytes.remaining() < 4 || !isHeader(bytes.getInt(0)) || (bytes.getInt(0) >>> 12 & 15) != 0) {
            return false;
        }
        int same = bytes.getInt(0) & SAME_STREAM;
        for (int size = 24; 2 * size + 5 < bytes.remaining() && size <= 2 * MAX_FRAME; size++) {
            if ((bytes.getInt(size) & SAME_STREAM) == same && isNear(bytes, 2 * size, same)) {
                return true;
            }
        }
        return false;
    }

    /** A frame may be padded by one byte. */
    private static boolean isNear(ByteBuffer bytes, int at, int same) {
        return (bytes.getInt(at) & SAME_STREAM) == same
                || (bytes.getInt(at + 1) & SAME_STREAM) == same
                || (bytes.getInt(at - 1) & SAME_STREAM) == same;
    }
}
