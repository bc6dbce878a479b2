package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Frames;
import io.github.jukelab.signal.Padding;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.provider.Arguments;

/** Inputs and checks that tests of several features use. */
final class FeatureFixtures {

    /** 500 samples of noise. */
    static final Wave NOISE = Waves.noise(500, 1);

    /** The magnitudes of {@link #NOISE} in frames of 64 samples. */
    static final Spectrogram MAGNITUDE = Spectrogram.of(NOISE, Stft.of(64));

    /** The number of frames of {@link #chroma}. */
    static final int FRAMES = 60;

    private static final double SECONDS_PER_FRAME = 512.0 / Waves.RATE;

    private FeatureFixtures() {}

    /** Requires an {@link IllegalArgumentException} with exactly this message. */
    static void assertRejected(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    /** Frame lengths, hops, centring and paddings, each with two numbers of samples. */
    static Stream<Arguments> frameSettings() {
        return Stream.of(1, 5, 64, 2048)
                .flatMap(length -> Stream.of(1, 3, 100, 512).flatMap(hop -> Stream.of(true, false)
                        .flatMap(centered -> Stream.of(Padding.values()).flatMap(padding -> Stream.of(3000, 3001)
                                .map(samples -> Arguments.of(new Frames(length, hop, padding, centered), samples))))));
    }

    /** Requires about fifty frames of a series to have the values of its definition. */
    static void assertDefinition(FrameSeries series, IntToDoubleFunction definition, float tolerance) {
        for (int t = 0; t < series.frames(); t += 1 + series.frames() / 50) {
            assertThat(series.value(0, t))
                    .as("frame %d", t)
                    .isCloseTo((float) definition.applyAsDouble(t), within(tolerance));
        }
    }

    /** A spectrogram with 0.5 s per frame. */
    static Spectrogram spectrogram(double[] frequencies, Scale scale, float... values) {
        return Spectrogram.of(values, frequencies, scale, 0.5);
    }

    /** A chroma with the same 12 values in every frame. */
    static FrameSeries chroma(float... classes) {
        float[] values = new float[12 * FRAMES];
        for (int i = 0; i < values.length; i++) {
            values[i] = classes[i / FRAMES];
        }
        return FrameSeries.of("chroma", "", ChromaStft.PITCH_CLASSES, values, 0.5);
    }

    /** 12 values: 1 for the given pitch classes, 0 for the others. */
    static float[] pitchClasses(int... classes) {
        float[] chroma = new float[12];
        for (int c : classes) {
            chroma[c] = 1;
        }
        return chroma;
    }

    /** An onset strength given by a function of the frame, in frames every 512 samples. */
    static FrameSeries onsetStrength(int frames, IntToDoubleFunction value) {
        return onsetStrength(frames, value, SECONDS_PER_FRAME);
    }

    /** An onset strength given by a function of the frame. */
    static FrameSeries onsetStrength(int frames, IntToDoubleFunction value, double secondsPerFrame) {
        float[] values = new float[frames];
        for (int t = 0; t < frames; t++) {
            values[t] = (float) value.applyAsDouble(t);
        }
        return FrameSeries.of("onset strength", "dB", List.of("onset strength"), values, secondsPerFrame);
    }

    /** Normally distributed onset strengths, 0 where negative. */
    static FrameSeries randomOnsetStrength(int frames, long seed, double scale) {
        Random random = new Random(seed);
        float[] values = new float[frames];
        for (int t = 0; t < frames; t++) {
            values[t] = (float) (scale * Math.max(0, (float) random.nextGaussian()));
        }
        return FrameSeries.of("onset strength", "dB", List.of("onset strength"), values, 512.0 / 22050);
    }
}
