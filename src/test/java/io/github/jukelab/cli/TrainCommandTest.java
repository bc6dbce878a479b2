package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.BadFiles;
import io.github.jukelab.Progress;
import io.github.jukelab.TestJvm;
import io.github.jukelab.classic.ClassicalModel;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Datasets;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.Temperature;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.input.Examples;
import io.github.jukelab.model.TrainingData;
import io.github.jukelab.network.Network;
import io.github.jukelab.provenance.RunCard;
import io.github.jukelab.recipe.Recipe;
import io.github.jukelab.recipe.SmallWindowsRecipe;
import io.github.jukelab.recipe.SplitRule;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code jukelab train}. */
class TrainCommandTest {

    private static final String HOME = "io.github.jukelab.home";
    private static final int LENGTH = 10 * 22_050;

    @TempDir
    Path folder;

    private Console console;
    private Path tracks;
    private Path model;

    @BeforeEach
    void writeTracks() throws IOException {
        tracks = folder.resolve("tracks");
        model = folder.resolve("out/model.zip");
        console = new Console(tracks);
        for (int i = 0; i < 5; i++) {
            console.track("hiss/" + i + ".wav", LENGTH + i);
            console.track("roar/" + i + ".wav", LENGTH + 10 + i);
        }
    }

    @Test
    void writesNetworkCardAndPredictions() throws IOException {
        Path table = folder.resolve("predictions.csv");
        int code = console.run(
                "train", "feature-table", "--data", tracks, "--epochs", 2, "--out", model, "--predictions", table);
        assertThat(code).as(String.join("\n", console.errors())).isZero();

        Network network = Network.load(model);
        assertThat(network.labels()).containsExactly("hiss", "roar");
        RunCard card = RunCard.read(folder.resolve("out/model.json"));
        assertThat(network.card().orElseThrow().run()).isEqualTo(card);
        for (Track track : Datasets.open(tracks).tracks()) {
            boolean test = card.predictions().containsKey(track.id());
            TrainingData training = network.card().orElseThrow().training();
            assertThat(training.hasTrack("tracks", track.id())).as(track.id()).isNotEqualTo(test);
            assertThat(training.hasFile(track.file())).as(track.id()).isNotEqualTo(test);
        }
        assertThat(card.data().name()).isEqualTo("tracks");
        assertThat(card.settings())
                .containsEntry("epochs", "2 of the recipe's 600")
                .containsEntry("dealing", "song");
        assertThat(Predictions.readCsv(table).rows()).hasSize(2);
        assertThat(console.output().get(0)).isEqualTo("  data       tracks, 10 tracks");
        assertThat(console.output()).anyMatch(line -> line.startsWith("  accuracy   Evaluation[2 tracks: "));
        assertThat(console.errors()).contains("training").anyMatch(line -> line.contains("epoch 2 of 2"));
    }

    @Test
    void trainsByAnotherEngine() throws IOException {
        int code = console.run(
                "train", "feature-table", "--data", tracks, "--epochs", 1, "--engine", "other", "--out", model);
        assertThat(code).as(String.join("\n", console.errors())).isZero();
        assertThat(Network.load(model).card().orElseThrow().run().settings()).containsEntry("engine", "other 1.0");
    }

    /** As the launcher hands over what tools/gpu.sh printed. */
    @Test
    void saysOnScreenAndCardWhyTheCpuTrains() throws IOException {
        String words = "asked for a GPU if there is one (GPU=auto), using DL4J on the CPU: no card";
        try {
            System.setProperty("io.github.jukelab.gpu", "auto dl4j cpu lib - " + words);
            assertThat(console.run("train", "feature-table", "--data", tracks, "--epochs", 1, "--out", model))
                    .isZero();
        } finally {
            System.clearProperty("io.github.jukelab.gpu");
        }
        assertThat(console.errors()).startsWith("jukelab: " + words);
        assertThat(Network.load(model).card().orElseThrow().run().settings())
                .containsEntry("engine", "DL4J")
                .containsEntry("device", words);
    }

