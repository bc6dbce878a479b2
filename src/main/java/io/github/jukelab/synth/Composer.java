package io.github.jukelab.synth;

import io.github.jukelab.SplitMix64;

/** Composes one synthetic song, bar by bar, and renders it into four layers: chords, melody, bass, drums. */
final class Composer {

    private static final int[][] SCALES = {{0, 2, 4, 5, 7, 9, 11}, {0, 2, 3, 5, 7, 8, 10}, {0, 2, 3, 5, 7, 9, 10}};
    private static final int[][] ROOTS = {{0, 5, 7, 0}, {0, -3, 5, 7}, {0, -2, -4, -2}, {0, 3, 5, -2}, {0, 0, 5, 0}};

    private final SongPlan plan;
    private final Traits traits;
    private final ArtistStyle artist;
    private final SplitMix64 random;
    private final DrumKit kit;
    private final Instrument[] instruments;
    private final float[][] layers;
    private final int[] scale;
    private final int[] roots;
    private int degree = 7;

    Composer(SongPlan plan, ArtistStyle artist, DrumKit kit, SplitMix64 random, int samples) {
        this.plan = plan;
        this.traits = plan.traits();
        this.artist = artist;
        this.kit = kit;
        this.random = random;
        this.layers = new float[4][samples];
        this.instruments = new Instrument[] {
            new Instrument(artist.chords(), layers[0]),
            new Instrument(artist.melody(), layers[1]),
            new Instrument(artist.bass(), layers[2])
        };
        this.scale = SCALES[random.below(SCALES.length)];
        this.roots = ROOTS[random.below(ROOTS.length)];
    }

    /** The rendered layers. */
    float[][] compose() {
        double bar = 4 * plan.beatSeconds();
        double upbeat = random.between(-bar, 0);
        double seconds = (double) layers[0].length / MusicSynth.RATE;
        int form = 0;
        for (int i = 0; upbeat + i * bar < seconds; i++) {
            form = i % 4 == 0 ? form() : form;
            bar(upbeat + i * bar, 48 + artist.key() + roots[i % roots.length], form);
        }
        return layers;
    }

    /** Which layers sound in the next four bars: one bit per layer, at least two of them set. */
    private int form() {
        int form = random.below(16) | random.below(16) | random.below(16);
        return Integer.bitCount(form) < 2 ? 15 : form;
    }

    private void bar(double start, int root, int form) {
        if ((form & 1) != 0) {
            chords(start, root + artist.register());
        }
        if ((form & 2) != 0) {
            melody(start, root + 12 + artist.register());
        }
        if ((form & 4) != 0) {
            bass(start, root - 12);
        }
        if ((form & 8) != 0) {
            drums(start);
        }
    }

    private void drums(double start) {
        int steps = traits.drums().steps();
        for (int i = 0; i < steps; i++) {
            int at = sample(start + i * 4 * plan.beatSeconds() / steps);
            double gain = 0.5 * (i % (steps / 4) == 0 ? 1 : 0.75) * random.between(0.8, 1.1);
            if (at >= 0 && traits.drums().kick(i)) {
                kit.kick(layers[3], at, gain);
            }
            if (at >= 0 && traits.drums().snare(i)) {
                kit.snare(layers[3], at, gain);
            }
            if (at >= 0 && traits.drums().hat(i)) {
                kit.hat(layers[3], at, gain);
            }
        }
    }

    private void bass(double start, int root) {
        int tone = 0;
        for (int i = 0; i < 16; i++) {
            if (traits.bass().sounds(i)) {
                double pitch = root + traits.bass().tone(tone++);
                double to = traits.bass() == BassPattern.SLIDES ? pitch - 5 : pitch;
                tone(2, start, swung(i), traits.bass().beats(), pitch, to, 0.5, 0.06, 0, 0);
            }
        }
    }

    private void chords(double start, int root) {
        switch (traits.comping()) {
            case BLOCKS -> {
                chord(start, 0, 1.7, root, 0);
                chord(start, 2, 1.2, root, 0);
            }
            case ARPEGGIO -> arpeggio(start, root, traits.drums().steps());
            case ROLL -> pulses(start, root, 24, 0.1);
            case TREMOLO -> tremolo(start, root);
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

    private void tremolo(double start, int root) {
        double rate = traits.tremolo() == 0 ? 5 : traits.tremolo();
        for (int i = 0; i < traits.voicing().size(); i++) {
            double pitch = root + traits.voicing().tone(i);
            tone(0, start, 0, 3.9, pitch, pitch, 0.22, 0.15, 0, rate);
        }
    }

    private void pulses(double start, int root, int count, double beats) {
        for (int i = 0; i < count; i++) {
            chord(start, 4.0 * i / count, beats, root, 0);
        }
    }

    private void arpeggio(double start, int root, int count) {
        for (int i = 0; i < count; i++) {
            int size = traits.voicing().size();
            int index = i % (2 * size - 2);
            double pitch = root + traits.voicing().tone(index < size ? index : 2 * size - 2 - index);
            tone(0, start, 4.0 * i / count, 4.0 / count, pitch, pitch, 0.35, 0.12, 0, 0);
        }
    }

    /** Plays all tones of a chord, each {@code spread} seconds after the one before. */
    private void chord(double start, double beat, double beats, int root, double spread) {
        for (int i = 0; i < traits.voicing().size(); i++) {
            double pitch = root + traits.voicing().tone(i);
            double tremolo = beats > 1 ? traits.tremolo() : 0;
            tone(0, start + i * spread, beat, beats, pitch, pitch, 0.22, 0.08, 0, tremolo);
        }
    }

    private void melody(double start, int root) {
        switch (traits.melody()) {
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

    /** Tones on the marked steps, each at most {@code reach} degrees of the scale from the one before. */
    private void phrase(double start, int root, String steps, double beats, int reach) {
        for (int i = 0; i < 16; i++) {
            if (steps.charAt(i) == 'x') {
                double pitch = next(root, reach);
                tone(1, start, swung(i), beats, pitch, pitch, 0.5, 0.1, beats > 0.4 ? 0.008 : 0, 0);
            }
        }
    }

    /** Tones that each slide by {@code slide} semitones. */
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

    /** The next tone of a melody: a random walk on the scale within two octaves. */
    private double next(int root, int reach) {
        degree += random.below(2 * reach + 1) - reach;
        degree = degree < 0 ? 2 : degree > 13 ? 11 : degree;
        return root + 12.0 * (degree / 7) + scale[degree % 7];
    }

    private void tone(
            int layer,
            double start,
            double beat,
            double beats,
            double from,
            double to,
            double gain,
            double release,
            double depth,
            double tremolo) {
        double late = random.between(-artist.looseness(), artist.looseness());
        int at = sample(start + beat * plan.beatSeconds() + late);
        int length = StrictMath.max(1, (int) (beats * plan.beatSeconds() * MusicSynth.RATE));
        double level = gain * random.between(0.8, 1.1);
        if (at >= 0) {
            instruments[layer].play(new Note(at, length, from, to, level, release, traits.vibrato(), depth, tremolo));
        }
    }

    /** The position of a sixteenth step in beats; if the drums play triplets, the second half of a beat is late. */
    private double swung(int step) {
        double within = step % 4 / 4.0;
        boolean swing = traits.drums().steps() == 12;
        return step / 4 + (swing ? (within < 0.5 ? within * 4 / 3 : 2 / 3.0 + (within - 0.5) * 2 / 3) : within);
    }

    private static int sample(double seconds) {
        return (int) StrictMath.floor(seconds * MusicSynth.RATE);
    }
}
