package io.github.jukelab.codec;

import io.github.jukelab.codec.AudioException.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the header of an AIFF or AIFF-C file: its common chunk and the position of its sound chunk, in any order. Both
 * tell the number of samples. The length of the sound chunk decides, as long as it is within the file.
 */
final class AiffHeader {

    private static final int COMMON = 18;
    private static final int COMMON_WITH_CODING = 22;
    private static final int SOUND_HEADER = 8;

    private final SoundFile file;
    private final List<String> warnings = new ArrayList<>();
    private Optional<ByteBuffer> common = Optional.empty();
    private boolean hasSound;
    private long start;
    private long soundBytes;

    private AiffHeader(SoundFile file) {
        this.file = file;
    }

    static SoundChunk chunk(SoundFile file) throws AudioException {
        AiffHeader header = new AiffHeader(file);
        header.scan();
        return header.chunk();
    }

    private void scan() throws AudioException {
        Chunks chunks = new Chunks(file, ByteOrder.BIG_ENDIAN, 12);
        while (chunks.next()) {
            if (chunks.tag().equals("COMM")) {
                common = Optional.of(chunks.content(COMMON_WITH_CODING));
            } else if (chunks.tag().equals("SSND") && chunks.start() + SOUND_HEADER <= file.size()) {
                long offset =
                        file.bytes(chunks.start(), 4, ByteOrder.BIG_ENDIAN).getInt() & 0xffffffffL;
                hasSound = true;
                start = chunks.start() + SOUND_HEADER + offset;
                soundBytes = chunks.bytes() - SOUND_HEADER - offset;
            }
        }
        if (common.isEmpty() || common.get().remaining() < COMMON) {
            throw chunks.missing("COMM");
        }
        if (!hasSound) {
            throw frames() == 0
                    ? file.problem(Problem.NO_SAMPLES, "the file has no samples (no SSND chunk)")
                    : file.problem(Problem.TRUNCATED, "the file ends before its samples (no SSND chunk)");
        }
    }

    private SoundChunk chunk() throws AudioException {
        ByteBuffer comm = common.orElseThrow();
        int channels = comm.getShort(0) & 0xffff;
        int rate = file.rate(channels, rate(comm));
        String coding = comm.remaining() >= COMMON_WITH_CODING
                ? StandardCharsets.ISO_8859_1
                        .decode(comm.duplicate().position(COMMON))
                        .toString()
                : "NONE";
        Optional<SampleFormat> format = format(coding, ((comm.getShort(6) & 0xffff) + 7) / 8);
        long bytes = format.isPresent() ? bytes((long) format.get().bytes() * channels) : compressedBytes();
        return new SoundChunk(format, order(coding), channels, rate, start, bytes, warnings);
    }

    private long frames() {
        return common.orElseThrow().getInt(2) & 0xffffffffL;
    }

    /** The length of the samples; unknown if neither chunk gives it (streamed). */
    private long bytes(long frameBytes) {
        long available = file.size() - start;
        long counted = frames() * frameBytes;
        if (soundBytes > 0 && soundBytes <= available) {
            if (frames() != soundBytes / frameBytes) {
                warnings.add(
                        "header promises " + frames() + " samples, its sound chunk holds " + soundBytes / frameBytes);
            }
            return soundBytes;
        }
        if (frames() == 0) {
            return soundBytes == 0 || available <= 0 ? 0 : SoundChunk.UNKNOWN;
        }
        return counted <= available ? counted : Math.max(counted, soundBytes);
    }

    private long compressedBytes() {
        return soundBytes > 0 ? soundBytes : SoundChunk.UNKNOWN;
    }

    private static ByteOrder order(String coding) {
        return switch (coding) {
            case "sowt", "23ni", "42ni", "23lf", "46lf" -> ByteOrder.LITTLE_ENDIAN;
            default -> ByteOrder.BIG_ENDIAN;
        };
    }

    /** The format by its four letters; those of numbers are reversed if they are little-endian. */
    private static Optional<SampleFormat> format(String coding, int bytes) {
        return switch (coding) {
            case "NONE", "twos", "sowt", "in16", "23ni", "42ni" -> SampleFormat.signed(bytes);
            case "in24" -> Optional.of(SampleFormat.SIGNED_24);
            case "in32" -> Optional.of(SampleFormat.SIGNED_32);
            case "fl32", "FL32", "23lf" -> Optional.of(SampleFormat.FLOAT_32);
            case "fl64", "FL64", "46lf" -> Optional.of(SampleFormat.FLOAT_64);
            case "raw " -> Optional.of(SampleFormat.UNSIGNED_8);
            case "alaw", "ALAW" -> Optional.of(SampleFormat.A_LAW);
            case "ulaw", "ULAW" -> Optional.of(SampleFormat.MU_LAW);
            default -> Optional.empty();
        };
    }

    /** Decodes the rate, an 80-bit float: sign and exponent in 16 bits, then 64 bits with the leading one. */
    private static long rate(ByteBuffer comm) {
        int exponent = (comm.getShort(8) & 0xffff) - 16383;
        long mantissa = comm.getLong(10);
        if (exponent < 0 || exponent > 60) {
            return 0;
        }
        return (long) Math.rint(Math.scalb((double) (mantissa >>> 1), exponent - 62));
    }
}