    @Test
    void trainsInBatchesOfAnotherSize() throws IOException {
        assertThat(console.run("train", "feature-table", "--data", tracks, "--epochs", 1, "--batch", 3, "--out", model))
                .isZero();
        assertThat(Network.load(model).card().orElseThrow().run().settings().get("training"))
                .contains("batch 3,");
        assertThat(console.run("train", "feature-table", "--data", tracks, "--batch", 0, "--out", model))
                .isEqualTo(2);
        assertThat(console.errors()).contains("jukelab: batch must be at least 1, got 0");
        assertThat(console.run("train", "knn", "--data", tracks, "--batch", 3, "--out", model))
                .isEqualTo(2);
        assertThat(console.errors()).contains("jukelab: batch: only networks are trained in batches, not knn");
    }

    @Test
    void anEngineThatCannotBeUsedIsToldBeforeTheWork() {
        assertThat(console.run("train", "feature-table", "--data", tracks, "--engine", "missing", "--out", model))
                .isEqualTo(1);
        assertThat(console.errors())
                .containsExactly("jukelab: the engine missing cannot be used: it is not installed: install it");
        assertThat(console.run("train", "feature-table", "--data", tracks, "--engine", "x", "--out", model))
                .isEqualTo(2);
        assertThat(console.errors()).anyMatch(line -> line.startsWith("jukelab: engine must be one of [dl4j, "));
        assertThat(model).doesNotExist();
    }

    /** Parts of five files, with labels that contradict the folders: whole speakers are tested. */
    @Test
    void labelsComeFromATable() throws IOException {
        StringBuilder rows = new StringBuilder("file,start,end,label,speaker\nnone.wav,0,5,left,s1\n");
        for (int i = 0; i < 5; i++) {
            rows.append("roar/%d,0,5,left,s%d%nroar/%d,5,10,right,s%d%n".formatted(i, i, i, i));
        }
        Path labels = Files.writeString(folder.resolve("labels.csv"), rows);
        Path table = folder.resolve("predictions.csv");

        int code = console.run(
                "train",
                "feature-table",
                "--data",
                tracks,
                "--labels",
                labels,
                "--epochs",
                1,
                "--out",
                model,
                "--predictions",
                table);

        assertThat(code).as(String.join("\n", console.errors())).isZero();
        assertThat(Network.load(model).labels()).containsExactly("left", "right");
        assertThat(console.errors())
                .startsWith(tracks + ": labels of labels.csv: left 5, right 5; 5 files without a row in the table")
                .contains("  line 2: none.wav: no such file in " + tracks)
                .noneMatch(line -> line.contains("group"));
        RunCard card = RunCard.read(folder.resolve("out/model.json"));
        assertThat(card.settings()).containsEntry("dealing", "artist");
        assertThat(card.data().name()).isEqualTo("tracks (labels.csv)");
        assertThat(Predictions.readCsv(table).rows()).hasSize(2).allMatch(row -> row.id()
                .matches("roar/\\d@(0-5000|5000-10000)ms"));
    }

    @Test
    void warnsIfNoGroupIsKnown() {
        console.run("train", "feature-table", "--data", tracks, "--epochs", 1, "--out", model);

        assertThat(console.errors())
                .anyMatch(line -> line.startsWith("jukelab: no groups are known of these 10 tracks: "));
    }

    @ParameterizedTest
    @CsvSource({
        "logistic, '', 'MelStatisticsInput[22050 Hz, whole sounds, '",
        "knn, --features=table, 'FeatureVectorInput[22050 Hz, whole sounds, librosa, 57 values]'"
    })
    void trainsABaselineOnFeaturesOfWholeTracks(String recipe, String option, String input) throws IOException {
        Object[] arguments = Stream.of("train", recipe, "--data", tracks, "--out", model, option)
                .filter(argument -> !argument.equals(""))
                .toArray();
        assertThat(console.run(arguments))
                .as(String.join("\n", console.errors()))
                .isZero();
        assertThat(ClassicalModel.load(model).labels()).containsExactly("hiss", "roar");
        RunCard card = RunCard.read(folder.resolve("out/model.json"));
        assertThat(card.settings().get("input")).startsWith(input);
        assertThat(card.settings().get("training")).contains("chosen by at most 5 folds");
        assertThat(card.settings().get("chosen")).matches("fold 1: .+, standardised: .+ % of [2-5] inner folds");
    }

    @Test
    void featuresAreForBaselinesOnly() {
        assertThat(console.run("train", "mel-windows", "--features", "table", "--data", tracks, "--out", model))
                .isEqualTo(2);
        assertThat(console.errors().get(0))
                .isEqualTo("jukelab: features can be chosen for svm, logistic, knn, dense, not for mel-windows");
    }

