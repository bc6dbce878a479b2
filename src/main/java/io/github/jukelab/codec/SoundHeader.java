package io.github.jukelab.codec;

import java.util.Optional;

/** The containers that keep their samples in one piece. If they are PCM, they are read without FFmpeg. */
final class SoundHeader {

    /** The most chunks that are read of a file: real files have some tens, a large file of zeros has millions. */
    static final int MAX_CHUNKS = 1000;

    private SoundHeader() {}

    /**
     * The position and format of the samples; empty if the container is another one.
     *
     * @throws AudioException if the header is invalid
     */
    static Optional<SoundChunk> chunk(SoundFile file) throws AudioException {
        return switch (file.tag(0)) {
            case "RIFF", "RIFX", "RF64", "BW64" ->
                file.tag(8).equals("WAVE") ? Optional.of(WavHeader.chunk(file)) : Optional.empty();
            case "riff" -> file.tag(24).equals("wave") ? Optional.of(W64Header.chunk(file)) : Optional.empty();
            case "FORM" -> file.tag(8).startsWith("AIF") ? Optional.of(AiffHeader.chunk(file)) : Optional.empty();
            case ".snd", "dns." -> Optional.of(AuHeader.chunk(file));
            case "caff" -> Optional.of(CafHeader.chunk(file));
            default -> Optional.empty();
        };
    }
}
