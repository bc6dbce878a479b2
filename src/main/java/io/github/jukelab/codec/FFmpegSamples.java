package io.github.jukelab.codec;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_DBL;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S64;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_U8;
import static org.bytedeco.ffmpeg.global.avutil.av_get_packed_sample_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_sample_fmt_is_planar;

import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** The sample layout of FFmpeg's decoders, and its conversion to float arrays. */
record FFmpegSamples(SampleFormat format, boolean planar) {

    private static final Map<Integer, SampleFormat> FORMATS = Map.of(
            AV_SAMPLE_FMT_U8, SampleFormat.UNSIGNED_8,
            AV_SAMPLE_FMT_S16, SampleFormat.SIGNED_16,
            AV_SAMPLE_FMT_S32, SampleFormat.SIGNED_32,
            AV_SAMPLE_FMT_S64, SampleFormat.SIGNED_64,
            AV_SAMPLE_FMT_FLT, SampleFormat.FLOAT_32,
            AV_SAMPLE_FMT_DBL, SampleFormat.FLOAT_64);

    /** The layout for FFmpeg's number of a sample format; empty if it is unknown. */
    static Optional<FFmpegSamples> of(int number) {
        return Optional.ofNullable(FORMATS.get(av_get_packed_sample_fmt(number)))
                .map(format -> new FFmpegSamples(format, av_sample_fmt_is_planar(number) == 1));
    }

    /** The frame's samples, one array per channel. */
    float[][] planes(AVFrame frame, int channels) {
        float[][] planes = new float[channels][];
        for (int c = 0; c < channels; c++) {
            planes[c] = floats(frame.extended_data(c), frame.nb_samples());
        }
        return planes;
    }

    /** The frame's samples, interleaved: one sample of each channel, then the next of each. */
    float[] interleaved(AVFrame frame, int channels) {
        return floats(frame.extended_data(0), frame.nb_samples() * channels);
    }

    private float[] floats(BytePointer data, int count) {
        float[] floats = new float[count];
        data.capacity((long) count * format.bytes());
        format.decode(data.asByteBuffer().order(ByteOrder.nativeOrder()), floats, count);
        return floats;
    }
}
