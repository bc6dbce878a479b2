package io.github.jukelab.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.AudioFolder;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.input.Augmentation;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.SpecAugment;
import io.github.jukelab.input.TimeShift;
import io.github.jukelab.network.Network;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows for birds at 48 kHz and for soundscapes. */
class WindowSettingsTest {

    @TempDir
    private Path folder;

    private static WindowSettings settings(Integer rate, Double seconds, Integer bands) {
        return new WindowSettings(Optional.ofNullable(rate), Optional.ofNullable(seconds), Optional.ofNullable(bands));
    }

    private static MelWindows windows(Recipe recipe, Integer rate, Double seconds, Integer bands) {
        return (MelWindows) settings(rate, seconds, bands).appliedTo(recipe).preprocessing();
    }

    /** 2048 samples at 22 050 Hz are 4458 at 48 kHz, nearest to 4096; a hop of 512 is one of 1114.6. */
    @Test
    void framesAndOverlapKeepTheirSeconds() {
        MelWindows windows = windows(SmallWindowsRecipe.MUSIC, 48_000, 10.0, 128);
        assertThat(windows.rate()).isEqualTo(48_000);
        assertThat(windows.stft().nFft()).isEqualTo(4096);
        assertThat(windows.stft().hop()).isEqualTo(1115);
        assertThat(windows.windows().length()).isEqualTo(480_000);
        assertThat(windows.windows().hop()).isEqualTo(240_000);
        assertThat(windows.samples()).as("660 000 at 22 050 Hz").isEqualTo(1_436_735);
        assertThat(windows.shape().height()).isEqualTo(128);
        assertThat(windows.mel().fMax()).isEqualTo(24_000);
    }

    @Test
    void whatIsNotChosenStays() {
        Recipe recipe = SmallWindowsRecipe.CALLS;
        assertThat(WindowSettings.NONE.appliedTo(recipe)).isSameAs(recipe);
        MelWindows before = (MelWindows) recipe.preprocessing();
        MelWindows longer = windows(recipe, null, 4.0, null);
        assertThat(longer).isEqualTo(before.withWindows(64_000, 32_000));
        MelWindows half = windows(recipe, 8000, null, null);
        assertThat(half.stft().nFft()).isEqualTo(512);
        assertThat(half.stft().hop()).isEqualTo(125);
        assertThat(half.samples()).as("18.75 s").isEqualTo(150_000);
        assertThat(windows(recipe, null, 30.0, null).samples())
                .as("at least a window")
                .isEqualTo(480_000);
    }

    @Test
    void anotherInputHasAnotherFingerprint() {
        Recipe recipe = SmallWindowsRecipe.MUSIC;
        assertThat(settings(null, null, 96).appliedTo(recipe).fingerprint()).isNotEqualTo(recipe.fingerprint());
    }

    @Test
    void masksKeepTheirShare() {
        Shape from = new Shape(1, 64, 130);
        Augmentation masks = TimeShift.of(0.5)
                .then(SpecAugment.NONE.withFrequencyMasks(2, 16).withTimeMasks(2, 32));
        assertThat(masks.resized(from, new Shape(1, 128, 260)))
                .isEqualTo(TimeShift.of(0.5)
                        .then(SpecAugment.NONE.withFrequencyMasks(2, 32).withTimeMasks(2, 64)));
        Shape shape = settings(48_000, 10.0, 128)
                .appliedTo(SmallWindowsRecipe.MUSIC)
                .preprocessing()
                .shape();
        assertThat(settings(48_000, 10.0, 128)
                        .appliedTo(SmallWindowsRecipe.MUSIC)
                        .training()
                        .augmentation())
                .isEqualTo(SmallWindowsRecipe.MUSIC
                        .training()
                        .augmentation()
                        .resized(SmallWindowsRecipe.MUSIC.preprocessing().shape(), shape));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> settings(48_000, null, null).appliedTo(FeatureTableRecipe.REPAIRED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rate, window and bands can be chosen for two-genres, mel-windows, "
                        + "cats-and-dogs-small, small-windows alone, not for feature-table");
        assertThatThrownBy(() -> settings(null, 3.0, null).appliedTo(MelWindowsRecipe.AS_PRINTED))
                .hasMessageEndingWith(" alone, not for recipes as printed");
        assertThatThrownBy(() -> settings(8000, null, 300).appliedTo(SmallWindowsRecipe.CALLS))
                .hasMessageStartingWith("with 300 bands at 8000 Hz, ")
                .hasMessageEndingWith(" of them are narrower than a bin and always silent: choose fewer bands");
        assertThatThrownBy(() -> settings(null, 0.01, null).appliedTo(SmallWindowsRecipe.MUSIC))
                .hasMessage("a window must have at least a frame of 2048 samples, got 221");
        assertThatThrownBy(() -> settings(null, 1e9, null).appliedTo(SmallWindowsRecipe.MUSIC))
                .hasMessageStartingWith("a window must have fewer than ");
        assertThatThrownBy(() -> settings(null, null, 4).appliedTo(SmallWindowsRecipe.MUSIC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("8");
        assertThatThrownBy(() -> settings(999, null, null)).hasMessage("rate must be at least 1000, got 999");
        assertThatThrownBy(() -> settings(null, -1.0, null)).hasMessageStartingWith("window must be positive");
        assertThatThrownBy(() -> settings(null, null, 0)).hasMessage("bands must be at least 1, got 0");
        assertThat(settings(48_000, null, null))
                .hasToString("WindowSettings[rate 48000, window of the recipe, bands of the recipe]");
    }

    /** Noise and tones above the 11 kHz of the recipe's own rate. */
    @Test
    void trainsAndPredictsAtFortyEightKilohertz() throws IOException {
        for (int i = 0; i < 5; i++) {
            Wave.of(Waves.noise(500_000, i).samples(), 48_000).write(folder.resolve("noise/" + i + ".wav"));
            Wave.sine(15_000 + 500 * i, 10.2, 48_000).write(folder.resolve("tone/" + i + ".wav"));
        }
        Dataset dataset = AudioFolder.at(folder);
        Recipe recipe = settings(48_000, 10.0, 128).appliedTo(SmallWindowsRecipe.MUSIC);
        Examples examples = recipe.examples(dataset, Progress.NONE);
        RecipeRun run =
                RecipeRun.of(recipe, dataset, examples, SplitRule.TRACK, 1, new RunSettings(1, 1), RunListener.NONE);

        Path file = folder.resolve("model.zip");
        run.kept().model().save(file);
        assertThat(Network.load(file).predict(examples))
                .isEqualTo(run.kept().model().predict(examples));
        assertThat(Network.load(file).preprocessing().orElseThrow().rate()).isEqualTo(48_000);
        assertThat(run.predictions().rows()).hasSize(2);
    }
}
