package io.github.jukelab.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MP3;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_close_dyn_buf;
import static org.bytedeco.ffmpeg.global.avformat.avio_open_dyn_buf;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Encodes a mono MP3 file with FFmpeg and LAME. The file states how many samples the encoder added at start and end, so
 * that decoders can remove them. This encoder owns every native object; {@link #close()} frees them.
 */
final class Mp3Encoder implements AutoCloseable {

    /** The same per channel as in a usual stereo file of 128 kbit/s. */
    private static final int BITS_PER_SECOND = 64_000;

    static final Set<Integer> RATES = Set.of(8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000);

    private final int rate;
    private final AVFormatContext format = new AVFormatContext(null);
    private final AVIOContext io = new AVIOContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private AVCodecContext encoder = new AVCodecContext(null);
    private AVRational timeBase = new AVRational(null);

    static {
        FFmpegLog.prepare();
    }

    private Mp3Encoder(int rate) {
        this.rate = rate;
    }

    static byte[] of(float[] samples, int rate) {
        if (!RATES.contains(rate)) {
            throw new IllegalArgumentException("rate of an mp3 file must be one of "
                    + RATES.stream().sorted().toList() + " Hz, got " + rate);
        }
        try (Mp3Encoder mp3 = new Mp3Encoder(rate)) {
            return mp3.encode(samples);
        }
    }

    private byte[] encode(float[] samples) {
        openEncoder();
        openFile();
        int size = encoder.frame_size();
        for (int start = 0; start < samples.length; start += size) {
            send(samples, start, Math.min(size, samples.length - start));
        }
        check(avcodec_send_frame(encoder, null));
        receive();
        check(av_write_trailer(format));
        return bytes();
    }

    private void openEncoder() {
        AVCodec implementation = avcodec_find_encoder(AV_CODEC_ID_MP3);
        if (implementation == null) {
            throw new IllegalStateException("this FFmpeg has no mp3 encoder");
        }
        encoder = avcodec_alloc_context3(implementation);
        encoder.sample_rate(rate);
        encoder.sample_fmt(AV_SAMPLE_FMT_FLTP);
        encoder.bit_rate(BITS_PER_SECOND);
        encoder.time_base().num(1).den(rate);
        av_channel_layout_default(encoder.ch_layout(), 1);
        check(avcodec_open2(encoder, implementation, (AVDictionary) null));
        frame.nb_samples(encoder.frame_size());
        frame.format(AV_SAMPLE_FMT_FLTP);
        frame.sample_rate(rate);
        av_channel_layout_default(frame.ch_layout(), 1);
        check(av_frame_get_buffer(frame, 0));
    }

    private void openFile() {
        check(avformat_alloc_output_context2(format, null, "mp3", (String) null));
        check(avio_open_dyn_buf(io));
        format.pb(io);
        AVStream stream = avformat_new_stream(format, null);
        check(avcodec_parameters_from_context(stream.codecpar(), encoder));
        stream.time_base(encoder.time_base());
        check(avformat_write_header(format, (AVDictionary) null));
        timeBase = stream.time_base();
    }

    private void send(float[] samples, int start, int count) {
        check(av_frame_make_writable(frame));
        frame.nb_samples(count);
        frame.pts(start);
        new FloatPointer(frame.data(0)).put(samples, start, count);
        check(avcodec_send_frame(encoder, frame));
        receive();
    }

    private void receive() {
        while (avcodec_receive_packet(encoder, packet) >= 0) {
            av_packet_rescale_ts(packet, encoder.time_base(), timeBase);
            check(av_write_frame(format, packet));
        }
    }

    private byte[] bytes() {
        BytePointer content = new BytePointer();
        byte[] bytes = new byte[avio_close_dyn_buf(io, content)];
        io.setNull();
        content.get(bytes);
        av_free(content);
        return bytes;
    }

    private static void check(int result) {
        if (result < 0) {
            byte[] text = new byte[128];
            av_strerror(result, text, text.length);
            String detail = new String(text, StandardCharsets.UTF_8).trim();
            throw new IllegalStateException("cannot be encoded as mp3 (FFmpeg: " + detail + ")");
        }
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(encoder);
        if (!io.isNull()) {
            bytes();
        }
        avformat_free_context(format);
    }
}
