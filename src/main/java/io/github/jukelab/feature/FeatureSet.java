package io.github.jukelab.feature;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.signal.Stft;
import java.util.List;

/** Which features describe a whole sound, such as the 57 of a {@link Preset}, or {@link MelStatistics}. */
public interface FeatureSet {

    /**
     * The names of the features, which are the columns of a table.
     *
     * @return unique, in order
     */
    List<String> names();

    /**
     * The settings of the transform.
     *
     * @return frame size, hop and padding
     */
    Stft stft();

    /**
     * The features of a wave.
     *
     * @param wave of n samples
     * @return one value per name
     * @throws IllegalArgumentException if the wave is too short for the padding, or a sample is too large for spectra
     */
    FeatureRow row(Wave wave);

    /**
     * The features of a recording of any length, in memory that does not grow with it.
     *
     * @param recording of n samples
     * @return one value per name; for the samples of a wave those of {@link #row(Wave)}
     * @throws AudioException if the recording cannot be read
     * @throws IllegalArgumentException as {@link #row(Wave)}, or if there are more than 2147483647 samples (27 hours at
     *     22050 Hz)
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    FeatureRow row(Recording recording) throws AudioException;
}