    @Test
    void asPrintedUsesTheSplitOfTheArticle() throws IOException {
        int code =
                console.run("train", "feature-table", "--as-printed", "--data", tracks, "--epochs", 1, "--out", model);
        assertThat(code).as(String.join("\n", console.errors())).isZero();
        RunCard card = RunCard.read(folder.resolve("out/model.json"));
        assertThat(card.split()).startsWith("BY SEGMENT, tracks leak");
        assertThat(card.settings()).containsEntry("counted", "pieces");
    }

    @Test
    void reportsAndSkipsBrokenFilesAndSmallLabels() throws IOException {
        Path broken = console.brokenFile("hiss/broken.wav");
        console.track("rare/1.wav", LENGTH + 99);
        assertThat(console.run("train", "feature-table", "--data", tracks, "--epochs", 1, "--out", model))
                .isZero();
        assertThat(console.errors())
                .contains("jukelab: skipped: 1", "jukelab: skipped labels, fewer than 5 tracks: 1", "  rare")
                .anyMatch(line -> line.startsWith("  hiss/" + broken.getFileName() + ": "));
    }

    @Test
    void failsForUnknownRecipesMissingFoldersAndMissingArtists() throws IOException {
        assertThat(console.run("train", "unknown", "--data", tracks, "--out", model))
                .isEqualTo(2);
        assertThat(console.errors().get(0)).startsWith("jukelab: recipe must be one of spectrogram-pictures, ");
        console = new Console(tracks);
        assertThat(console.run("train", "mel-windows", "--data", folder.resolve("missing"), "--out", model))
                .isEqualTo(1);
        assertThat(console.errors()).containsExactly("jukelab: " + folder.resolve("missing") + ": no such folder");
        console = new Console(tracks);
        assertThat(console.run(
                        "train", "feature-table", "--data", tracks, "--split", "artist", "--epochs", 1, "--out", model))
                .isEqualTo(1);
        assertThat(console.errors())
                .anyMatch(line -> line.startsWith("jukelab: these tracks cannot be split by group: "));
        assertThat(Files.exists(model)).isFalse();
    }

    /** Before any sound is read. */
    @Test
    void saysWhichSplitIsPossible() throws IOException {
        for (int i = 0; i < 5; i++) {
            for (String genre : new String[] {"blues", "rock"}) {
                console.brokenFile("part/genres_original/%s/%s.%05d.wav".formatted(genre, genre, i));
            }
        }

        assertThat(console.run("train", "feature-table", "--data", tracks.resolve("part"), "--out", model))
                .isEqualTo(1);

        assertThat(console.errors())
                .hasSize(2)
                .first()
                .isEqualTo(tracks.resolve("part/genres_original") + ": GTZAN, 10 of 1000 tracks: blues 5, rock 5");
        assertThat(console.errors().get(1))
                .startsWith("jukelab: these tracks cannot be split by group: ")
                .contains("blues has none for test (5 tracks of 1 artist)")
                .endsWith("Possible splits: [article, track]");
    }

    @Test
    void usesTheSplitOfTheFolders() throws IOException {
        for (int i = 0; i < 5; i++) {
            console.track("own/train/hiss/" + i + ".wav", LENGTH + 20 + i);
            console.track("own/train/roar/" + i + ".wav", LENGTH + 30 + i);
        }
        console.track("own/test/hiss/1.wav", LENGTH + 40);
        console.track("own/test/roar/1.wav", LENGTH + 41);

        int code =
                console.run("train", "feature-table", "--data", tracks.resolve("own"), "--epochs", 1, "--out", model);

        assertThat(code).as(String.join("\n", console.errors())).isZero();
        RunCard card = RunCard.read(folder.resolve("out/model.json"));
        assertThat(card.split()).startsWith("by folders, 20 % of train to validation");
        assertThat(card.predictions()).containsOnlyKeys("test/hiss/1", "test/roar/1");
    }

    @Test
    void recordingsWithoutLabelsAreNotTrainedOn() throws IOException {
        assertThat(console.run("train", "feature-table", "--data", tracks.resolve("hiss"), "--out", model))
                .isEqualTo(1);
        assertThat(console.errors())
                .first()
                .isEqualTo(tracks.resolve("hiss") + ": recordings without a folder per class: hiss 5");
        assertThat(console.errors().get(1)).contains("recordings of a class belong into a folder of its own");
    }

