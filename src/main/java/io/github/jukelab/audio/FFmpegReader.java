package io.github.jukelab.audio;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_DEFAULT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_probe_input_buffer2;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.AudioException.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes one audio stream of a file with FFmpeg, the one that FFmpeg finds best. The container format is detected from
 * the content alone and must be a known audio format, so that an upload cannot make FFmpeg open a playlist or another
 * file. The samples that an encoder added at start and end are removed according to the container's side data. This
 * reader owns every native object; {@link #close()} frees them, wherever decoding stopped.
 */
final class FFmpegReader implements AutoCloseable {

    /** Audio container formats by the first of the comma-separated names that FFmpeg has for each. */
    private static final Set<String> CONTAINERS = Set.of(
            "mp3",
            "ogg",
            "flac",
            "mov",
            "matroska",
            "wav",
            "aiff",
            "au",
            "aac",
            "asf",
            "caf",
            "w64",
            "ape",
            "wv",
            "tta",
            "ac3",
            "eac3",
            "amr",
            "mpc",
            "mpc8",
            "tak",
            "voc",
            "dts",
            "dsf",
            "oma",
            "avi",
            "mpeg",
            "mpegts",
            "flv",
            "shn");

    /** FFmpeg's own limit ({@code AVPROBE_SCORE_RETRY}) below which a guess is doubtful. */
    private static final int MIN_SCORE = 25;

    private final SoundFile file;
    private final FFmpegInput input;
    private AVFormatContext format = new AVFormatContext(null);
    private AVCodecContext decoder = new AVCodecContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private int rate;
    private long brokenPackets;
    private boolean rateChanged;

    static {
        av_log_set_level(AV_LOG_QUIET);
    }

    private FFmpegReader(SoundFile file) {
        this.file = file;
        this.input = new FFmpegInput(file);
    }

    static Decoded read(SoundFile file, LoadOptions options) throws AudioException {
        try (FFmpegReader reader = new FFmpegReader(file)) {
            return reader.decode(options);
        }
    }

    private Decoded decode(LoadOptions options) throws AudioException {
        openContainer();
        AVStream stream = openStream();
        rate = decoder.sample_rate();
        if (rate <= 0) {
            throw file.problem(Problem.NOT_AUDIO, "the header says " + rate + " Hz");
        }
        long promised = promised(stream);
        SampleBuffer samples =
                new SampleBuffer(options.firstSample(rate), options.sampleLimit(rate), Math.max(promised, 1 << 16));
        decode(stream.index(), samples);
        if (samples.seen() == 0 && brokenPackets > 0) {
            throw file.problem(Problem.TRUNCATED, "none of the " + brokenPackets + " packets can be decoded");
        }
        return new Decoded(samples.toArray(), rate, warnings(promised, samples));
    }

    private void openContainer() throws AudioException {
        AVInputFormat container = probe();
        AVFormatContext context = avformat_alloc_context();
        context.pb(input.context());
        // A failing call frees the context, so it is kept only after success.
        check(avformat_open_input(context, "", container, null), Problem.NOT_AUDIO, "the header is broken");
        format = context;
        check(avformat_find_stream_info(format, (AVDictionary) null), Problem.NOT_AUDIO, "no stream can be found");
    }

    private AVInputFormat probe() throws AudioException {
        AVInputFormat container = new AVInputFormat(null);
        int score = av_probe_input_buffer2(input.context(), container, "", null, 0, 0);
        input.check();
        if (container.isNull() || score < MIN_SCORE && !startsLikeMp3()) {
            throw file.problem(Problem.NOT_AUDIO, "the content is not audio of a known format");
        }
        String name = container.name().getString().split(",")[0];
        if (!CONTAINERS.contains(name)) {
            throw file.problem(Problem.NOT_AUDIO, "the content is not audio but " + name);
        }
        return container;
    }

    /** Whether there is an ID3 tag or a frame's eleven sync bits: FFmpeg is unsure about mp3 files of a few frames. */
    private boolean startsLikeMp3() throws AudioException {
        String start = file.tag(0);
        return start.startsWith("ID3")
                || start.length() >= 2 && start.charAt(0) == 0xff && (start.charAt(1) & 0xe0) == 0xe0;
    }

    private AVStream openStream() throws AudioException {
        int index = av_find_best_stream(format, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
        check(index, Problem.NOT_AUDIO, "it has no audio stream");
        for (int i = 0; i < format.nb_streams(); i++) {
            format.streams(i).discard(i == index ? AVDISCARD_DEFAULT : AVDISCARD_ALL);
        }
        AVStream stream = format.streams(index);
        int id = stream.codecpar().codec_id();
        String codec = avcodec_get_name(id).getString();
        AVCodec implementation = avcodec_find_decoder(id);
        if (implementation == null) {
            throw file.problem(Problem.UNSUPPORTED, "there is no decoder for its codec, " + codec);
        }
        decoder = avcodec_alloc_context3(implementation);
        avcodec_parameters_to_context(decoder, stream.codecpar());
        decoder.pkt_timebase(stream.time_base()); // without it the samples to skip are not skipped
        check(
                avcodec_open2(decoder, implementation, (AVDictionary) null),
                Problem.UNSUPPORTED,
                "its codec, " + codec + ", cannot be opened");
        return stream;
    }

    /** The length in samples by the header; 0 if it is unknown or only estimated from the size of the file. */
    private long promised(AVStream stream) {
        if (format.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE || stream.duration() <= 0) {
            return 0;
        }
        double seconds = stream.duration()
                * (double) stream.time_base().num()
                / stream.time_base().den();
        return Math.round(seconds * rate);
    }

    private void decode(int stream, SampleBuffer samples) throws AudioException {
        while (!samples.full() && !rateChanged && av_read_frame(format, packet) >= 0) {
            Progress.checkInterrupted();
            if (packet.stream_index() == stream) {
                if (avcodec_send_packet(decoder, packet) < 0) {
                    brokenPackets++;
                }
                receive(samples);
            }
            av_packet_unref(packet);
        }
        input.check();
        avcodec_send_packet(decoder, null);
        receive(samples);
    }

    private void receive(SampleBuffer samples) throws AudioException {
        int result;
        while (!samples.full() && !rateChanged && (result = avcodec_receive_frame(decoder, frame)) != AVERROR_EOF) {
            if (result < 0) {
                return; // needs more packets, or this one was broken
            }
            rateChanged = frame.sample_rate() != rate && samples.seen() > 0;
            if (!rateChanged) {
                rate = frame.sample_rate();
                add(samples);
            }
            av_frame_unref(frame);
        }
    }

    private void add(SampleBuffer samples) throws AudioException {
        int channels = frame.ch_layout().nb_channels();
        FFmpegSamples layout = FFmpegSamples.of(frame.format())
                .orElseThrow(() -> file.problem(Problem.UNSUPPORTED, "its samples are of an unknown format"));
        if (layout.planar()) {
            samples.addPlanar(layout.planes(frame, channels), frame.nb_samples());
        } else {
            samples.addInterleaved(layout.interleaved(frame, channels), channels, frame.nb_samples());
        }
    }

    private List<String> warnings(long promised, SampleBuffer samples) {
        List<String> warnings = new ArrayList<>();
        if (rateChanged) {
            warnings.add("the rate changes after " + samples.seen() + " samples; the rest is skipped");
        } else if (!samples.full() && samples.seen() < promised - rate / 10) {
            warnings.add("truncated: header promises " + promised + " samples, file holds " + samples.seen());
        }
        if (brokenPackets > 0) {
            warnings.add("broken: " + brokenPackets + " packets could not be decoded");
        }
        return List.copyOf(warnings);
    }

    private void check(int result, Problem problem, String reason) throws AudioException {
        input.check();
        if (result < 0) {
            byte[] text = new byte[128];
            av_strerror(result, text, text.length);
            String detail = new String(text, StandardCharsets.UTF_8).trim();
            throw file.problem(problem, reason + " (FFmpeg: " + detail + ")");
        }
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(decoder);
        avformat_close_input(format);
        input.close();
    }
}
