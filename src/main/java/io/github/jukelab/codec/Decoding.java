package io.github.jukelab.codec;

import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;

import io.github.jukelab.codec.AudioException.Problem;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;

/** Finds the decoder of a file. */
final class Decoding {

    /** How far from its start the sound is looked for, if something else comes first. */
    private static final int SEARCHED = 1 << 16;

    private static final int MAX_STARTS = 8;

    /** The first letters of formats that FFmpeg recognises at the start of a file only. */
    private static final Pattern MARK =
            Pattern.compile("OggS|fLaC|RIFF....WAVE|FORM....AIF|caff|wvpk|MAC ", Pattern.DOTALL);

    private Decoding() {}

    /**
     * Opens a file.
     *
     * @param options samples before the requested part may be skipped
     * @throws AudioException if it is not audio, or its codec cannot be decoded
     */
    static Decoder open(SoundFile file, LoadOptions options) throws AudioException {
        try {
            return opened(file, options);
        } catch (LinkageError e) {
            String reason = "needs FFmpeg, whose library does not load: " + e.getMessage();
            throw new AudioException(file.name(), Problem.UNSUPPORTED, reason, e);
        }
    }

    private static Decoder opened(SoundFile file, LoadOptions options) throws AudioException {
        Optional<Decoder> known = known(file, options);
        if (known.isPresent()) {
            return known.get();
        }
        if (MpegAudio.isFreeFormat(file)) {
            throw file.problem(Problem.UNSUPPORTED, "it is a free-format mp3, for which there is no decoder");
        }
        for (long start : starts(file)) {
            Optional<Decoder> later = known(file.part(start, file.size()), options);
            if (later.isPresent()) {
                return new LateDecoder(later.get(), start);
            }
        }
        throw file.problem(Problem.NOT_AUDIO, "the content is of no known audio format");
    }

    private static Optional<Decoder> known(SoundFile file, LoadOptions options) throws AudioException {
        SoundFile untagged = file.part(Tags.start(file), file.size());
        Optional<SoundChunk> chunk = SoundHeader.chunk(untagged);
        if (chunk.isEmpty()) {
            return compressed(file, End.UNKNOWN);
        }
        return chunk.get().format().isPresent()
                ? Optional.of(plain(untagged, chunk.get(), options))
                : compressed(untagged, chunk.get().end(untagged.size()));
    }

    private static Decoder plain(SoundFile file, SoundChunk chunk, LoadOptions options) throws AudioException {
        Optional<String> coding = CodedPcm.coding(file, chunk);
        return coding.isPresent()
                ? FFmpegDecoder.open(
                        file.part(chunk.start(), file.size()), av_find_input_format(coding.get()), End.UNKNOWN)
                : new PcmDecoder(file, chunk, options);
    }

    private static Optional<Decoder> compressed(SoundFile file, End end) throws AudioException {
        Optional<AVInputFormat> container = FFmpegFormats.probe(file);
        return container.isPresent() ? Optional.of(open(file, container.get(), end)) : Optional.empty();
    }

    private static Decoder open(SoundFile file, AVInputFormat container, End end) throws AudioException {
        String name = FFmpegFormats.name(container);
        return switch (name) {
            case "ogg" -> new OggDecoder(file, container);
            case "mp3" -> mp3(file, container);
            case "aac", "flac" -> FFmpegDecoder.open(file.part(0, Tags.end(file)), container, End.UNKNOWN);
            case "mov", "matroska", "avi", "voc" -> FFmpegDecoder.open(file, container, ContainerEnd.of(file, name));
            default -> FFmpegDecoder.open(file, container, end);
        };
    }

    private static Decoder mp3(SoundFile file, AVInputFormat container) throws AudioException {
        long start = MpegAudio.start(file);
        SoundFile untagged = file.part(start, Math.max(start, MpegAudio.end(file)));
        Decoder decoder = FFmpegDecoder.open(untagged, container, ContainerEnd.of(untagged, "mp3"));
        return start == 0 ? decoder : new LateDecoder(decoder, start);
    }

    /** Where a known format may begin after other bytes, the first few places. */
    private static List<Long> starts(SoundFile file) throws AudioException {
        String start = StandardCharsets.ISO_8859_1
                .decode(file.bytes(0, SEARCHED, ByteOrder.BIG_ENDIAN))
                .toString();
        return MARK.matcher(start)
                .results()
                .map(mark -> (long) mark.start())
                .filter(position -> position > 0)
                .limit(MAX_STARTS)
                .toList();
    }

    /** A decoder of the sound after other bytes. */
    private record LateDecoder(Decoder decoder, long skipped) implements Decoder {

        @Override
        public boolean next(SampleBuffer samples) throws AudioException {
            return decoder.next(samples);
        }

        @Override
        public List<String> warnings(boolean ended) {
            return Stream.concat(
                            Stream.of("skipped: " + skipped + " bytes before the sound"),
                            decoder.warnings(ended).stream())
                    .toList();
        }

        @Override
        public void close() {
            decoder.close();
        }
    }
}
