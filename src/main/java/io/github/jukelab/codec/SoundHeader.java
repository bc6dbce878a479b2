package io.github.jukelab.codec;

import java.util.Optional;

/** The containers that keep their samples in one piece. If they are PCM, they are read without FFmpeg. */
enum SoundHeader {
    /** RIFF, RIFX (big-endian), RF64 and BW64 (beyond 4 GB). */
    WAV {
        @Override
        Optional<SoundChunk> chunk(SoundFile file) throws AudioException {
            return Optional.of(WavHeader.chunk(file));
        }
    },
    /** Sony Wave64. */
    W64 {
        @Override
        Optional<SoundChunk> chunk(SoundFile file) throws AudioException {
            return Optional.of(W64Header.chunk(file));
        }
    },
    /** Sun and NeXT, and DEC's little-endian variant. */
    AU {
        @Override
        Optional<SoundChunk> chunk(SoundFile file) throws AudioException {
            return Optional.of(AuHeader.chunk(file));
        }
    },
    /** AIFF and AIFF-C. */
    AIFF {
        @Override
        Optional<SoundChunk> chunk(SoundFile file) throws AudioException {
            return Optional.of(AiffHeader.chunk(file));
        }
    },
    /** Apple's Core Audio Format. */
    CAF {
        @Override
        Optional<SoundChunk> chunk(SoundFile file) throws AudioException {
            return Optional.of(CafHeader.chunk(file));
        }
    },
    /** Anything else: FFmpeg reads it. */
    OTHER {
        @Override
        Optional<SoundChunk> chunk(SoundFile file) {
            return Optional.empty();
        }
    };

    /** The most chunks that are read of a file: real files have some tens, a large file of zeros has millions. */
    static final int MAX_CHUNKS = 1000;

    /**
     * The position and format of the samples; empty if the container is another one.
     *
     * @throws AudioException if the header is invalid
     */
    abstract Optional<SoundChunk> chunk(SoundFile file) throws AudioException;

    /** Detects the container from the content. */
    static SoundHeader of(SoundFile file) throws AudioException {
        String kind = file.tag(8);
        return switch (file.tag(0)) {
            case "RIFF", "RIFX", "RF64", "BW64" -> kind.equals("WAVE") ? WAV : OTHER;
            case "riff" -> file.tag(24).equals("wave") ? W64 : OTHER;
            case "FORM" -> kind.equals("AIFF") || kind.equals("AIFC") ? AIFF : OTHER;
            case ".snd", "dns." -> AU;
            case "caff" -> CAF;
            default -> OTHER;
        };
    }
}
