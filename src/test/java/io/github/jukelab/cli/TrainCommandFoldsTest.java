package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.classic.ClassicalModel;
import io.github.jukelab.network.Network;
import io.github.jukelab.provenance.RunCard;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code jukelab train} with folds, groups, class weights and other windows: ten and six tracks in sessions. */
class TrainCommandFoldsTest {

    private static final int LENGTH = 4 * 22_050;

    @TempDir
    private Path folder;

    private Console console;
    private Path tracks;
    private Path model;

    @BeforeEach
    void writeTracks() throws IOException {
        tracks = folder.resolve("tracks");
        model = folder.resolve("model.zip");
        console = new Console(tracks);
        for (int i = 0; i < 10; i++) {
            console.track("hiss/session" + i / 2 + "/" + i + ".wav", LENGTH + i);
        }
        for (int i = 0; i < 6; i++) {
            console.track("roar/session" + i / 2 + "/" + i + ".wav", LENGTH + 10 + i);
        }
    }

    private int train(String recipe, Object... more) {
        Object[] arguments = new Object[6 + more.length];
        System.arraycopy(new Object[] {"train", recipe, "--data", tracks, "--out", model}, 0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return console.run(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"group", "artist"})
    void evaluatesInFoldsAndKeepsAModelOfAllTracks(String name) throws IOException {
        int code = train("feature-table", "--split", name, "--folds", 3, "--class-weight", "balanced", "--epochs", 2);
        assertThat(code).as(String.join("\n", console.errors())).isZero();

        assertThat(console.errors())
                .contains("fold 1 of 3: training", "fold 3 of 3: training", "on all tracks: training");
        RunCard card = RunCard.read(folder.resolve("model.json"));
        assertThat(card.split()).startsWith("by group, 3 folds of 3, 20 % of train to validation");
        assertThat(card.predictions()).hasSize(16);
        assertThat(card.result().interval()).contains(" over 5 groups");
        assertThat(card.result().balancedAccuracy()).as("10 > 1.5 x 6").isPositive();
        assertThat(card.settings())
                .containsEntry("dealing", "artist")
                .containsEntry(
                        "training",
                        "Training[shuffled keep best, 2 epochs, batch 128, seed 42, learning rate constant, balanced class"
                                + " weights]");
        assertThat(card.settings().get("model")).endsWith("; the accuracy is that of the folds");
        assertThat(Network.load(model).labels()).containsExactly("hiss", "roar");
        assertThat(String.join("\n", console.output()))
                .contains(", balanced ", " over 5 groups")
                .endsWith("  to use it  jukelab predict " + model + " RECORDINGS");
    }

    @Test
    void groupsAreTheDefaultOfFolds() throws IOException {
        assertThat(train("svm", "--folds", 2, "--class-weight", "balanced"))
                .as(String.join("\n", console.errors()))
                .isZero();
        RunCard card = RunCard.read(folder.resolve("model.json"));
        assertThat(card.split()).startsWith("by group, 2 folds of 2");
        assertThat(card.settings().get("training")).startsWith("SVM, ").contains(", class weight balanced;");
    }

    @Test
    void calibrates() throws IOException {
        assertThat(train("logistic", "--split", "group", "--folds", 2, "--calibrate"))
                .as(String.join("\n", console.errors()))
                .isZero();
        RunCard card = RunCard.read(folder.resolve("model.json"));
        assertThat(card.settings())
                .hasEntrySatisfying("temperature", text -> assertThat(text).startsWith("Temperature["))
                .hasEntrySatisfying("calibration without temperature", text -> assertThat(text)
                        .startsWith("Calibration["));
        assertThat(card.result().calibrationError()).containsKeys("value", "low", "high");
        assertThat(ClassicalModel.load(model).temperature().tracks()).isEqualTo(16);
        assertThat(String.join("\n", console.output()))
                .containsSubsequence(
                        "  calibrated ", "  without    Calibration[16 answers", "  with it    Calibration[");
    }

    @Test
    void otherWindowsAreOnTheCard() throws IOException {
        assertThat(train("small-windows", "--rate", 8000, "--window", 1, "--bands", 32, "--epochs", 1))
                .as(String.join("\n", console.errors()))
                .isZero();
        assertThat(Network.load(model).preprocessing().orElseThrow())
                .asString()
                .startsWith("MelWindows[8000 Hz, windows of 1.00 s every 0.50 s, mel decibel 2 x 32 x ");
    }

    @Test
    void saysBeforeReadingThatThereAreTooFewGroups() {
        assertThat(train("svm", "--split", "group", "--folds", 4)).isEqualTo(1);
        assertThat(console.errors())
                .last()
                .isEqualTo("jukelab: these tracks cannot be split into 4 folds by group: "
                        + "each of 4 folds needs a group of every label: roar has 3");
        assertThat(model).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            svm   | --folds=1           | folds must be at least 2, got 1
            svm   | --class-weight=even | Invalid value for option '--class-weight': must be one of [balanced], got even
            feature-table | --rate=48000        | rate, window and bands can be chosen for two-genres, mel-windows, cats-and-dogs-small, small-windows alone, not for feature-table
            small-windows | --bands=0           | bands must be at least 1, got 0
            small-windows | --window=x          | Invalid value for option '--window': must be a number, got 'x'
            """)
    void refusesWhatCannotBe(String recipe, String option, String message) {
        assertThat(train(recipe, option)).isEqualTo(2);
        assertThat(console.errors()).containsExactly("jukelab: " + message, "Try 'jukelab train --help'.");
    }

    @Test
    void aFixedTestSetHasNoFolds() {
        assertThat(train("svm", "--split", "article", "--folds", 3)).isEqualTo(1);
        assertThat(console.errors()).last().asString().endsWith("the split by article has a fixed test set");
    }

    @Test
    void helpSaysWhatEachRecipeIs() {
        assertThat(console.run("train", "small-windows", "--help")).isZero();
        assertThat(console.output())
                .contains(
                        "Recipes:",
                        "  small-windows: a small network on mel spectrograms, for music and soundscapes;",
                        "      windows of 3 s every 1.5 s of the first 29.93 s, at 22050 Hz");
    }
}
