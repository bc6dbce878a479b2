package io.github.jukelab.synth;

import io.github.jukelab.SplitMix64;

/** Writes one synthetic song, bar by bar, and has it played into four layers: chords, melody, bass, drums. */
final class Composer {

    private static final int[][] SCALES = {{0, 2, 4, 5, 7, 9, 11}, {0, 2, 3, 5, 7, 8, 10}, {0, 2, 3, 5, 7, 9, 10}};
    private static final int[][] ROOTS = {{0, 5, 7, 0}, {0, -3, 5, 7}, {0, -2, -4, -2}, {0, 3, 5, -2}, {0, 0, 5, 0}};

    private final SongPlan sketch;
    private final ArtistStyle habits;
    private final SplitMix64 random;
    private final DrumKit kit;
    private final Instrument[] players;
    private final float[][] layers;
    private final int[] scale;
    private final int[] roots;
    private int degree = 7;

    Composer(SongPlan sketch, ArtistStyle habits, DrumKit kit, SplitMix64 random, int samples) {
        this.sketch = sketch;
        this.habits = habits;
        this.kit = kit;
        this.random = random;
        this.layers = new float[4][samples];
        this.players = new Instrument[] {
            new Instrument(habits.chords(), layers[0]),
            new Instrument(habits.melody(), layers[1]),
            new Instrument(habits.low(), layers[2])
        };
        this.scale = SCALES[random.below(SCALES.length)];
        this.roots = ROOTS[random.below(ROOTS.length)];
    }

    /** The layers of the finished song. */
    float[][] compose() {
        double bar = 4 * sketch.beatSeconds();
        double upbeat = random.between(-bar, 0);
        double seconds = (double) layers[0].length / MusicSynth.RATE;
        int form = 0;
        for (int i = 0; upbeat + i * bar < seconds; i++) {
            form = i % 4 == 0 ? form() : form;
            bar(upbeat + i * bar, 48 + habits.key() + roots[i % roots.length], form);
        }
        return layers;
    }

    /** Which layers play in the next four bars: one bit each, never fewer than two. */
    private int form() {
        int form = random.below(16) | random.below(16) | random.below(16);
        return Integer.bitCount(form) < 2 ? 15 : form;
    }

    private void bar(double start, int root, int form) {
        if ((form & 1) != 0) {
            chords(start, root + habits.register());
        }
        if ((form & 2) != 0) {
            melody(start, root + 12 + habits.register());
        }
        if ((form & 4) != 0) {
            bass(start, root - 12);
        }
        if ((form & 8) != 0) {
            drums(start);
        }
    }

    private void drums(double start) {
        int steps = sketch.beat().steps();
        for (int i = 0; i < steps; i++) {
            int at = sample(start + i * 4 * sketch.beatSeconds() / steps);
            double gain = 0.5 * (i % (steps / 4) == 0 ? 1 : 0.75) * random.between(0.8, 1.1);
            if (at >= 0 && sketch.beat().kick(i)) {
                kit.kick(layers[3], at, gain);
            }
            if (at >= 0 && sketch.beat().snare(i)) {
                kit.snare(layers[3], at, gain);
            }
            if (at >= 0 && sketch.beat().hat(i)) {
                kit.hat(layers[3], at, gain);
            }
        }
    }

    private void bass(double start, int root) {
        int tone = 0;
        for (int i = 0; i < 16; i++) {
            if (sketch.bass().sounds(i)) {
                double pitch = root + sketch.bass().tone(tone++);
                double to = sketch.bass() == BassPattern.SLIDES ? pitch - 5 : pitch;
                tone(2, start, swung(i), sketch.bass().beats(), pitch, to, 0.5, 0.06, 0, 0);
            }
        }
    }

    private void chords(double start, int root) {
        switch (sketch.comping()) {
            case BLOCKS -> {
                chord(start, 0, 1.7, root, 0);
                chord(start, 2, 1.2, root, 0);
            }
            case ARPEGGIO -> broken(start, root, sketch.beat().steps());
            case ROLL -> pulses(start, root, 24, 0.1);
            case TREMOLO -> shaken(start, root);
            case PULSE -> pulses(start, root, 16, 0.15);
            case STRUM -> {
                chord(start, 0, 1, root, 0.035);
                chord(start, swung(6), 1, root, 0.035);
                chord(start, 3, 0.9, root, 0.035);
            }
            case PAD -> chord(start, 0, 3.9, root, 0);
            case SPARSE -> chord(start, random.below(8) / 2.0, 3, root, random.between(0, 0.2));
            case CHUG -> pulses(start, root - 5, 8, 0.3);
            case OFFBEAT -> offbeats(start, root);
        }
    }

    private void offbeats(double start, int root) {
        for (int beat = 0; beat < 4; beat++) {
            chord(start, swung(4 * beat + 2), 0.22, root, 0);
        }
    }

    private void shaken(double start, int root) {
        double rate = sketch.tremolo() == 0 ? 5 : sketch.tremolo();
        for (int i = 0; i < sketch.harmony().size(); i++) {
            double pitch = root + sketch.harmony().tone(i);
            tone(0, start, 0, 3.9, pitch, pitch, 0.22, 0.15, 0, rate);
        }
    }

