package io.github.jukelab.codec;

import io.github.jukelab.RelativePath;
import io.github.jukelab.codec.AudioException.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** An open file. An interrupt of the reading thread closes it. */
public final class FileSource implements AudioSource {

    private final Path path;
    private final FileChannel channel;

    private FileSource(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Opens a file.
     *
     * @param path any file; as given, it is the name
     * @return the source, to be closed
     * @throws AudioException if it is missing, is a folder or device, or cannot be opened
     */
    public static FileSource open(Path path) throws AudioException {
        if (!Files.exists(path)) {
            throw new AudioException(
                    path.toString(), Problem.MISSING, "there is no such file" + RelativePath.lookedIn(path));
        }
        if (!Files.isRegularFile(path)) {
            throw new AudioException(path.toString(), Problem.NOT_AUDIO, "not a file but a folder or device");
        }
        try {
            return new FileSource(path, FileChannel.open(path));
        } catch (IOException e) {
            throw SoundFile.unreadable(path.toString(), e);
        }
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return channel.read(target, position);
    }

    @Override
    public void close() throws AudioException {
        try {
            channel.close();
        } catch (IOException e) {
            throw SoundFile.unreadable(name(), e);
        }
    }

    @Override
    public String toString() {
        return "AudioSource[" + path + "]";
    }
}
