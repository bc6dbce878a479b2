package io.github.jukelab.audio;

import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.codec.LoadOptions;
import io.github.jukelab.codec.SampleReader;
import io.github.jukelab.codec.SoundStream;
import java.util.List;

/** A long sound in a source as a recording. */
record StreamRecording(SoundStream stream) implements Recording {

    /**
     * A sound of fewer samples is held, as that takes less time than decoding it again: 64 MB, six minutes at 44100 Hz.
     */
    static final int MAX_HELD = 1 << 24;

    /** The sound of a source, held if it has at most that many samples, resampled while it is read. */
    static Recording of(AudioSource source, LoadOptions options, int maxHeld) throws AudioException {
        SoundStream stream = SoundStream.open(source, options, maxHeld);
        Recording recording = stream.held().isPresent()
                ? new WaveRecording(
                        source.name(), Wave.of(source.name(), stream.held().get(), options))
                : new StreamRecording(stream);
        return recording.resample(options.rate().orElse(recording.rate()));
    }

    @Override
    public String name() {
        return stream.name();
    }

    @Override
    public int rate() {
        return stream.rate();
    }

    @Override
    public long length() {
        return stream.length();
    }

    @Override
    public List<String> warnings() {
        return stream.warnings();
    }

    @Override
    public SampleReader reader() throws AudioException {
        return stream.reader();
    }
}
