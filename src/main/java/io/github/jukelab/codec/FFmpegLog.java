package io.github.jukelab.codec;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

/**
 * FFmpeg's own messages, which it prints about most damaged files. What matters of them is in exceptions and warnings.
 * The level belongs to the whole process, where others may use FFmpeg too. So it is changed only by a program that owns
 * the process, the command line or a notebook, by the system property {@code io.github.jukelab.ffmpeg.quiet}.
 */
final class FFmpegLog {

    static {
        if (Boolean.getBoolean("io.github.jukelab.ffmpeg.quiet")) {
            av_log_set_level(AV_LOG_QUIET);
        }
    }

    private FFmpegLog() {}

    /** Applies the property, once. To be called before FFmpeg is used. */
    static void prepare() {
        // The work is done when the class is loaded.
    }
}
