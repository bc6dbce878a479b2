package io.github.jukelab.feature;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.signal.Padding;
import io.github.jukelab.signal.Stft;
import java.util.Arrays;

/** Named settings for feature tables. */
public enum Preset {
    /** {@code librosa}: the defaults of librosa 0.11, which pads a wave with zeros. */
    LIBROSA("librosa", Stft.LIBROSA),
    /**
     * {@code kaggle-2020}: the settings of the published GTZAN tables, computed by an older librosa. It mirrored the
     * wave at its ends and rebuilt the harmonic and the percussive part in whole hops only: samples after the last hop
     * are 0.
     */
    KAGGLE_2020("kaggle-2020", Stft.LIBROSA.withPadding(Padding.REFLECT));

    private final String text;
    private final Stft stft;

    Preset(String text, Stft stft) {
        this.text = text;
        this.stft = stft;
    }

    /**
     * The preset with a given name.
     *
     * @param name {@code librosa} or {@code kaggle-2020}
     * @return the preset
     * @throws IllegalArgumentException if there is no preset with this name
     */
    public static Preset of(String name) {
        return Arrays.stream(values())
                .filter(preset -> preset.text.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "preset must be one of " + Arrays.toString(values()) + ", got " + name));
    }

    /**
     * The settings of the transform.
     *
     * @return frame size, hop and padding
     */
    public Stft stft() {
        return stft;
    }

    /**
     * The feature row of a wave with these settings.
     *
     * @param wave of n samples
     * @return its 57 values
     * @throws IllegalArgumentException if the wave is too short for the padding
     */
    public FeatureRow row(Wave wave) {
        return FeatureRow.of(wave, stft, rebuilt(wave.length()));
    }

    /**
     * The feature row of a recording of any length with these settings, read two or three times.
     *
     * @param recording of n samples
     * @return its 57 values
     * @throws AudioException if the recording cannot be read
     * @throws IllegalArgumentException as {@link FeatureRow#of(Recording, Stft)}
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public FeatureRow row(Recording recording) throws AudioException {
        return FeatureRow.of(recording, stft, rebuilt(recording.length()));
    }

    /** How many samples of both parts count: whole hops only in the published table. */
    private long rebuilt(long samples) {
        return this == KAGGLE_2020 ? samples / stft.hop() * stft.hop() : samples;
    }

    @Override
    public String toString() {
        return text;
    }
}
