package io.github.jukelab.network;

import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.provenance.Cost;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * The file of a checkpoint: what it is and of which run, its numbers, big-endian, and a checksum of all before. Streams
 * read and write it, not channels, which an interrupted cell would close.
 */
final class CheckpointFile {

    private static final String KIND = "jukelab checkpoint 1";
    private static final int CHUNK = 1 << 16;
    private static final int EPOCH_BYTES = 7 * Double.BYTES;

    private CheckpointFile() {}

    /** Writes a file; whoever calls this sees to it that it is there whole or not at all. */
    static void write(Path file, String run, Checkpoint checkpoint) throws IOException {
        CRC32C checksum = new CRC32C();
        try (DataOutputStream out = new DataOutputStream(new CheckedOutputStream(
                new BufferedOutputStream(new FileOutputStream(file.toFile()), CHUNK), checksum))) {
            out.writeUTF(KIND);
            out.writeUTF(run);
            out.writeDouble(checkpoint.cost().seconds());
            out.writeDouble(checkpoint.cost().processorSeconds());
            out.writeInt(checkpoint.epochs().size());
            for (Epoch epoch : checkpoint.epochs()) {
                write(out, epoch);
            }
            write(out, checkpoint.parameters());
            write(out, checkpoint.kept());
            write(out, checkpoint.state().memory());
            out.writeInt(checkpoint.state().steps());
            out.writeLong(checksum.getValue());
        }
    }

    private static void write(DataOutputStream out, Epoch epoch) throws IOException {
        out.writeDouble(epoch.loss());
        out.writeDouble(epoch.accuracy());
        out.writeDouble(epoch.validationLoss());
        out.writeDouble(epoch.validationAccuracy());
        out.writeDouble(epoch.learningRate());
        out.writeDouble(epoch.seconds());
        out.writeDouble(epoch.score());
    }

    private static void write(DataOutputStream out, float[] values) throws IOException {
        out.writeInt(values.length);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        for (int from = 0; from < values.length; ) {
            int count = Math.min(values.length - from, CHUNK / Float.BYTES);
            chunk.asFloatBuffer().put(values, from, count);
            out.write(chunk.array(), 0, count * Float.BYTES);
            from += count;
        }
    }

    /**
     * Reads a file.
     *
     * @param run that it must be of
     * @param parameters their number
     * @throws IOException if it cannot be read, is damaged, or is of another run; the message has the reason only
     */
    static Checkpoint read(Path file, String run, int parameters) throws IOException {
        CRC32C checksum = new CRC32C();
        long size = Files.size(file);
        try (DataInputStream in = new DataInputStream(
                new CheckedInputStream(new BufferedInputStream(new FileInputStream(file.toFile()), CHUNK), checksum))) {
            require(in.readUTF().equals(KIND), "it is no checkpoint of this version");
            require(in.readUTF().equals(run), "it is of another training");
            Cost cost = new Cost(in.readDouble(), in.readDouble());
            List<Epoch> epochs = epochs(in, count(in, size, EPOCH_BYTES));
            Checkpoint checkpoint = new Checkpoint(
                    epochs, floats(in, size), floats(in, size), new Engine.State(floats(in, size), in.readInt()), cost);
            long found = checksum.getValue();
            require(in.readLong() == found, "its checksum does not fit");
            require(in.read() < 0, "it goes on after its end");
            require(
                    checkpoint.parameters().length == parameters && checkpoint.kept().length == parameters,
                    "it is of another network");
            return checkpoint;
        } catch (EOFException e) {
            throw new IOException("it is cut off", e);
        } catch (UTFDataFormatException e) {
            throw new IOException("it is no checkpoint of this version", e);
        }
    }

    private static void require(boolean kept, String reason) throws IOException {
        if (!kept) {
            throw new IOException(reason);
        }
    }

    private static List<Epoch> epochs(DataInputStream in, int count) throws IOException {
        require(count > 0, "it has no epoch");
        List<Epoch> epochs = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            epochs.add(new Epoch(
                    number,
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble()));
        }
        return new History(epochs).epochs();
    }

    private static float[] floats(DataInputStream in, long size) throws IOException {
        float[] values = new float[count(in, size, Float.BYTES)];
        byte[] chunk = new byte[CHUNK];
        for (int from = 0; from < values.length; ) {
            int count = Math.min(values.length - from, CHUNK / Float.BYTES);
            in.readFully(chunk, 0, count * Float.BYTES);
            ByteBuffer.wrap(chunk).asFloatBuffer().get(values, from, count);
            from += count;
        }
        return values;
    }

    /** A damaged number must not make this program ask for more memory than the file can fill. */
    private static int count(DataInputStream in, long size, int bytes) throws IOException {
        int count = in.readInt();
        require(count >= 0 && (long) count * bytes <= size, "a number in it is damaged");
        return count;
    }
}
