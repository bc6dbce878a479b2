package io.github.jukelab.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MP1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MP2;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MP3;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_PROP_LOSSLESS;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_PROP_LOSSY;
import static org.bytedeco.ffmpeg.global.avcodec.av_codec_is_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.av_codec_iterate;
import static org.bytedeco.ffmpeg.global.avcodec.av_get_exact_bits_per_sample;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_descriptor_get;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import io.github.jukelab.codec.AudioException.Problem;
import java.nio.ByteOrder;
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
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Decodes one audio stream of a file with FFmpeg, the one that FFmpeg finds best. Other streams never get a decoder: the
 * pictures of a film would take hundreds of megabytes. The samples that an encoder added at start and end are removed
 * according to the container's side data. This decoder owns every native object; {@link #close()} frees them, wherever
 * decoding stopped.
 */
final class FFmpegDecoder implements Decoder {

    /** All decoders of sound, as FFmpeg's option {@code codec_whitelist} takes them. */
    private static final String SOUND_DECODERS = soundDecoders();

    /** Containers whose number of samples is not that of the decoded ones: packets, or the sound before it was edited. */
    private static final Set<String> COUNTS_OTHERWISE = Set.of("aiff", "caf", "mov");

    private final SoundFile file;
    private final End end;
    private final FFmpegInput input;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private AVFormatContext format = new AVFormatContext(null);
    private AVCodecContext decoder = new AVCodecContext(null);
    private AVStream stream = new AVStream(null);
    private Losses losses = new Losses(End.UNKNOWN, 1);
    private long promised;
    private long limit = Long.MAX_VALUE;
    private long decoded;
    private boolean ended;
    private boolean mpeg;
    private boolean lossless;

    private FFmpegDecoder(SoundFile file, End end) {
        this.file = file;
        this.end = end;
        this.input = new FFmpegInput(file);
    }

    /**
     * Opens a file.
     *
     * @param container its format
     * @param end what the container says about its end
     */
    static FFmpegDecoder open(SoundFile file, AVInputFormat container, End end) throws AudioException {
        FFmpegDecoder decoder = new FFmpegDecoder(file, end);
        try {
            decoder.openContainer(container);
            decoder.openStream();
            decoder.mpeg = isMpeg(decoder.decoder.codec_id());
            decoder.lossless = isLossless(decoder.decoder.codec_id());
            decoder.losses = new Losses(end, decoder.decoder.sample_rate());
            decoder.promised = COUNTS_OTHERWISE.contains(FFmpegFormats.name(container)) ? 0 : decoder.duration();
            return decoder;
        } catch (AudioException | RuntimeException | Error e) {
            decoder.close();
            throw e;
        }
    }

    /** Opens a link of an Ogg file: samples after its last granule position do not count. */
    static FFmpegDecoder open(SoundFile file, AVInputFormat container, OggLink link) throws AudioException {
        FFmpegDecoder decoder = open(file, container, link.end());
        long start = decoder.stream.start_time() == AV_NOPTS_VALUE ? 0 : Math.max(0, decoder.stream.start_time());
        link.lastGranule().ifPresent(granule -> {
            decoder.limit = Math.max(0, granule - link.preSkip() - start);
            decoder.promised = decoder.limit;
        });
        return decoder;
    }

    private static String soundDecoders() {
        List<String> names = new ArrayList<>();
        try (PointerPointer<Pointer> position = new PointerPointer<>(1)) {
            position.put(0, (Pointer) null);
            AVCodec codec = av_codec_iterate(position);
            while (codec != null) {
                if (codec.type() == AVMEDIA_TYPE_AUDIO && av_codec_is_decoder(codec) != 0) {
                    names.add(codec.name().getString());
                }
                codec = av_codec_iterate(position);
            }
        }
        return String.join(",", names);
    }

