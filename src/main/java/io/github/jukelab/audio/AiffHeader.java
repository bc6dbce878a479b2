package io.github.jukelab.audio;

import io.github.jukelab.audio.AudioException.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Reads the header of an AIFF or AIFF-C file: its common chunk and the position of its sound chunk, in any order. */
final class AiffHeader {

    private static final int COMMON = 18;

    private final SoundFile file;
    private Optional<ByteBuffer> common = Optional.empty();
    private Optional<long[]> sound = Optional.empty();

    private AiffHeader(SoundFile file) {
        this.file = file;
    }

    static Optional<PcmLayout> layout(SoundFile file) throws AudioException {
        AiffHeader header = new AiffHeader(file);
        header.scan();
        return header.layout();
    }

    private void scan() throws AudioException {
        long at = 12;
        for (int chunk = 0; chunk < PcmHeader.MAX_CHUNKS && at + 8 <= file.size(); chunk++) {
            String tag = file.tag(at);
            long bytes = file.bytes(at + 4, 4, ByteOrder.BIG_ENDIAN).getInt() & 0xffffffffL;
            if (tag.equals("COMM")) {
                common = Optional.of(file.bytes(at + 8, (int) Math.min(bytes, 22), ByteOrder.BIG_ENDIAN));
            } else if (tag.equals("SSND") && at + 16 <= file.size()) {
                long offset = file.bytes(at + 8, 4, ByteOrder.BIG_ENDIAN).getInt() & 0xffffffffL;
                sound = Optional.of(new long[] {at + 16 + offset, bytes - 8 - offset});
            }
            at += 8 + bytes + (bytes & 1);
        }
    }

    private Optional<PcmLayout> layout() throws AudioException {
        ByteBuffer comm = common.filter(chunk -> chunk.remaining() >= COMMON)
                .orElseThrow(() -> file.problem(Problem.TRUNCATED, "the file has no format (no COMM chunk)"));
        int channels = comm.getShort(0) & 0xffff;
        int rate = rate(comm);
        if (channels == 0 || rate <= 0) {
            throw file.problem(Problem.NOT_AUDIO, "the header says " + channels + " channels at " + rate + " Hz");
        }
        long frames = comm.getInt(2) & 0xffffffffL;
        if (sound.isEmpty()) {
            throw file.problem(
                    frames == 0 ? Problem.NO_SAMPLES : Problem.TRUNCATED, "the file has no samples (no SSND chunk)");
        }
        String coding = comm.remaining() >= 22 ? tag(comm) : "NONE";
        return format(coding, ((comm.getShort(6) & 0xffff) + 7) / 8)
                .map(format -> layout(format, order(coding), channels, rate, frames));
    }

    private PcmLayout layout(SampleFormat format, ByteOrder order, int channels, int rate, long frames) {
        return new PcmLayout(
                format, order, channels, rate, sound.get()[0], promised(frames * channels * format.bytes()));
    }

    /**
     * The length by the number of samples, as in the standard; unknown if that is 0 but there are samples (streamed).
     */
    private long promised(long bytes) {
        long start = sound.get()[0];
        boolean unknown = bytes == 0 && file.size() > start && sound.get()[1] != 0;
        return unknown ? PcmLayout.UNKNOWN : bytes;
    }

    private static String tag(ByteBuffer comm) {
        StringBuilder tag = new StringBuilder();
        for (int i = 18; i < 22; i++) {
            tag.append((char) comm.get(i));
        }
        return tag.toString();
    }

    private static ByteOrder order(String coding) {
        return coding.equals("sowt") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    private static Optional<SampleFormat> format(String coding, int bytes) {
        return switch (coding) {
            case "NONE", "twos", "sowt" -> SampleFormat.signed(bytes);
            case "in24" -> Optional.of(SampleFormat.SIGNED_24);
            case "in32" -> Optional.of(SampleFormat.SIGNED_32);
            case "fl32", "FL32" -> Optional.of(SampleFormat.FLOAT_32);
            case "fl64", "FL64" -> Optional.of(SampleFormat.FLOAT_64);
            case "raw " -> Optional.of(SampleFormat.UNSIGNED_8);
            default -> Optional.empty();
        };
    }

    /** Decodes the rate, an 80-bit float: sign and exponent in 16 bits, then 64 bits with the leading one. */
    private static int rate(ByteBuffer comm) {
        int exponent = (comm.getShort(8) & 0xffff) - 16383;
        long mantissa = comm.getLong(10);
        if (exponent < 0 || exponent > 30) {
            return 0;
        }
        return (int) Math.rint(Math.scalb((double) (mantissa >>> 1), exponent - 62));
    }
}
