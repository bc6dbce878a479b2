package io.github.jukelab.audio;

import java.util.Optional;

/** The three containers whose PCM samples are read without FFmpeg, detected by their first bytes. */
enum PcmHeader {
    /** RIFF, RIFX (big-endian), RF64 and BW64 (beyond 4 GB). */
    WAV {
        @Override
        Optional<PcmLayout> layout(SoundFile file) throws AudioException {
            return WavHeader.layout(file);
        }
    },
    /** Sun and NeXT. */
    AU {
        @Override
        Optional<PcmLayout> layout(SoundFile file) throws AudioException {
            return AuHeader.layout(file);
        }
    },
    /** AIFF and AIFF-C. */
    AIFF {
        @Override
        Optional<PcmLayout> layout(SoundFile file) throws AudioException {
            return AiffHeader.layout(file);
        }
    },
    /** Anything else: FFmpeg reads it. */
    OTHER {
        @Override
        Optional<PcmLayout> layout(SoundFile file) {
            return Optional.empty();
        }
    };

    /** The most chunks that are read of a file: real files have some tens, a large file of zeros has millions. */
    static final int MAX_CHUNKS = 1000;

    /**
     * The position and format of the samples; empty if they are compressed, so that FFmpeg must read them.
     *
     * @throws AudioException if the header is invalid
     */
    abstract Optional<PcmLayout> layout(SoundFile file) throws AudioException;

    /** Detects the container from the content. */
    static PcmHeader of(SoundFile file) throws AudioException {
        String kind = file.tag(8);
        return switch (file.tag(0)) {
            case "RIFF", "RIFX", "RF64", "BW64" -> kind.equals("WAVE") ? WAV : OTHER;
            case "FORM" -> kind.equals("AIFF") || kind.equals("AIFC") ? AIFF : OTHER;
            case ".snd" -> AU;
            default -> OTHER;
        };
    }
}
