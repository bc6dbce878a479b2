package io.github.jukelab.robustness;

import io.github.jukelab.audio.Resampler;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.audio.WaveAugmentations;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.codec.LoadOptions;
import io.github.jukelab.codec.SoundEncoder;
import io.github.jukelab.signal.PitchShift;
import io.github.jukelab.signal.TimeStretch;
import java.util.List;

/**
 * The usual changes. Each works at the sound's own rate and always gives the same result. Samples are kept as decimals
 * and not clipped: louder ones may leave [-1, 1].
 */
public final class Changes {

    /** Half the level. */
    public static final Change SOFTER =
            new Change("6 dB softer", "every sample times 0.50", wave -> WaveAugmentations.withGain(wave, -6));

    /** Twice the level. */
    public static final Change LOUDER = new Change(
            "6 dB louder", "every sample times 2.00, not clipped", wave -> WaveAugmentations.withGain(wave, 6));

    /** Duller. */
    public static final Change LESS_TREBLE = new Change(
            "treble 6 dB down",
            "a gentle shelf: 0 dB in the bass, -3 dB at 1 kHz, -6 dB in the treble",
            wave -> TrebleShelf.of(wave, -6));

    /** Brighter. */
    public static final Change MORE_TREBLE = new Change(
            "treble 6 dB up",
            "a gentle shelf: 0 dB in the bass, 3 dB at 1 kHz, 6 dB in the treble; not clipped",
            wave -> TrebleShelf.of(wave, 6));

    /** To a file and back. */
    public static final Change MP3 = new Change(
            "MP3 at 64 kbit/s",
            "encoded as a mono MP3 file of 64 kbit/s and decoded; the encoder also makes it 0.4 dB softer; a sound whose rate "
                    + "MP3 does not have is resampled to 44,100 Hz and back",
            Changes::throughMp3);

    /** A hiss. */
    public static final Change NOISE = new Change(
            "noise at 30 dB",
            "white noise added, 30 dB below the mean power of the sound",
            wave -> WaveAugmentations.withNoise(wave, 30, 42));

    /** A quarter tone. */
    public static final Change HIGHER = new Change(
            "half a semitone up",
            "every frequency 2.9 % higher, at the same speed, by the phase vocoder, which also smears clicks",
            wave -> PitchShift.of(wave, 0.5));

    /** A little faster. What the phase vocoder does besides may matter more: see {@link #TURNTABLE}. */
    public static final Change FASTER = new Change(
            "2 % faster",
            "2 % faster at the same pitch, by the phase vocoder, which also smears clicks",
            wave -> TimeStretch.of(wave, 1.02));

    /** A little faster and higher, without the phase vocoder. */
    public static final Change TURNTABLE = new Change(
            "turntable 2 % fast",
            "2 % faster and a third of a semitone higher, by resampling, which does nothing else",
            wave -> Wave.of(Resampler.of(51, 50).resample(wave.samples()), wave.rate()));

    /** A later start. */
    public static final Change LATER = new Change("starts 0.3 s later", "the first 0.3 s cut off", Changes::later);

    /** A microphone's fault that nobody hears. */
    public static final Change OFFSET =
            new Change("DC offset of 1 %", "0.01 added to every sample, 1 % of full scale", Changes::offset);

    /** A lower rate and back. */
    public static final Change RESAMPLED = new Change(
            "16 kHz and back",
            "resampled to 16,000 Hz and back: nothing is left above 8 kHz; a sound of 16,000 Hz or less stays as it is",
            Changes::resampled);

    /** All of them. */
    public static final List<Change> ALL = List.of(
            SOFTER, LOUDER, LESS_TREBLE, MORE_TREBLE, MP3, NOISE, HIGHER, FASTER, TURNTABLE, LATER, OFFSET, RESAMPLED);

    private static final int MP3_RATE = 44_100;
    private static final int LOW_RATE = 16_000;
    private static final double DELAY = 0.3;
    private static final float DC = 0.01f;

    private Changes() {}

    private static Wave throughMp3(Wave wave) {
        if (!SoundEncoder.isMp3Rate(wave.rate())) {
            return throughMp3(wave.resample(MP3_RATE)).resample(wave.rate()).first(wave.length());
        }
        try {
            return Wave.read(AudioSource.of("MP3", wave.toMp3()), LoadOptions.WHOLE);
        } catch (AudioException e) {
            throw new IllegalStateException("an MP3 file that was just encoded cannot be read: " + e.reason(), e);
        }
    }

    private static Wave later(Wave wave) {
        int cut = (int) Math.round(DELAY * wave.rate());
        if (cut >= wave.length()) {
            throw new IllegalArgumentException(
                    "too short to start " + DELAY + " s later: it has " + wave.length() + " samples");
        }
        return wave.slice(cut, wave.length());
    }

    private static Wave offset(Wave wave) {
        float[] samples = wave.samples();
        for (int i = 0; i < samples.length; i++) {
            samples[i] += DC;
        }
        return Wave.of(samples, wave.rate());
    }

    private static Wave resampled(Wave wave) {
        return wave.rate() <= LOW_RATE
                ? wave
                : wave.resample(LOW_RATE).resample(wave.rate()).first(wave.length());
    }
}
