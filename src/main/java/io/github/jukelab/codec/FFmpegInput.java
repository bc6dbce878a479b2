package io.github.jukelab.codec;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EINVAL;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EIO;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A sound file as FFmpeg reads it: an I/O context whose callbacks read and seek. No exception may pass through native
 * code, so a callback keeps it and returns an error code. {@link #check()} throws it after FFmpeg has returned.
 */
final class FFmpegInput implements AutoCloseable {

    /** As large as FFmpeg's own buffer of a file. */
    private static final int BUFFER = 1 << 15;

    private static final int SEEK_SET = 0;

    /** The open inputs by the address of their context, from which a callback knows which one it is called for. */
    private static final Map<Long, FFmpegInput> OPEN = new ConcurrentHashMap<>();

    static {
        FFmpegLog.prepare();
    }

    // JavaCPP allows ten callbacks of a type, so all inputs share one; retained, so that no PointerScope frees it.
    private static final Read READ = new Read().retainReference();
    private static final Seek SEEK = new Seek().retainReference();

    private final SoundFile file;
    private final AVIOContext context;
    private long position;
    private Throwable failure;

    FFmpegInput(SoundFile file) {
        this.file = file;
        this.context = avio_alloc_context(new BytePointer(av_malloc(BUFFER)), BUFFER, 0, null, READ, null, SEEK);
        context.opaque(context);
        OPEN.put(context.address(), this);
    }

    AVIOContext context() {
        return context;
    }

    /** Throws what stopped a callback, if anything did. To be called after each call of FFmpeg that may read. */
    void check() throws AudioException {
        if (failure instanceof AudioException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    private int read(BytePointer target, int size) {
        if (failure == null) {
            try {
                ByteBuffer bytes = target.capacity(size).asByteBuffer();
                file.fill(bytes, position);
                position += bytes.remaining();
                return bytes.hasRemaining() ? bytes.remaining() : AVERROR_EOF;
            } catch (AudioException | RuntimeException | Error e) {
                failure = e;
            }
        }
        return AVERROR_EIO();
    }

    private long seek(long offset, int whence) {
        if (whence == AVSEEK_SIZE) {
            return file.size();
        }
        if (whence != SEEK_SET || offset < 0) {
            return AVERROR_EINVAL();
        }
        position = offset;
        return offset;
    }

    /** Frees the context, and the buffer that FFmpeg may have put in the place of the first one. */
    @Override
    public void close() {
        OPEN.remove(context.address());
        av_free(context.buffer());
        avio_context_free(context);
    }

    private static final class Read extends Read_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer opaque, BytePointer target, int size) {
            return OPEN.get(opaque.address()).read(target, size);
        }
    }

    private static final class Seek extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer opaque, long offset, int whence) {
            return OPEN.get(opaque.address()).seek(offset, whence);
        }
    }
}
