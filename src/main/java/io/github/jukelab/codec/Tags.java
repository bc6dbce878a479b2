package io.github.jukelab.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tags behind and between the frames of an mp3, aac or flac file: title, lyrics, gain. They are no sound, and a decoder
 * would call them broken.
 */
final class Tags {

    private static final int ID3V1 = 128;
    private static final int APE_FOOTER = 32;
    private static final int LYRICS_END = 15;
    private static final int ID3V2_HEADER = 10;

    /** How far from the end an ID3v2 tag is looked for; it can hold a picture. */
    private static final int SEARCHED = 1 << 18;

    private static final List<String> MARKS = List.of("APETAGEX", "LYRICSBEGIN", "LYRICS200", "3DI");

    private Tags() {}

    /** Where the sound begins: after an ID3v2 tag at the start of a file. */
    static long start(SoundFile file) throws AudioException {
        boolean hasTag = file.tag(0).startsWith("ID3") && file.size() >= ID3V2_HEADER;
        return hasTag ? id3v2Size(file.bytes(0, ID3V2_HEADER, ByteOrder.BIG_ENDIAN), 0) : 0;
    }

    /** Where the sound ends: the first of the tags at the end of a file, or its size. */
    static long end(SoundFile file) throws AudioException {
        long end = file.size();
        long before;
        do {
            before = end;
            end -= id3v1(file, end);
            end -= lyrics(file, end);
            end -= ape(file, end);
            end -= id3v2(file, end);
        } while (end < before);
        return end;
    }

    private static long id3v1(SoundFile file, long end) throws AudioException {
        return text(file, end - ID3V1, 3).equals("TAG") ? ID3V1 : 0;
    }

    /** Lyrics3 ends with the length of what is before, in six digits, and a mark. */
    private static long lyrics(SoundFile file, long end) throws AudioException {
        String last = text(file, end - LYRICS_END, LYRICS_END);
        return last.matches("\\d{6}LYRICS200") ? within(end, LYRICS_END + Long.parseLong(last.substring(0, 6))) : 0;
    }

    /** An APE tag ends with a footer, which has the length of items and footer, and may begin with a header. */
    private static long ape(SoundFile file, long end) throws AudioException {
        if (!text(file, end - APE_FOOTER, 8).equals("APETAGEX")) {
            return 0;
        }
        ByteBuffer footer = file.bytes(end - APE_FOOTER, APE_FOOTER, ByteOrder.LITTLE_ENDIAN);
        boolean hasHeader = footer.getInt(20) < 0;
        long size = footer.getInt(12) & 0xffffffffL;
        boolean headerIsThere =
                hasHeader && text(file, end - size - APE_FOOTER, 8).equals("APETAGEX");
        return within(end, size + (headerIsThere ? APE_FOOTER : 0));
    }

    /** ID3v2 has its length at its start, so the last {@code ID3} is looked for whose length leads to the end. */
    private static long id3v2(SoundFile file, long end) throws AudioException {
        long from = Math.max(1, end - SEARCHED);
        ByteBuffer bytes = file.bytes(from, (int) (end - from), ByteOrder.BIG_ENDIAN);
        for (int at = bytes.remaining() - ID3V2_HEADER; at >= 0; at--) {
            if (bytes.get(at) == 'I' && bytes.get(at + 1) == 'D' && bytes.get(at + 2) == '3') {
                long size = id3v2Size(bytes, at);
                if (from + at + size == end) {
                    return size;
                }
            }
        }
        return 0;
    }

    /** The size of an ID3v2 tag, with its header and its footer. */
    private static long id3v2Size(ByteBuffer bytes, int at) {
        boolean hasFooter = (bytes.get(at + 5) & 0x10) != 0;
        return synchsafe(bytes.getInt(at + 6)) + (hasFooter ? 2L : 1L) * ID3V2_HEADER;
    }

    /** 28 bits, seven in each byte. */
    private static int synchsafe(int value) {
        return value & 0x7f | (value & 0x7f00) >> 1 | (value & 0x7f0000) >> 2 | (value & 0x7f000000) >> 3;
    }

    private static long within(long end, long size) {
        return size <= end ? size : 0;
    }

    private static String text(SoundFile file, long position, int count) throws AudioException {
        return position < 0
                ? ""
                : StandardCharsets.ISO_8859_1
                        .decode(file.bytes(position, count, ByteOrder.BIG_ENDIAN))
                        .toString();
    }

    /** Whether a packet that cannot be decoded is a tag, zeros or text. */
    static boolean isTag(byte[] packet) {
        String text = new String(packet, StandardCharsets.ISO_8859_1);
        return text.startsWith("TAG")
                || text.startsWith("ID3")
                || MARKS.stream().anyMatch(text::contains)
                || isFiller(packet);
    }

    /** Whether bytes are nothing but zeros, or nothing but text. */
    static boolean isFiller(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.chars().allMatch(value -> value == 0)
                || text.chars().allMatch(value -> value >= ' ' && value <= '~' || Character.isWhitespace(value));
    }
}
