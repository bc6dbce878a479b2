package io.github.jukelab.input;

import io.github.jukelab.Progress;
import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.dataset.Segment;
import io.github.jukelab.dataset.Track;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * How a sound becomes the input of a network: one or more tensors of one shape. Saved with the network, so that it can
 * predict for any file later.
 */
public sealed interface Preprocessing
        permits EmbeddingInput,
                FeatureVectorInput,
                JoinedInput,
                MelStatisticsInput,
                MelWindows,
                PictureWindows,
                SpectrogramImage,
                ResizedSpectrogram {

    /**
     * The rate to which sounds are resampled.
     *
     * @return in Hz
     */
    int rate();

    /**
     * How much of a sound is used.
     *
     * @return so many samples from its beginning, at {@link #rate}; {@link Integer#MAX_VALUE} for all
     */
    int samples();

    /**
     * The shape of one tensor.
     *
     * @return channels, height, width
     */
    Shape shape();

    /**
     * The last step, which the network does itself.
     *
     * @return fitted on the training set
     */
    StandardScaler normalisation();

    /**
     * The same with another last step.
     *
     * @param normalisation such as {@code StandardScaler.of(train)}
     * @return a copy
     */
    Preprocessing withNormalisation(StandardScaler normalisation);

    /**
     * The inputs for one sound, all steps but the normalisation.
     *
     * @param wave at any rate
     * @return at least one, each of the {@link #shape()}: channel by channel, row by row
     */
    List<float[]> inputs(Wave wave);

    /**
     * Passes on the inputs for a recording of any length, one after the other: memory does not grow with its length.
     *
     * @param recording at any rate
     * @param action gets the inputs of {@link #inputs}, in their order
     * @throws AudioException if the recording cannot be read
     * @throws IllegalArgumentException if its sound is too short or too loud
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    void forEachInput(Recording recording, Consumer<float[]> action) throws AudioException;

    /**
     * The same for predictions on a sound of any length. What is made of windows has a limit, {@link #samples}, so that
     * all tracks of a training have the same number of them; a sound that is longer by a window or more is used whole. A
     * picture of the beginning of a sound stays one.
     *
     * @param seconds length of the sound
     * @return this, or a copy without limit
     */
    default Preprocessing forLength(double seconds) {
        return this;
    }

    /**
     * Checks that this machine has all that is needed besides a sound, such as the weights of an embedding, before the
     * first sound is read.
     *
     * @throws java.io.UncheckedIOException if something is missing or damaged; the message says what to do
     */
    default void requireReady() {}

    /**
     * Whether making examples takes so long that even few of them are worth keeping for later runs.
     *
     * @return true if an {@link ExampleCache} keeps them whatever their size
     */
    default boolean costly() {
        return false;
    }

    /**
     * Which stretch of a sound one of its inputs is made from.
     *
     * @param index of the input, from 0
     * @param seconds length of the sound
     * @return from the first sample to the last, at most to the end of the sound
     */
    TimeSpan span(int index, double seconds);

    /**
     * The examples of one track, labelled; the third has the track's id and {@code .2} as its id.
     *
     * @param track where they are from
     * @param wave its sound
     * @return at least one
     */
    default List<Example> examples(Track track, Wave wave) {
        List<float[]> inputs = inputs(wave);
        return IntStream.range(0, inputs.size())
                .mapToObj(
                        i -> new Example(Segment.of(track, i).id(), track.id(), track.label(), shape(), inputs.get(i)))
                .toList();
    }

    /**
     * The examples of many tracks, read by all cores, one track per core in memory at a time. Tracks that cannot be
     * used are skipped and named in {@link Examples#skipped}.
     *
     * <p>In a notebook or a command, more than 64 MB of examples, and those that are {@linkplain #costly costly},
     * are kept in an {@link ExampleCache}, and no file is read
     * again while settings and files stay the same.
     *
     * @param tracks at least one
     * @param labels the classes, each track's among them
     * @param progress told after each track
     * @return in the order of the tracks
     * @throws IOException if no track of a label can be used; the message gives the reason of the first
     * @throws IllegalArgumentException if there is no track, or one has another label
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    default Examples examples(List<Track> tracks, List<String> labels, Progress progress) throws IOException {
        return ExampleReader.of(ExampleCache.current(), this, tracks, labels, progress);
    }
}