    @Test
    void helpListsTheRecipes() {
        assertThat(console.run("train", "--help")).isZero();
        assertThat(String.join(" ", console.output()))
                .contains("spectrogram-pictures", "mel-windows", "--as-printed")
                .doesNotContain("null");
    }

    @Test
    void writesNothingIfInterruptedBeforeTheFirstEpoch() {
        Thread.currentThread().interrupt();
        assertThat(console.run("train", "feature-table", "--data", tracks, "--epochs", 1, "--out", model))
                .isNotZero();
        assertThat(List.of(Files.exists(model), Thread.interrupted())).containsOnly(false);
    }

    @Test
    void goesOnPastFilesThatCannotBeUsed() throws IOException {
        BadFiles.write(tracks.resolve("hiss"));
        Console.cutShort(console.track("roar/cut.wav", LENGTH + 99));

        assertThat(console.run("train", "small-windows", "--data", tracks, "--epochs", 1, "--out", model))
                .as(String.join("\n", console.errors()))
                .isZero();

        String cut = "roar/cut.wav: truncated: header promises 220599 samples, file holds 220549";
        assertThat(console.errors())
                .contains("jukelab: skipped: 5", "jukelab: warnings: 1", "  " + cut)
                .contains("  hiss/bad-rate-50.wav: the rate is 50 Hz, too low for sound at 22050 Hz");
        for (String name : BadFiles.NAMES) {
            assertThat(console.errors()).anyMatch(line -> line.startsWith("  hiss/" + name + ": "));
        }
        RunCard card = RunCard.read(folder.resolve("out/model.json"));
        assertThat(card.data().tracks()).isEqualTo(11);
        assertThat(card.problems().get("skipped").count()).isEqualTo(5);
        assertThat(card.problems().get("skipped").first())
                .hasSize(5)
                .contains("hiss/bad-rate-1.wav: the rate is 1 Hz, too low for sound at 22050 Hz");
        assertThat(card.problems().get("warnings").first()).containsExactly(cut);
    }

    @Test
    void skipsASoundThatIsTooShortForTheRecipe() throws IOException {
        console.track("hiss/short.wav", 500);
        assertThat(console.run("train", "feature-table", "--data", tracks, "--epochs", 1, "--out", model))
                .isZero();
        assertThat(console.errors())
                .contains(
                        "jukelab: skipped: 1",
                        "  hiss/short.wav: reflect padding by 1024 needs more than 1024 samples, got 500");
    }

