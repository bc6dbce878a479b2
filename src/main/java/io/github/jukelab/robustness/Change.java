package io.github.jukelab.robustness;

import io.github.jukelab.Require;
import io.github.jukelab.audio.Wave;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A change of a sound which a listener would not mind.
 *
 * <p>Example: {@code new Change("much softer", "20 dB less", wave -> WaveAugmentations.withGain(wave, -20))}
 *
 * @param name a few words, such as {@code 6 dB softer}
 * @param description what is done to the sound, and what of it is lost
 * @param effect makes a new wave at the same rate; the same one of the same wave
 * @see Changes
 */
public record Change(String name, String description, UnaryOperator<Wave> effect) {

    /**
     * Checks the name.
     *
     * @param name a few words
     * @param description what is done
     * @param effect makes a new wave
     * @throws IllegalArgumentException if the name is blank or has a line break
     */
    public Change {
        Require.labels(List.of(name));
    }

    /**
     * Changes a sound.
     *
     * @param wave at any rate
     * @return the changed sound, at the same rate
     * @throws IllegalArgumentException if the wave is too short for this change
     */
    public Wave of(Wave wave) {
        return effect.apply(wave);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
