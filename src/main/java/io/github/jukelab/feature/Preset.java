package io.github.jukelab.feature;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.signal.Padding;
import io.github.jukelab.signal.Stft;
import java.util.Arrays;
import java.util.List;

/** Named settings of the 57 features of a {@link FeatureRow}. */
public enum Preset implements FeatureSet {
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

    /** The 57 columns of the GTZAN feature table, the same for all presets. */
    @Override
    public List<String> names() {
        return FeatureRow.NAMES;
    }

    @Override
    public Stft stft() {
        return stft;
    }

    @Override
    public FeatureRow row(Wave wave) {
        return FeatureRow.of(wave, stft, rebuilt(wave.length()));
    }

    /** Read two or three times. */
    @Override
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
