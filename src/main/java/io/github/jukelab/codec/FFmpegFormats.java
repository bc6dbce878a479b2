package io.github.jukelab.codec;

import static org.bytedeco.ffmpeg.global.avformat.av_probe_input_buffer2;

import io.github.jukelab.codec.AudioException.Problem;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;

/**
 * Which container format a file has, by its content alone. Only known formats of sound, and of films with sound, are
 * allowed, so that an upload cannot make FFmpeg open a playlist or another file.
 */
final class FFmpegFormats {

    /** Containers by the first of the comma-separated names that FFmpeg has for each. */
    private static final Set<String> ALLOWED = Set.of(
            "aac",
            "ac3",
            "aiff",
            "amr",
            "amrnb",
            "amrwb",
            "ape",
            "asf",
            "asf_o",
            "au",
            "avi",
            "avr",
            "bonk",
            "caf",
            "dsf",
            "dss",
            "dts",
            "dtshd",
            "eac3",
            "epaf",
            "flac",
            "flv",
            "gsm",
            "hcom",
            "iff",
            "ilbc",
            "ircam",
            "lc3",
            "loas",
            "matroska",
            "mlp",
            "mov",
            "mp3",
            "mpc",
            "mpc8",
            "mpeg",
            "mpegts",
            "mxf",
            "nistsphere",
            "nsp",
            "nut",
            "ogg",
            "oma",
            "osq",
            "pvf",
            "qcp",
            "qoa",
            "rka",
            "rm",
            "sbc",
            "sds",
            "shn",
            "sox",
            "spdif",
            "tak",
            "truehd",
            "tta",
            "voc",
            "vqf",
            "w64",
            "wav",
            "wsd",
            "wtv",
            "wv",
            "wve",
            "xwma");

    /** FFmpeg's own limit ({@code AVPROBE_SCORE_RETRY}) below which a guess is doubtful. */
    private static final int MIN_SCORE = 25;

    private FFmpegFormats() {}

    /**
     * The format of a file, or empty if it has none that FFmpeg knows.
     *
     * @throws AudioException if the format is known but not allowed, or the file cannot be read
     */
    static Optional<AVInputFormat> probe(SoundFile file) throws AudioException {
        try (FFmpegInput input = new FFmpegInput(file)) {
            AVInputFormat format = new AVInputFormat(null);
            int score = av_probe_input_buffer2(input.context(), format, "", null, 0, 0);
            input.check();
            if (format.isNull() || score < MIN_SCORE && !startsLikeMp3(file)) {
                return Optional.empty();
            }
            if (!ALLOWED.contains(name(format))) {
                throw file.problem(
                        Problem.NOT_AUDIO,
                        "the content looks like " + name(format) + " ("
                                + format.long_name().getString() + "), a format that is not read here");
            }
            return Optional.of(format);
        }
    }

    /** The first of FFmpeg's names of a format. */
    static String name(AVInputFormat format) {
        return format.name().getString().split(",")[0];
    }

    /** Whether there is an ID3 tag or a frame's eleven sync bits: FFmpeg is unsure about mp3 files of a few frames. */
    private static boolean startsLikeMp3(SoundFile file) throws AudioException {
        return file.tag(0).startsWith("ID3") || MpegAudio.isFrame(file, 0);
    }
}
