package io.github.jukelab.feature;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.OnsetStrength.Aggregate;
import io.github.jukelab.signal.Stft;
import java.util.Arrays;

/**
 * The beats of a recording, and its tempo. Immutable.
 *
 * <p>Beats are the sequence of frames with strong onsets and with steps close to the period of the {@link Tempo}: each
 * beat scores its onset strength (in standard deviations, smoothed over a sixteenth of a period), each step of
 * {@code k} frames costs {@code 100 (ln(k / period))^2}. Dynamic programming finds the best sequence. Weak beats at
 * both ends are removed.
 *
 * <p>Without any onset (silence, a wave of up to three frames) there are no beats and the tempo is 0. Equal to
 * {@code librosa.beat.beat_track}: the same tempo and the same frames, except for a strength of a single frame, where
 * librosa fails and this class finds no beat. Given the strength, 5 ms for 30 s.
 *
 * <p>Example: {@code Beats.of(wave).clicks(wave)} makes them audible.
 *
 * <p>Notebook: 01-explore-gtzan
 *
 * @see <a href="https://doi.org/10.1080/09298210701653344">Ellis (2007)</a>
 */
public final class Beats {

    private final Tempo tempo;
    private final int[] frames;
    private final double secondsPerFrame;

    private Beats(Tempo tempo, int[] frames, double secondsPerFrame) {
        this.tempo = tempo;
        this.frames = frames;
        this.secondsPerFrame = secondsPerFrame;
    }

    /**
     * The beats of a wave, from the onset strength in librosa's frames, median over the bands.
     *
     * @param wave of any length
     * @return the beats
     */
    public static Beats of(Wave wave) {
        return of(OnsetStrength.of(wave, Stft.LIBROSA, Aggregate.MEDIAN));
    }

    /**
     * The beats of an onset strength.
     *
     * @param onset one row, of frames up to 4 s apart; librosa takes the median over bands
     * @return the beats
     * @throws IllegalArgumentException if the onset strength has several rows or is not finite, or frames are more than
     *     4 s apart
     */
    public static Beats of(FrameSeries onset) {
        float[] strength = OnsetStrength.row(onset);
        Tempo tempo = tempo(onset);
        if (tempo.bpm() == 0) {
            return new Beats(tempo, new int[0], onset.secondsPerFrame());
        }
        int period = (int) Math.rint(60 / (tempo.bpm() * onset.secondsPerFrame()));
        return new Beats(tempo, BeatTracker.track(strength, period), onset.secondsPerFrame());
    }

    /** The tempo alone: that of {@link #of(FrameSeries)} without the search for beats. */
    static Tempo tempo(FrameSeries onset) {
        return isSilent(OnsetStrength.row(onset)) ? new Tempo(0) : Tempo.of(onset);
    }

    private static boolean isSilent(float[] strength) {
        for (float value : strength) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The tempo from which the beats were found.
     *
     * @return beats per minute; 0 if there is no onset
     */
    public Tempo tempo() {
        return tempo;
    }

    /**
     * The frames of the beats.
     *
     * @return a copy, ascending, shape [beat]
     */
    public int[] frames() {
        return frames.clone();
    }

    /**
     * The times of the beats.
     *
     * @return seconds, ascending, shape [beat]
     */
    public double[] seconds() {
        return Arrays.stream(frames)
                .mapToDouble(frame -> frame * secondsPerFrame)
                .toArray();
    }

    /**
     * The wave with a click on every beat, to check the beats by ear. A click is a sine of 1000 Hz that fades within
     * 0.1 s, as in {@code librosa.clicks}. If the sum exceeds 1, the result is scaled to a peak of 1. Clicks are cut at
     * the end of the wave.
     *
     * @param wave the wave of these beats, at any rate
     * @return a wave of the same length, in [-1, 1]
     */
    public Wave clicks(Wave wave) {
        return Clicks.over(wave, seconds());
    }

    @Override
    public String toString() {
        return "Beats[" + frames.length + " beats, " + tempo + "]";
    }
}
