package io.github.jukelab.synth;

/** Renders notes of one timbre into a layer. IEEE arithmetic in a fixed order: the same result on every machine. */
final class Instrument {

    /** Samples between two updates of pitch and loudness. */
    private static final int BLOCK = 32;

    private static final double BLOCK_SECONDS = (double) BLOCK / MusicSynth.RATE;

    private final Timbre timbre;
    private final float[] layer;

    Instrument(Timbre timbre, float[] layer) {
        this.timbre = timbre;
        this.layer = layer;
    }

    void play(Note note) {
        double low = hertz(note.from());
        double high = hertz(note.to());
        float[] table = timbre.table(StrictMath.max(low, high));
        double fall = timbre.decay == 0 ? 1 : StrictMath.exp(-BLOCK_SECONDS / timbre.decay);
        double release = StrictMath.exp(-3 * BLOCK_SECONDS / note.release());
        double body = 1;
        double tail = 1;
        double phase = 0;
        double before = 0;
        for (int at = 0; tail > 0.003 && body > 0.001 && note.start() + at < layer.length; at += BLOCK) {
            double seconds = (double) at / MusicSynth.RATE;
            double position = StrictMath.min(1, (double) at / note.length());
            double vibrato = 1 + note.depth() * Timbre.sine(note.vibrato() * seconds);
            double frequency = (low + (high - low) * position) * vibrato;
            double fadeIn = StrictMath.min(1, (seconds + BLOCK_SECONDS) / timbre.attack);
            double tremolo = note.tremolo() == 0 ? 1 : 0.5 + 0.5 * Timbre.sine(note.tremolo() * seconds);
            double level = note.gain() * fadeIn * tremolo * body * tail;
            phase = block(table, note.start() + at, phase, frequency / MusicSynth.RATE, before, level);
            before = level;
            body *= fall;
            tail *= at >= note.length() ? release : 1;
        }
    }

    /** Renders one block, its loudness linear from one level to another; returns the phase after it, in periods. */
    private double block(float[] table, int start, double phase, double step, double from, double to) {
        int end = StrictMath.min(start + BLOCK, layer.length);
        double level = from;
        double slope = (to - from) / BLOCK;
        double at = phase * Timbre.SIZE;
        double stride = step * Timbre.SIZE;
        for (int i = start; i < end; i++) {
            int left = (int) at;
            double value = table[left] + (at - left) * (table[left + 1] - table[left]);
            layer[i] += (float) (level * value);
            level += slope;
            at += stride;
            at = at >= Timbre.SIZE ? at - Timbre.SIZE : at;
        }
        return at / Timbre.SIZE;
    }

    /** Frequency of a MIDI pitch, A4 at 440 Hz. */
    static double hertz(double pitch) {
        return 440 * StrictMath.pow(2, (pitch - 69) / 12);
    }
}
