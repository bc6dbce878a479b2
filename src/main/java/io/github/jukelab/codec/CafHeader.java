package io.github.jukelab.codec;

import io.github.jukelab.codec.AudioException.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads the header of a CAF file: its description and the position of its data. Chunk lengths have 64 bits. */
final class CafHeader {

    private static final int HEADER = 12;
    private static final int DESCRIPTION = 32;

    /** Before the samples, the data chunk has a number that counts edits. */
    private static final int EDITS = 4;

    private static final int FLOAT = 1;
    private static final int LITTLE = 2;

    private CafHeader() {}

    static SoundChunk chunk(SoundFile file) throws AudioException {
        Optional<ByteBuffer> description = Optional.empty();
        long at = 8;
        for (int chunk = 0; chunk < SoundHeader.MAX_CHUNKS && at + HEADER <= file.size(); chunk++) {
            String tag = file.tag(at);
            long bytes = file.bytes(at + 4, 8, ByteOrder.BIG_ENDIAN).getLong();
            if (tag.equals("data")) {
                return samples(file, description, at + HEADER + EDITS, bytes - EDITS);
            }
            if (bytes < 0 || bytes > file.size()) {
                break;
            }
            if (tag.equals("desc") && bytes >= DESCRIPTION) {
                description = Optional.of(file.bytes(at + HEADER, DESCRIPTION, ByteOrder.BIG_ENDIAN));
            }
            at += HEADER + bytes;
        }
        throw file.problem(Problem.TRUNCATED, "the file ends before its samples (no data chunk)");
    }

    private static SoundChunk samples(SoundFile file, Optional<ByteBuffer> description, long start, long bytes)
            throws AudioException {
        ByteBuffer desc = description
                .filter(content -> content.remaining() == DESCRIPTION)
                .orElseThrow(
                        () -> file.problem(Problem.NOT_AUDIO, "samples come without a description (no desc chunk)"));
        int channels = desc.getInt(24);
        int rate = file.rate(channels, (long) Math.rint(desc.getDouble(0)));
        boolean little = (desc.getInt(12) & LITTLE) != 0;
        long promised = bytes < 0 || bytes >= Long.MAX_VALUE / 2 ? SoundChunk.UNKNOWN : bytes;
        return new SoundChunk(
                format(desc, channels),
                little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN,
                channels,
                rate,
                start,
                promised,
                List.of());
    }

    private static Optional<SampleFormat> format(ByteBuffer desc, int channels) {
        String coding = StandardCharsets.ISO_8859_1
                .decode(desc.duplicate().position(8).limit(12))
                .toString();
        int bytes = (desc.getInt(28) + 7) / 8;
        boolean packed = desc.getInt(16) == (long) bytes * channels;
        return switch (coding) {
            case "lpcm" ->
                !packed
                        ? Optional.empty()
                        : (desc.getInt(12) & FLOAT) != 0 ? SampleFormat.floating(bytes) : SampleFormat.signed(bytes);
            case "alaw" -> Optional.of(SampleFormat.A_LAW);
            case "ulaw" -> Optional.of(SampleFormat.MU_LAW);
            default -> Optional.empty();
        };
    }
}