    @Test
    void aLabelWithoutAUsableTrackIsAnError() throws IOException {
        console.brokenFile("rare/1.wav");
        assertThat(console.run("train", "small-windows", "--data", tracks, "--epochs", 1, "--out", model))
                .isEqualTo(1);
        assertThat(console.errors())
                .last()
                .asString()
                .startsWith("jukelab: no track of rare can be used; the first: rare/1.wav: ");
        assertThat(model).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--epochs=0 | epochs must be at least 1, got 0",
                "--epochs=1.5 | Invalid value for option '--epochs': must be a whole number from -2147483648 to 2147483647, got '1.5'",
                "--time=2 | Invalid value for option '--time': must be a time such as 2h, 90m, 45s or 1h30m, got '2'",
                "--seed=9223372036854775808 | Invalid value for option '--seed': must be a whole number from -9223372036854775808 to 9223372036854775807, got '9223372036854775808'",
                "--split=x | Invalid value for option '--split': must be one of [article, track, group, filtered, folders], got x"
            })
    void valuesOutOfRangeExitWithCodeTwo(String option, String message) {
        assertThat(console.run("train", "feature-table", "--data", tracks, "--out", model, option))
                .isEqualTo(2);
        assertThat(console.errors()).containsExactly("jukelab: " + message, "Try 'jukelab train --help'.");
    }

    private void assertRefused(String message, Object... outputs) {
        console = new Console(tracks);
        Object[] arguments = Stream.concat(
                        Stream.of("train", "feature-table", "--data", tracks, "--epochs", 1), Stream.of(outputs))
                .toArray();
        assertThat(console.run(arguments)).isEqualTo(1);
        assertThat(console.errors()).as("before anything is read").containsExactly("jukelab: " + message);
    }

    @Test
    void triesAllPlacesBeforeTheWork() throws IOException {
        Path card = folder.resolve("out/model.json");
        assertRefused(model + ": is written twice, as " + model + ", too", "--out", model, "--predictions", model);
        assertRefused(card + ": is written twice, as " + card + ", too", "--out", model, "--predictions", card);
        Path empty = Files.createDirectory(folder.resolve("empty.zip"));
        assertRefused(empty + ": is a folder, but must be a file", "--out", empty);
        assertRefused(empty + ": is a folder, but must be a file", "--out", model, "--predictions", empty);
        Path file = Files.writeString(folder.resolve("file"), "mine");
        Path below = file.resolve("model.zip");
        assertRefused(below + ": cannot be written: " + file + " is no folder", "--out", below);
        assertRefused(file + ": exists and is not a model of Jukelab; --force replaces it", "--out", file);
        assertRefused(
                file + ": exists and is not a table of predictions; --force replaces it",
                "--out",
                model,
                "--predictions",
                file);
        Files.createDirectories(card.getParent());
        Files.writeString(card, "{}");
        assertRefused(card + ": exists and is not a run card; --force replaces it", "--out", model);
        assertThat(file).hasContent("mine");
        assertThat(empty).isEmptyDirectory();
        assertThat(model.getParent()).isDirectoryNotContaining(path -> !path.equals(card));
    }

    @Test
    void aRecordingIsNeverReplaced() throws IOException {
        Path track = tracks.resolve("hiss/0.wav");
        byte[] sound = Files.readAllBytes(track);
        Path link = Files.createSymbolicLink(folder.resolve("link.zip"), track);
        assertRefused(link + ": is " + track + ", which is read, and must be another file", "--force", "--out", link);
        Path later = tracks.resolve("hiss/later.wav");
        assertRefused(later + ": has the name of a sound file, but will be a model of Jukelab", "--out", later);
        assertThat(track).hasBinaryContent(sound);
    }

    @Test
    void replacesWhatItWroteBefore() {
        Object[] arguments = {
            "train", "feature-table", "--data", tracks, "--epochs", 1, "--out", model, "--predictions", "p.csv"
        };
        arguments[arguments.length - 1] = folder.resolve("p.csv");
        assertThat(List.of(console.run(arguments), console.run(arguments)))
                .as(String.join("\n", console.errors()))
                .containsOnly(0);
    }

    /** A program that is ended during the training, as by Ctrl-C. */
    @Test
    void theCardOfAnInterruptedTrainingSaysSo() throws Exception {
        List<String> lines = trainUntilEpoch(train("feature-table", 100_000), 2, ProcessHandle::destroy);
        assertThat(lines)
                .anyMatch(line -> line.startsWith("jukelab: interrupted; the network after ")
                        && line.endsWith("; it was not evaluated; the same command goes on"));

        RunCard card = RunCard.read(folder.resolve("out/model.json"));
        assertThat(card.interrupted()).matches("after [1-9]\\d* of 100000 epochs");
        assertThat(card.result().tracks()).isZero();
        assertThat(card.predictions()).isEmpty();
        assertThat(card.curves()).hasSize(1);
        Network network = Network.load(model);
        assertThat(network.labels()).containsExactly("hiss", "roar");
        assertThat(network.card().orElseThrow().run()).isEqualTo(card);
        assertThat(network.card().orElseThrow().training().tracks()).hasSize(8);
    }

    @Test
    void anInterruptedNetworkGetsItsTemperature() throws Exception {
        List<String> command = new ArrayList<>(train("small-windows", 100_000));
        command.addAll(List.of("--calibrate", "--split", "track"));
        List<String> lines = trainUntilEpoch(command, 2, ProcessHandle::destroy);

        Network network = Network.load(model);
        Dataset dataset = Datasets.open(tracks);
        Recipe recipe = SmallWindowsRecipe.MUSIC;
        Examples examples = recipe.examples(dataset, Progress.NONE);
        Split split =
                SplitRule.TRACK.splits(recipe, dataset, examples.segments(), 42).get(0);
        Predictions validation = network.predict(examples.only(split.validation()));
        Temperature fitted = Temperature.fit(validation.byTrack(Vote.MEAN));
        assertThat(network.temperature()).isEqualTo(fitted);
        assertThat(fitted.tracks()).isEqualTo(split.validation().size()).isPositive();
        RunCard card = RunCard.read(folder.resolve("out/model.json"));
        assertThat(card.interrupted()).matches("after [1-9]\\d* of 100000 epochs");
        assertThat(card.settings()).containsEntry("temperature", fitted.toString());
        assertThat(network.card().orElseThrow().run()).isEqualTo(card);
        assertThat(lines)
                .contains("jukelab: interrupted; the network is in " + model
                        + " without a temperature, which is fitted now")
                .contains("jukelab: " + fitted.summary())
                .anyMatch(line -> line.startsWith("jukelab: interrupted; the network after "));
    }

    /** The lines of a program that is ended when it has come to an epoch. */
    private List<String> trainUntilEpoch(List<String> command, int epoch, Consumer<ProcessHandle> end)
            throws Exception {
        Process program = TestJvm.start(
                List.of("-Dio.github.jukelab.terminal=true", "-Dio.github.jukelab.home=" + folder),
                Jukelab.class,
                command.toArray(String[]::new));
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = program.inputReader()) {
            output.lines()
                    .peek(lines::add)
                    .filter(line -> epochOf(line) >= epoch)
                    .findFirst();
            end.accept(program.toHandle());
            output.lines().forEach(lines::add);
        }
        program.waitFor();
        return lines;
    }

    private static int epochOf(String line) {
        Matcher matcher = Pattern.compile("epoch (\\d+) of ").matcher(line);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private List<String> train(String recipe, int epochs) {
        return List.of("train", recipe, "--data", "" + tracks, "--epochs", "" + epochs, "--out", "" + model);
    }

    @Test
    void theSameCommandGoesOnAfterAKill() throws Exception {
        List<String> killed = trainUntilEpoch(train("feature-table", 300), 20, ProcessHandle::destroyForcibly);
        assertThat(killed).noneMatch(line -> line.contains("interrupted"));
        assertThat(model).doesNotExist();

        System.setProperty(HOME, "" + folder);
        try {
            assertThat(console.run(train("feature-table", 300).toArray()))
                    .as(String.join("\n", console.errors()))
                    .isZero();
            assertThat(console.errors())
                    .anyMatch(line -> line.matches("jukelab: resumed after epoch [1-9]\\d* of 300"));
            List<List<float[]>> resumed = Network.load(model).weights();
            assertThat(folder.resolve("build/checkpoints")).isEmptyDirectory();

            console = new Console(tracks);
            List<String> asked = new ArrayList<>(train("feature-table", 300));
            asked.add("--resume");
            assertThat(console.run(asked.toArray())).isZero();
            assertThat(console.errors())
                    .contains("jukelab: there is no unfinished training to resume: it begins with epoch 1");
            List<List<float[]>> unbroken = Network.load(model).weights();
            for (int layer = 0; layer < unbroken.size(); layer++) {
                for (int i = 0; i < unbroken.get(layer).size(); i++) {
                    assertThat(resumed.get(layer).get(i))
                            .isEqualTo(unbroken.get(layer).get(i));
                }
            }
        } finally {
            System.clearProperty(HOME);
        }
    }

    @Test
    void beginsAnewIfAsked() throws Exception {
        trainUntilEpoch(train("small-windows", 100_000), 3, ProcessHandle::destroyForcibly);
        Path checkpoints = folder.resolve("build/checkpoints");
        assertThat(checkpoints).isNotEmptyDirectory();
        System.setProperty(HOME, "" + folder);
        try {
            List<String> limited = new ArrayList<>(train("small-windows", 100_000));
            limited.addAll(List.of("--no-resume", "--time", "8s"));
            assertThat(console.run(limited.toArray()))
                    .as(String.join("\n", console.errors()))
                    .isZero();
        } finally {
            System.clearProperty(HOME);
        }
        assertThat(console.errors()).noneMatch(line -> line.contains("resumed"));
        RunCard card = RunCard.read(folder.resolve("out/model.json"));
        assertThat(card.interrupted()).matches("by --time after epoch [1-9]\\d* of 100000");
        assertThat(card.result().tracks()).isEqualTo(2);
        assertThat(console.errors())
                .endsWith("jukelab: interrupted " + card.interrupted() + "; the same command goes on");
        assertThat(checkpoints).isNotEmptyDirectory();
    }
}
