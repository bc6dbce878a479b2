package io.github.jukelab.synth;

import io.github.jukelab.SplitMix64;
import java.util.List;

/** Mixes four layers to one song: levels, tone, reverberation, hiss, loudness. */
final class Mix {

    private static final int[] COMBS = {887, 1039, 1187, 1327};
    private static final int[] ALLPASSES = {241, 83};

    private Mix() {}

    /** Samples in (-1, 1). */
    static float[] of(float[][] layers, ArtistStyle artist, SplitMix64 random) {
        float[] song = sum(layers, artist.levels());
        tilt(song, artist.tilt() + random.between(-4, 4));
        lowPass(song, artist.ceiling());
        lowPass(song, artist.ceiling());
        highPass(song, artist.floor());
        reverberate(song, artist.reverb(), artist.feedback());
        level(song, artist.loudness() * random.between(0.7, 1.4), artist.hiss(), random);
        return song;
    }

    private static float[] sum(float[][] layers, List<Double> levels) {
        float[] song = new float[layers[0].length];
        for (int layer = 0; layer < layers.length; layer++) {
            float gain = levels.get(layer).floatValue();
            for (int i = 0; i < song.length; i++) {
                song[i] += gain * layers[layer][i];
            }
        }
        return song;
    }

    /** Shelving filters below and above 800 Hz, this many decibels apart. */
    private static void tilt(float[] song, double decibels) {
        double high = StrictMath.pow(10, decibels / 40);
        double low = 1 / high;
        double keep = StrictMath.exp(-2 * StrictMath.PI * 800 / MusicSynth.RATE);
        double below = 0;
        for (int i = 0; i < song.length; i++) {
            below = keep * below + (1 - keep) * song[i];
            song[i] = (float) (low * below + high * (song[i] - below));
        }
    }

    private static void lowPass(float[] song, double hertz) {
        double keep = StrictMath.exp(-2 * StrictMath.PI * hertz / MusicSynth.RATE);
        double below = 0;
        for (int i = 0; i < song.length; i++) {
            below = keep * below + (1 - keep) * song[i];
            song[i] = (float) below;
        }
    }

    private static void highPass(float[] song, double hertz) {
        double keep = StrictMath.exp(-2 * StrictMath.PI * hertz / MusicSynth.RATE);
        double below = 0;
        for (int i = 0; i < song.length; i++) {
            below = keep * below + (1 - keep) * song[i];
            song[i] -= (float) below;
        }
    }

    /** Schroeder's reverberator: four comb filters in parallel, then two all-pass filters in series. */
    private static void reverberate(float[] song, double share, double feedback) {
        float[] wet = new float[song.length];
        for (int delay : COMBS) {
            float[] line = new float[delay];
            for (int i = 0, at = 0; i < song.length; i++, at = at + 1 == delay ? 0 : at + 1) {
                float back = line[at];
                line[at] = (float) (song[i] + feedback * back);
                wet[i] += 0.25f * back;
            }
        }
        for (int delay : ALLPASSES) {
            float[] line = new float[delay];
            for (int i = 0, at = 0; i < wet.length; i++, at = at + 1 == delay ? 0 : at + 1) {
                float back = line[at];
                float in = wet[i] + 0.6f * back;
                line[at] = in;
                wet[i] = back - 0.6f * in;
            }
        }
        for (int i = 0; i < song.length; i++) {
            song[i] += (float) (share * wet[i]);
        }
    }

    /** Scales the song to its loudness, adds hiss, and limits peaks softly to below 1. */
    static void level(float[] song, double loudness, double hiss, SplitMix64 random) {
        double energy = 1e-12;
        for (float sample : song) {
            energy += (double) sample * sample;
        }
        double gain = loudness / StrictMath.sqrt(energy / song.length);
        for (int i = 0; i < song.length; i++) {
            double x = gain * song[i] + loudness * hiss * random.between(-1.7, 1.7);
            song[i] = (float) (x / StrictMath.sqrt(1 + x * x));
        }
    }
}
