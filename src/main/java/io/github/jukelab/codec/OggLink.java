package io.github.jukelab.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One link of an Ogg file. Usually there is one; a chained file, such as a recorded radio stream, has several, each a
 * complete file (RFC 3533). The granule position of the last page tells how many samples count, since the last packet
 * usually has more; FFmpeg asks it only in some files.
 *
 * @param from position of its first byte
 * @param to position after its last byte
 * @param lastGranule granule position at the end of its only sound; empty if there is no such position, or not one sound
 * @param preSkip samples before the first one that counts, included in granule positions (Opus)
 * @param end whether its last page says that the sound ends
 */
record OggLink(long from, long to, OptionalLong lastGranule, int preSkip, End end) {

    private static final int HEADER = 27;
    private static final int MAX_HEADER = HEADER + 255;
    private static final int FIRST_PAGE = 2;
    private static final int LAST_PAGE = 4;

    /** How much is read at a time: some pages. */
    private static final int WINDOW = 1 << 16;

    /** The links of a file that begins with a page. */
    static List<OggLink> of(SoundFile file) throws AudioException {
        return new Scan(file).links();
    }

    /** The pages of one logical stream. */
    private static final class Stream {

        private final boolean isSound;
        private final int preSkip;
        private long granule = -1;
        private boolean ended;

        private Stream(ByteBuffer start) {
            String mark = StandardCharsets.ISO_8859_1.decode(start.duplicate()).toString();
            isSound = mark.startsWith("\1vorbis") || mark.startsWith("OpusHead") || mark.startsWith("\177FLAC");
            preSkip = mark.startsWith("OpusHead") && start.remaining() >= 12
                    ? start.order(ByteOrder.LITTLE_ENDIAN).getShort(start.position() + 10) & 0xffff
                    : 0;
        }
    }

    /** Walks through the pages of a file. */
    private static final class Scan {

        private final SoundFile file;
        private final List<OggLink> links = new ArrayList<>();
        private final Map<Integer, Stream> streams = new HashMap<>();
        private ByteBuffer window = ByteBuffer.allocate(0);
        private long windowStart;
        private long linkStart;
        private boolean inHeaders = true;

        private Scan(SoundFile file) {
            this.file = file;
        }

        private List<OggLink> links() throws AudioException {
            long at = 0;
            while (at + HEADER <= file.size()) {
                ByteBuffer page = at(at);
                long next = isPage(page) ? at + size(page) : at + 1;
                if (isPage(page) && next <= file.size()) {
                    add(page, at);
                }
                at = next;
            }
            finish(file.size());
            return links;
        }

        /** The bytes at a position: the header of a page and the start of its content. */
        private ByteBuffer at(long position) throws AudioException {
            long offset = position - windowStart;
            if (offset + MAX_HEADER > window.limit() && windowStart + window.limit() < file.size() || offset < 0) {
                window = file.bytes(position, WINDOW, ByteOrder.LITTLE_ENDIAN);
                windowStart = position;
                offset = 0;
            }
            return window.position((int) offset).slice().order(ByteOrder.LITTLE_ENDIAN);
        }

        private static boolean isPage(ByteBuffer bytes) {
            return bytes.remaining() >= HEADER && bytes.getInt(0) == 0x5367_674f && bytes.get(4) == 0;
        }

        private static long size(ByteBuffer page) {
            int segments = page.get(26) & 0xff;
            long size = HEADER + segments;
            for (int i = 0; i < segments && HEADER + i < page.limit(); i++) {
                size += page.get(HEADER + i) & 0xff;
            }
            return size;
        }

        private void add(ByteBuffer page, long at) {
            int flags = page.get(5);
            int serial = page.getInt(14);
            if ((flags & FIRST_PAGE) != 0) {
                if (!inHeaders) {
                    finish(at);
                }
                page.position(Math.min(page.limit(), HEADER + (page.get(26) & 0xff)));
                streams.put(serial, new Stream(page));
            } else {
                inHeaders = false;
            }
            Stream stream = streams.get(serial);
            if (stream != null) {
                stream.granule = page.getLong(6) < 0 ? stream.granule : page.getLong(6);
                stream.ended |= (flags & LAST_PAGE) != 0;
            }
        }

        private void finish(long to) {
            List<Stream> sounds =
                    streams.values().stream().filter(stream -> stream.isSound).toList();
            if (sounds.size() == 1) {
                Stream sound = sounds.get(0);
                OptionalLong granule = sound.granule > 0 ? OptionalLong.of(sound.granule) : OptionalLong.empty();
                links.add(new OggLink(linkStart, to, granule, sound.preSkip, sound.ended ? End.WHOLE : End.CUT));
            } else {
                links.add(new OggLink(linkStart, to, OptionalLong.empty(), 0, End.UNKNOWN));
            }
            streams.clear();
            linkStart = to;
            inHeaders = true;
        }
    }
}
