package io.github.jukelab.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.Journal;
import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.classic.ClassicalModel;
import io.github.jukelab.classic.LogisticRegression;
import io.github.jukelab.codec.LoadOptions;
import io.github.jukelab.evaluation.SoundPrediction;
import io.github.jukelab.extraction.AudioInputs;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.StandardScaler;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Stft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One clip in several formats: 4 s at 44 100 Hz of plucked strings, noise and a tone that rises to 9000 Hz, made by SoX,
 * encoded by flac, LAME (192 kbit/s) and oggenc (quality 6).
 */
class FilePredictorFormatsTest {

    private static final Path AUDIO = Path.of("src/test/resources/audio");
    private static final List<String> LABELS = List.of("dark", "bright");
    private static final int RATE = 22_050;

    /** How far the probability may be from that of the wav file, whatever the format. */
    private static final double TOLERANCE = 0.02;

    @TempDir
    Path folder;

    private static Wave noise(double brightness, Random random) {
        float[] samples = new float[RATE];
        double last = 0;
        for (int i = 0; i < samples.length; i++) {
            last += (random.nextGaussian() - last) * brightness;
            samples[i] = (float) (0.1 * last / Math.sqrt(brightness));
        }
        return Wave.of(samples, RATE);
    }

    /** Told dark from bright noise; so undecided that its probabilities move with what it hears. */
    private static ClassicalModel model() {
        MelWindows windows = MelWindows.of(Stft.of(1024), MelBank.of(32, RATE)).withWindows(RATE, RATE / 2);
        Random random = new Random(1);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String label = LABELS.get(i % 2);
            double brightness = (i % 2 == 0 ? 0.05 : 0.15) + 0.1 * random.nextDouble();
            float[] values = windows.inputs(noise(brightness, random)).get(0);
            examples.add(new Example("" + i, "" + i, label, windows.shape(), values));
        }
        Examples train = Examples.of(LABELS, examples);
        return ClassicalModel.fit(
                LogisticRegression.of(1e-6), train, windows.withNormalisation(StandardScaler.of(train)), Progress.NONE);
    }

    private Map<String, SoundPrediction> predictions(FilePredictor predictor) throws IOException {
        Map<String, SoundPrediction> predictions = new TreeMap<>();
        try (Journal journal = Journal.temporary(predictor.settings())) {
            predictor
                    .predict(AudioInputs.all(List.of(folder)).files(), journal, Progress.NONE)
                    .forEach(file -> predictions.put(file.file(), file.prediction()));
        }
        return predictions;
    }

    @Test
    void aPartIsPredictedAsItsSoundAlone() throws IOException {
        Path clip = AUDIO.resolve("clip.flac");
        LoadOptions part = LoadOptions.WHOLE.withOffset(1).withDuration(3.5);
        FilePredictor predictor = new FilePredictor(model(), "model", 1);

        FilePrediction prediction = predictor.predict("clip, from 1 s", clip, part);

        assertThat(prediction.file()).isEqualTo("clip, from 1 s");
        assertThat(prediction.prediction())
                .isEqualTo(model().predict(Wave.read(clip, part)).prediction());
        assertThat(prediction.warnings()).containsExactly("the file ends 0.50 s before the end of this part");
    }

    @Test
    void theAnswerDoesNotDependOnTheFormat() throws IOException {
        for (String name : List.of("clip.flac", "clip.mp3", "clip.ogg")) {
            Files.copy(AUDIO.resolve(name), folder.resolve(name));
        }
        Wave clip = Wave.read(AUDIO.resolve("clip.flac"));
        clip.write(folder.resolve("above.wav"));
        clip.resample(RATE).write(folder.resolve("same.wav"));
        clip.resample(48_000).write(folder.resolve("studio.wav"));

        Map<String, SoundPrediction> predictions = predictions(new FilePredictor(model(), "model", 2));
        Map<String, Double> bright = new TreeMap<>();
        predictions.forEach(
                (name, sound) -> bright.put(name, sound.probabilities().get("bright")));

        assertThat(predictions).hasSize(6);
        assertThat(predictions.values())
                .extracting(SoundPrediction::label)
                .containsOnly(predictions.get("same.wav").label());
        assertThat(bright.get("above.wav")).isEqualTo(bright.get("clip.flac")).isBetween(0.1, 0.9);
        assertThat(bright.values())
                .allSatisfy(value ->
                        assertThat(value).as(bright.toString()).isCloseTo(bright.get("same.wav"), within(TOLERANCE)));
    }
}
