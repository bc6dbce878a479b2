package io.github.jukelab.embedding;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.CRC32C;

/**
 * Reads a checkpoint of TensorFlow, version 2: an index, which is a table of LevelDB without compression, and one file of
 * data. All checksums are compared.
 *
 * @see <a href="https://github.com/google/leveldb/blob/main/doc/table_format.md">LevelDB: table format</a>
 * @see <a href="https://github.com/tensorflow/tensorflow/blob/master/tensorflow/core/protobuf/tensor_bundle.proto">
 *     tensor_bundle.proto</a>
 */
final class TensorFlowCheckpoint {

    private static final long MAGIC = 0xdb4775248b80fb57L;
    private static final int FOOTER = 48;
    private static final int FLOAT = 1;
    private static final int CHECKSUM_ROTATION = 15;
    private static final int CHECKSUM_MASK = 0xa282ead8;

    private final ByteBuffer index;
    private final ByteBuffer data;
    private final Weights.Builder weights = new Weights.Builder();

    private TensorFlowCheckpoint(byte[] index, byte[] data) {
        this.index = ByteBuffer.wrap(index).order(ByteOrder.LITTLE_ENDIAN);
        this.data = ByteBuffer.wrap(data);
    }

    /**
     * The weights of a checkpoint.
     *
     * @param index the file {@code .index}
     * @param data the file {@code .data-00000-of-00001}
     * @return all arrays of type float; those of other types, such as counters of steps, are left out
     * @throws IllegalArgumentException if it is no checkpoint, or a damaged one
     */
    static Weights read(byte[] index, byte[] data) {
        try {
            return new TensorFlowCheckpoint(index, data).weights();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new IllegalArgumentException("the checkpoint is damaged: a size in it is wrong", e);
        }
    }

    private Weights weights() {
        if (index.capacity() < FOOTER || index.getLong(index.capacity() - Long.BYTES) != MAGIC) {
            throw new IllegalArgumentException("not an index of a checkpoint: it does not end like one");
        }
        ByteBuffer footer = index.slice(index.capacity() - FOOTER, FOOTER);
        block(footer); // of tables within the table, of which there are none
        forEach(block(footer), (last, handle) -> forEach(block(handle), this::add));
        return weights.build();
    }

    /** A block by its handle: offset and size. One byte for the compression and a checksum stand behind it. */
    private ByteBuffer block(ByteBuffer handle) {
        int offset = Math.toIntExact(Fields.varint(handle));
        int size = Math.toIntExact(Fields.varint(handle));
        requireChecksum("a block of the index", index.slice(offset, size + 1), index.getInt(offset + size + 1));
        if (index.get(offset + size) != 0) {
            throw new IllegalArgumentException("the index is compressed, which TensorFlow's are not");
        }
        return index.slice(offset, size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The entries of a block: a key has the beginning of the one before it. Behind them stand offsets, and their number. */
    private static void forEach(ByteBuffer block, BiConsumer<String, ByteBuffer> action) {
        int offsets = block.getInt(block.capacity() - Integer.BYTES);
        block.limit(block.capacity() - Integer.BYTES * (offsets + 1));
        byte[] key = {};
        while (block.hasRemaining()) {
            int shared = Math.toIntExact(Fields.varint(block));
            int rest = Math.toIntExact(Fields.varint(block));
            int length = Math.toIntExact(Fields.varint(block));
            key = Arrays.copyOf(key, shared + rest);
            block.get(key, shared, rest);
            action.accept(new String(key, StandardCharsets.UTF_8), Fields.bytes(block, length));
        }
    }

    /** The empty name has a header. */
    private void add(String name, ByteBuffer value) {
        Fields entry = Fields.of(value);
        if (name.isEmpty() || entry.number(1) != FLOAT) {
            return;
        }
        List<Integer> shape = new ArrayList<>();
        for (ByteBuffer size : Fields.of(entry.message(2)).messages(2)) {
            shape.add(Math.toIntExact(Fields.of(size).number(1)));
        }
        ByteBuffer bytes = data.slice(Math.toIntExact(entry.number(4)), Math.toIntExact(entry.number(5)));
        requireChecksum(name, bytes, (int) entry.number(6));
        weights.add(name, shape, Weights.floats(bytes));
    }

    /** Checksums are rotated and shifted, so that those of checksums are not odd. */
    private static void requireChecksum(String what, ByteBuffer bytes, int expected) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate());
        int masked = Integer.rotateRight((int) crc.getValue(), CHECKSUM_ROTATION) + CHECKSUM_MASK;
        if (masked != expected) {
            throw new IllegalArgumentException("the checkpoint is damaged: the checksum of " + what + " differs");
        }
    }
}
