package io.github.jukelab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.Progress;
import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.input.ResizedSpectrogram;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.SpectrogramImage;
import io.github.jukelab.input.StandardScaler;
import io.github.jukelab.network.Architecture;
import io.github.jukelab.network.Network;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OcclusionTest {

    /** Windows of 4096 samples at 8 kHz: 16 bands by 17 frames. */
    private static final MelWindows WINDOWS =
            MelWindows.of(Stft.of(512).withHop(256), MelBank.of(16, 8000)).withWindows(4096, 4096);

    private static final StandardScaler SCALER = new StandardScaler(-33.5, 7);
    private static final Wave NOISE = Wave.of(Waves.noise(4096, 3).samples(), 8000);

    /** Says cat with the probability that a function has for an example, and keeps all examples. */
    private record Model(Preprocessing input, ToDoubleFunction<float[]> cat, List<float[]> examples)
            implements UnsavedModel {

        Model(Preprocessing input, ToDoubleFunction<float[]> cat) {
            this(input, cat, new ArrayList<>());
        }

        @Override
        public List<String> labels() {
            return List.of("dog", "cat");
        }

        @Override
        public Optional<Preprocessing> preprocessing() {
            return Optional.of(input);
        }

        @Override
        public Predictions predict(Examples rows) {
            return new Predictions(
                    labels(),
                    IntStream.range(0, rows.size())
                            .mapToObj(i -> row(rows.id(i), rows.values(i)))
                            .toList());
        }

        private Prediction row(String id, float[] values) {
            examples.add(values);
            float p = (float) cat.applyAsDouble(values);
            return new Prediction(id, "sound", OptionalInt.empty(), new float[] {1 - p, p});
        }
    }

    /** A model that looks at one value only: it is sure as long as that is as in the sound. */
    private static Model watching(Preprocessing input, Wave wave, int index) {
        float value = input.inputs(wave).get(0)[index];
        return new Model(input, values -> values[index] == value ? 0.875 : 0.25);
    }

    /** Patches reach one band and two times to either side of their middle. */
    private static void assertOnlyPatchesAt(Occlusion occlusion, int band, int time) {
        for (int i = 0; i < occlusion.map().bands(); i++) {
            for (int j = 0; j < occlusion.map().times(); j++) {
                assertThat(occlusion.map().drops().get(i).get(j))
                        .as("band %d, time %d", i, j)
                        .isEqualTo(Math.abs(i - band) <= 1 && Math.abs(j - time) <= 2 ? 0.625 : 0);
            }
        }
    }

    /** Bands have two rows each; the last of 16 blocks has frames 15 and 16, the others one. */
    @Test
    void aPatchMattersIfTheModelLooksAtIt() {
        MelWindows input = WINDOWS.withNormalisation(SCALER);
        Occlusion last = Occlusion.of(watching(input, NOISE, 5 * 17 + 16), NOISE, Progress.NONE);
        assertOnlyPatchesAt(last, 2, 15);
        assertOnlyPatchesAt(Occlusion.of(watching(input, NOISE, 15 * 17), NOISE, Progress.NONE), 7, 0);
        assertOnlyPatchesAt(Occlusion.of(watching(input, NOISE, 6 * 17 + 7), NOISE, Progress.NONE), 3, 7);
        assertThat(last.map().label()).isEqualTo("cat");
        assertThat(last.map().probability()).isEqualTo(0.875);
        assertThat(last.map().span()).isEqualTo(new TimeSpan(0, 4096 / 8000.0));
        assertThat(last.map().end()).isEqualTo(4096 / 8000.0);
        assertThat(last.input().values()).isEqualTo(input.inputs(NOISE).get(0));
        assertThat(last.input().unit()).isEqualTo("dB");
        assertThat(last.input().rows())
                .hasSize(16)
                .last()
                .isEqualTo(Long.toString(Math.round(MelBank.of(16, 8000).frequencies()[15])));
    }

    /** A patch in the middle is 6 rows by 5 frames in both channels; what is hidden has the mean of its row. */
    @Test
    void hiddenValuesHaveTheMeanOfTheTrainingSet() {
        MelWindows windows = WINDOWS.withDelta(true);
        List<Double> means = IntStream.range(0, 32).mapToObj(i -> 500.5 + i).toList();
        Model model = new Model(
                windows.withNormalisation(new StandardScaler(means, Collections.nCopies(32, 1.0), 17)), values -> 0.75);
        Occlusion.of(model, NOISE, Progress.NONE);

        float[] base = windows.inputs(NOISE).get(0);
        assertThat(model.examples()).hasSize(1 + 8 * 16).first().isEqualTo(base);
        int size = base.length / 2;
        for (float[] example : model.examples().subList(1, 129)) {
            int[] changed = IntStream.range(0, base.length)
                    .filter(i -> example[i] != base[i])
                    .toArray();
            assertThat(changed).contains(changed[0] + size);
            for (int i : changed) {
                assertThat(example[i]).isEqualTo(500.5f + i / 17);
            }
        }
        float[] middle = model.examples().get(1 + 3 * 16 + 7);
        for (int i = 0; i < base.length; i++) {
            int row = i / 17 % 16;
            int frame = i % 17;
            boolean hidden = row >= 4 && row < 10 && frame >= 5 && frame < 10;
            assertThat(middle[i] != base[i]).isEqualTo(hidden);
        }
    }

    /** Without a normalisation a channel's own mean hides it; pictures have their top row first. */
    @Test
    void picturesAreHiddenColourByColour() {
        SpectrogramImage image = new SpectrogramImage(
                8000,
                16_000,
                SpectrogramImage.REPAIRED.style(),
                SpectrogramImage.REPAIRED.interpolation(),
                8,
                16,
                StandardScaler.NONE);
        Wave wave = Wave.of(Waves.noise(12_000, 1).samples(), 8000);
        float[] base = image.inputs(wave).get(0);
        Model model = watching(image, wave, 0);

        Occlusion occlusion = Occlusion.of(model, wave, Progress.NONE);

        assertOnlyPatchesAt(occlusion, 7, 0);
        assertThat(occlusion.map().span()).isEqualTo(new TimeSpan(0, 1.5));
        float[] hidden = model.examples().get(1 + 7 * 16);
        for (int channel = 0; channel < 3; channel++) {
            int from = channel * 128;
            double mean = IntStream.range(from, from + 128)
                    .mapToDouble(i -> base[i])
                    .average()
                    .orElseThrow();
            assertThat(hidden[from]).isCloseTo((float) mean, within(1e-6f));
        }
        double top = (base[0] + base[128] + base[256]) / 3;
        assertThat(occlusion.input().value(7, 0)).isCloseTo((float) top, within(1e-6f));
        assertThat(occlusion.input().rows()).first().isEqualTo("1");
    }

    /** Three windows with 0.9, 0.5 and 0.8: the mean is 0.73. */
    @Test
    void ofSeveralWindowsTheTypicalOneIsTaken() {
        float[] samples = new float[3 * 4096];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = NOISE.sample(i % 4096) / (i / 4096 == 0 ? 1 : i / 4096 == 1 ? 100 : 10);
        }
        Wave wave = Wave.of(samples, 8000);
        List<float[]> inputs = WINDOWS.inputs(wave);
        Model model = new Model(
                WINDOWS, values -> values[0] == inputs.get(0)[0] ? 0.9 : values[0] == inputs.get(1)[0] ? 0.5 : 0.8);
        Occlusion occlusion = Occlusion.of(model, wave, Progress.NONE);
        assertThat(occlusion.map().span()).isEqualTo(new TimeSpan(8192 / 8000.0, 12_288 / 8000.0));
        assertThat(occlusion.map().probability()).isCloseTo(0.8, within(1e-6));
        assertThat(occlusion.input().values()).isEqualTo(inputs.get(2));
    }

    /** A sound of 1.5 s is padded to 18.75 s; column 31 of 32 is silence. */
    @Test
    void paddingIsHiddenToo() {
        ResizedSpectrogram input = ResizedSpectrogram.AS_PRINTED.withNormalisation(SCALER);
        Wave wave = Wave.of(Waves.noise(24_000, 1).samples(), 16_000);
        Occlusion occlusion = Occlusion.of(watching(input, wave, 31), wave, Progress.NONE);
        assertOnlyPatchesAt(occlusion, 0, 15);
        assertThat(occlusion.map().span()).isEqualTo(new TimeSpan(0, 18.75));
        assertThat(occlusion.map().end()).isEqualTo(1.5);
        assertThat(occlusion.map().shareAfterEnd()).isEqualTo(1);
        assertThat(occlusion.input().values()).isEqualTo(input.picture(wave).values());
        assertThat(occlusion.input().name()).isEqualTo("Frequency in Hz");
    }

    @Test
    void refusesInputsWithoutRowsAndColumns() {
        Wave wave = Wave.of(Waves.noise(44_100, 1).samples(), 22_050);
        assertThatThrownBy(() -> Occlusion.of(SmallModel.catOrDog(), wave, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("occlusion needs an input of rows and columns, got FeatureVectorInput[");
        Network numbers = Network.of(Architecture.of(Shape.row(57), 2, 1), List.of("a", "b"));
        assertThatThrownBy(() -> Occlusion.of(numbers, wave, Progress.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("cannot predict for sound: ");
    }

    @Test
    void tellsItsProgressAndStopsWhenInterrupted() {
        List<Long> bands = new ArrayList<>();
        Model model = new Model(WINDOWS, values -> 0.75);
        Occlusion.of(model, NOISE, (done, total, what) -> bands.add(done));
        assertThat(bands).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThatThrownBy(() -> Occlusion.of(model, NOISE, (done, total, what) -> Thread.currentThread()
                        .interrupt()))
                .isInstanceOf(CancellationException.class);
        assertThat(model.examples()).hasSize(2 + 8 * 16 + 16);
    }

    @Test
    void powersHaveTheirUnit() {
        Occlusion occlusion = Occlusion.of(new Model(WINDOWS.withScale(Scale.POWER), v -> 0.75), NOISE, Progress.NONE);
        assertThat(occlusion.input().unit()).isEqualTo("power");
    }
}