    private void openContainer(AVInputFormat container) throws AudioException {
        AVFormatContext context = avformat_alloc_context();
        context.pb(input.context());
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "codec_whitelist", SOUND_DECODERS, 0);
        int result = avformat_open_input(context, "", container, options);
        av_dict_free(options);
        // A failing call frees the context, so it is kept only after success.
        check(result, Problem.NOT_AUDIO, "its header cannot be read");
        format = context;
        for (int i = 0; i < format.nb_streams(); i++) {
            if (format.streams(i).codecpar().codec_type() != AVMEDIA_TYPE_AUDIO) {
                format.streams(i).discard(AVDISCARD_ALL);
            }
        }
        check(avformat_find_stream_info(format, (AVDictionary) null), Problem.NOT_AUDIO, "no stream can be found");
    }

    private void openStream() throws AudioException {
        int index = av_find_best_stream(format, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
        check(index, Problem.NOT_AUDIO, "it has no audio stream");
        for (int i = 0; i < format.nb_streams(); i++) {
            if (i != index) {
                format.streams(i).discard(AVDISCARD_ALL);
            }
        }
        stream = format.streams(index);
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
        file.rate(Math.max(1, decoder.ch_layout().nb_channels()), decoder.sample_rate());
    }

    /** The length in samples by the header; 0 if it is unknown or only estimated from the size of the file. */
    private long duration() {
        if (format.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE || stream.duration() <= 0) {
            return 0;
        }
        return Math.round(seconds(stream.duration()) * decoder.sample_rate());
    }

    private double seconds(long time) {
        return time * (double) stream.time_base().num() / stream.time_base().den();
    }

    @Override
    public boolean next(SampleBuffer samples) throws AudioException {
        samples.expect(promised);
        if (ended) {
            return false;
        }
        int result = av_read_frame(format, packet);
        input.check();
        if (result < 0) {
            ended = true;
            avcodec_send_packet(decoder, null);
            receive(samples);
            checkAnyDecoded();
        } else {
            if (packet.stream_index() == stream.index()) {
                decode(samples);
            }
            av_packet_unref(packet);
        }
        return true;
    }

    private void checkAnyDecoded() throws AudioException {
        if (decoded == 0 && losses.brokenPackets() > 0) {
            throw file.problem(Problem.TRUNCATED, "none of the " + losses.brokenPackets() + " packets can be decoded");
        }
        if (decoded == 0 && (promised > 0 || end == End.CUT)) {
            throw file.problem(Problem.TRUNCATED, "the file ends before its first sample");
        }
    }

    private void decode(SampleBuffer samples) throws AudioException {
        boolean whole = !mpeg || packet.size() < 4 || MpegAudio.length(header()) <= packet.size();
        if (avcodec_send_packet(decoder, packet) >= 0 & receive(samples)) {
            losses.decoded(whole);
        } else if (!Tags.isTag(bytes())) {
            losses.broken(decoded);
        }
    }

    private static boolean isMpeg(int codec) {
        return codec == AV_CODEC_ID_MP3 || codec == AV_CODEC_ID_MP2 || codec == AV_CODEC_ID_MP1;
    }

    private int header() {
        return packet.data()
                .capacity(4)
                .asByteBuffer()
                .order(ByteOrder.BIG_ENDIAN)
                .getInt(0);
    }

    private byte[] bytes() {
        byte[] bytes = new byte[Math.max(0, packet.size())];
        if (bytes.length > 0) {
            packet.data().get(bytes);
        }
        return bytes;
    }

    /** Adds the decoded frames; false if the packet was broken. */
    private boolean receive(SampleBuffer samples) throws AudioException {
        int result = avcodec_receive_frame(decoder, frame);
        while (result >= 0) {
            add(samples);
            av_frame_unref(frame);
            result = avcodec_receive_frame(decoder, frame);
        }
        return result == AVERROR_EAGAIN() || result == AVERROR_EOF;
    }

    private void add(SampleBuffer samples) throws AudioException {
        int rate = frame.sample_rate();
        int channels = frame.ch_layout().nb_channels();
        int count = (int) Math.min(frame.nb_samples(), limit - decoded);
        FFmpegSamples layout = FFmpegSamples.of(frame.format())
                .orElseThrow(() -> file.problem(Problem.UNSUPPORTED, "its samples are of an unknown format"));
        if (count > 0) {
            if (layout.planar()) {
                samples.addPlanar(rate, layout.planes(frame, channels), count);
            } else {
                samples.addInterleaved(rate, layout.interleaved(frame, channels), channels, count);
            }
            decoded += count;
        }
        long position = frame.best_effort_timestamp();
        if (position == AV_NOPTS_VALUE) {
            losses.next(frame.nb_samples());
        } else if (lossless
                && stream.time_base().num() == 1
                && stream.time_base().den() == rate) {
            losses.at(position, frame.nb_samples()); // the number of its first sample
        }
    }

    private static boolean isLossless(int codec) {
        int properties = avcodec_descriptor_get(codec).props();
        return (properties & AV_CODEC_PROP_LOSSLESS) != 0 && (properties & AV_CODEC_PROP_LOSSY) == 0;
    }

    /** A tenth of a second may be missing where frames are counted, nothing where samples are. */
    @Override
    public List<String> warnings(boolean all) {
        boolean exact = lossless || av_get_exact_bits_per_sample(decoder.codec_id()) > 0;
        return all
                ? losses.warnings(promised, decoded, exact ? 0 : decoder.sample_rate() / 10)
                : losses.warnings(0, decoded, 0);
    }

    private void check(int result, Problem problem, String reason) throws AudioException {
        input.check();
        if (result < 0) {
            byte[] text = new byte[128];
            av_strerror(result, text, text.length);
            String detail = new String(text, StandardCharsets.UTF_8).trim();
            throw end == End.CUT
                    ? file.problem(
                            Problem.TRUNCATED, "the file ends too early: " + reason + " (FFmpeg: " + detail + ")")
                    : file.problem(problem, reason + " (FFmpeg: " + detail + ")");
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
