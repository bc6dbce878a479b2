package io.github.jukelab.audio;

import io.github.jukelab.codec.SampleReader;
import java.util.List;

/** A wave as a recording with a name. */
record WaveRecording(String name, Wave wave) implements Recording {

    @Override
    public int rate() {
        return wave.rate();
    }

    @Override
    public long length() {
        return wave.length();
    }

    @Override
    public List<String> warnings() {
        return wave.warnings();
    }

    @Override
    public boolean held() {
        return true;
    }

    @Override
    public SampleReader reader() {
        return new Reader(wave);
    }

    private static final class Reader implements SampleReader {

        private final Wave wave;
        private int position;

        private Reader(Wave wave) {
            this.wave = wave;
        }

        @Override
        public int read(float[] target, int offset, int count) {
            int taken = Math.min(count, wave.length() - position);
            wave.copy(position, target, offset, taken);
            position += taken;
            return taken;
        }

        @Override
        public void close() {
            // A wave holds nothing that must be freed.
        }
    }
}