    private void pulses(double start, int root, int count, double beats) {
        for (int i = 0; i < count; i++) {
            chord(start, 4.0 * i / count, beats, root, 0);
        }
    }

    private void broken(double start, int root, int count) {
        for (int i = 0; i < count; i++) {
            int size = sketch.harmony().size();
            int place = i % (2 * size - 2);
            double pitch = root + sketch.harmony().tone(place < size ? place : 2 * size - 2 - place);
            tone(0, start, 4.0 * i / count, 4.0 / count, pitch, pitch, 0.35, 0.12, 0, 0);
        }
    }

    /** All tones at once, or one after the other by some seconds. */
    private void chord(double start, double beat, double beats, int root, double spread) {
        for (int i = 0; i < sketch.harmony().size(); i++) {
            double pitch = root + sketch.harmony().tone(i);
            double shake = beats > 1 ? sketch.tremolo() : 0;
            tone(0, start + i * spread, beat, beats, pitch, pitch, 0.22, 0.08, 0, shake);
        }
    }

    private void melody(double start, int root) {
        switch (sketch.lead()) {
            case CALLS -> phrase(start, root, random.chance(0.5) ? "xxx.x..........." : "........xx.xx...", 0.45, 1);
            case GLIDES -> moving(start, root, 2, 1.9, 4);
            case REPEATS -> repeats(start, root);
            case WAILS -> wails(start, root);
            case RUNS -> phrase(start, root, "xxxxxxxxxxxxxxxx", 0.22, 1);
            case STEPS -> phrase(start, root, "x.x.x.xxx.x.x.xx", 0.4, 1);
            case SWOOPS -> moving(start, root, 4, 0.7, -9);
            case BELLS -> phrase(start, root, random.chance(0.5) ? "x.........x....." : "....x...........", 2.5, 5);
            case TRILLS -> trills(start, root);
            case LEAPS -> phrase(start, root, "x..x..x...x.x...", 0.35, 6);
        }
    }

    /** Tones on the steps marked, moving by at most so many degrees of the scale. */
    private void phrase(double start, int root, String steps, double beats, int reach) {
        for (int i = 0; i < 16; i++) {
            if (steps.charAt(i) == 'x') {
                double pitch = next(root, reach);
                tone(1, start, swung(i), beats, pitch, pitch, 0.5, 0.1, beats > 0.4 ? 0.008 : 0, 0);
            }
        }
    }

    /** Tones that slide by so many semitones while they last. */
    private void moving(double start, int root, int count, double beats, double slide) {
        for (int i = 0; i < count; i++) {
            double pitch = next(root, 2);
            tone(1, start, 4.0 * i / count, beats, pitch - slide, pitch, 0.5, 0.1, 0.006, 0);
        }
    }

    private void repeats(double start, int root) {
        for (int i = 0; i < 4; i++) {
            double pitch = next(root, 2);
            for (int j = 0; j < 4; j++) {
                tone(1, start, i + j / 4.0, 0.1, pitch, pitch, 0.5, 0.04, 0, 0);
            }
        }
    }

    private void wails(double start, int root) {
        for (int i = 0; i < 2; i++) {
            double pitch = next(root, 2);
            tone(1, start, 2 * i, 1.8, pitch, pitch, 0.5, 0.15, 0.035, 0);
        }
    }

    private void trills(double start, int root) {
        double pitch = next(root, 3);
        for (int i = 0; i < 32; i++) {
            double now = pitch + (i % 2) * 2;
            tone(1, start, i / 8.0, 0.11, now, now, 0.45, 0.03, 0, 0);
        }
    }

    /** The next tone of a melody: a walk on the scale that stays within two octaves. */
    private double next(int root, int reach) {
        degree += random.below(2 * reach + 1) - reach;
        degree = degree < 0 ? 2 : degree > 13 ? 11 : degree;
        return root + 12.0 * (degree / 7) + scale[degree % 7];
    }

    private void tone(
            int player,
            double start,
            double beat,
            double beats,
            double from,
            double to,
            double gain,
            double release,
            double depth,
            double tremolo) {
        double late = random.between(-habits.looseness(), habits.looseness());
        int at = sample(start + beat * sketch.beatSeconds() + late);
        int length = StrictMath.max(1, (int) (beats * sketch.beatSeconds() * MusicSynth.RATE));
        double loud = gain * random.between(0.8, 1.1);
        if (at >= 0) {
            players[player].play(new Note(at, length, from, to, loud, release, sketch.vibrato(), depth, tremolo));
        }
    }

    /** The beat of a sixteenth step; on a triplet grid the second half of each beat comes late. */
    private double swung(int step) {
        double within = step % 4 / 4.0;
        boolean swing = sketch.beat().steps() == 12;
        return step / 4 + (swing ? (within < 0.5 ? within * 4 / 3 : 2 / 3.0 + (within - 0.5) * 2 / 3) : within);
    }

    private static int sample(double seconds) {
        return (int) StrictMath.floor(seconds * MusicSynth.RATE);
    }
}
