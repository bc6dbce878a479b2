package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.BadFiles;
import io.github.jukelab.provenance.RunCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code jukelab results}. */
class ResultsCommandTest {

    private static final String HOME = "io.github.jukelab.home";
    private static final int LENGTH = 300_000;

    @TempDir
    Path home;

    private Console console;
    private Path cards;

    @BeforeEach
    void writeTracks() throws IOException {
        System.setProperty(HOME, home.toString());
        cards = home.resolve("results");
        console = new Console(home.resolve("data/tracks"));
        for (int i = 0; i < 5; i++) {
            console.track("hiss/" + i + ".wav", LENGTH + i);
            console.track("roar/" + i + ".wav", LENGTH + 10 + i);
        }
    }

    @AfterEach
    void clearHome() {
        System.clearProperty(HOME);
    }

    @Test
    void writesOneCardPerVariantAndSplitRule() throws IOException {
        assertThat(runResults()).as(String.join("\n", console.errors())).isZero();
        assertThat(names(cards))
                .containsExactly(
                        "tracks_two-genres_as-printed_article_42.json",
                        "tracks_two-genres_as-printed_song_42.json",
                        "tracks_two-genres_repaired_article_42.json",
                        "tracks_two-genres_repaired_song_42.json");
        RunCard card = RunCard.read(cards.resolve("tracks_two-genres_repaired_song_42.json"));
        assertThat(card.result().tracks()).isEqualTo(10);
        assertThat(card.predictions()).hasSize(10).containsKeys("hiss/0", "roar/4");
        assertThat(card.split()).startsWith("by track, 5 folds of 5");
        RunCard leaky = RunCard.read(cards.resolve("tracks_two-genres_as-printed_article_42.json"));
        assertThat(leaky.settings()).containsEntry("counted", "pieces").containsEntry("dealing", "article");

        console = new Console(home);
        assertThat(runResults()).isZero();
        assertThat(console.errors()).filteredOn(line -> line.endsWith(": kept")).hasSize(4);
    }

    @Test
    void eachSeedHasACardAndASplitOfItsOwn() throws IOException {
        assertThat(runResults(2)).isZero();
        assertThat(names(cards)).hasSize(8).contains("tracks_two-genres_repaired_article_43.json");
        RunCard first = RunCard.read(cards.resolve("tracks_two-genres_repaired_article_42.json"));
        RunCard second = RunCard.read(cards.resolve("tracks_two-genres_repaired_article_43.json"));
        assertThat(List.of(first.seed(), second.seed())).containsExactly(42L, 43L);
        assertThat(second.subsets()).isNotEqualTo(first.subsets());
    }

    /** The recipe has 10 epochs, of which 5 are quick. */
    @Test
    void trainsWithTheRecipesEpochsIfAskedTo() throws IOException {
        console.run("results", "two-genres", "--out", cards, "--epochs", 6, "--seeds", 1, "--full");
        RunCard card = RunCard.read(cards.resolve("tracks_two-genres_repaired_article_42.json"));
        assertThat(card.settings()).containsEntry("epochs", "6 of the recipe's 10");
    }

    @Test
    void reportsAndSkipsRunsThatCannotBeSplit() throws IOException {
        for (String track : names(home.resolve("data/tracks/roar"))) {
            Files.delete(home.resolve("data/tracks/roar").resolve(track));
        }
        assertThat(runResults()).isZero();
        assertThat(console.errors())
                .filteredOn(line -> line.contains(": skipped: "))
                .hasSize(4)
                .allMatch(line -> line.contains("at least two labels, got only hiss"));
    }

    private int runResults() {
        return runResults(1);
    }

    private int runResults(int seeds) {
        return console.run("results", "two-genres", "--out", cards, "--epochs", 1, "--seeds", seeds);
    }

    private List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Files that decode but that no recipe can use are found only by reading: the cards are still known again. */
    @Test
    void goesOnPastFilesThatCannotBeUsed() throws IOException {
        BadFiles.write(home.resolve("data/tracks/hiss"));
        assertThat(runResults()).as(String.join("\n", console.errors())).isZero();
        assertThat(console.errors())
                .contains("jukelab: skipped: 5")
                .contains("  two-genres: hiss/bad-rate-50.wav: the rate is 50 Hz, too low for sound at 22050 Hz");
        RunCard card = RunCard.read(cards.resolve("tracks_two-genres_repaired_song_42.json"));
        assertThat(card.data().tracks()).isEqualTo(10);
        assertThat(card.problems().get("skipped").count()).isEqualTo(5);
        assertThat(card.problems()).doesNotContainKey("warnings");

        console = new Console(home);
        assertThat(runResults()).isZero();
        assertThat(console.errors()).filteredOn(line -> line.endsWith(": kept")).hasSize(4);
    }

    @Test
    void aLabelWithoutAUsableTrackIsTold() throws IOException {
        console.brokenFile("rare/1.wav");
        assertThat(runResults()).isZero();
        assertThat(console.errors())
                .contains(
                        "two-genres, repaired: skipped: no track of rare can be used; the first: rare/1.wav: the content is of no known audio format");
    }

    /** The time is over before the first training. */
    @Test
    void whatHasNoCardWhenTheTimeIsOverIsRunLater() throws IOException {
        assertThat(console.run("results", "two-genres", "--out", cards, "--epochs", 1, "--seeds", 1, "--time", "1s"))
                .as(String.join("\n", console.errors()))
                .isZero();
        int before = Files.exists(cards) ? names(cards).size() : 0;
        if (before < 4) {
            assertThat(console.errors())
                    .last()
                    .isEqualTo("the time is over; the same command goes on with what has no card");
        }
        console = new Console(home);
        assertThat(runResults()).isZero();
        assertThat(names(cards)).hasSize(4);
        assertThat(console.errors()).filteredOn(line -> line.endsWith(": kept")).hasSize(before);
        assertThat(home.resolve("build/checkpoints")).isEmptyDirectory();
        RunCard card = RunCard.read(cards.resolve("tracks_two-genres_repaired_song_42.json"));
        assertThat(card.curves()).as("one per fold").hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two-genre | recipe must be one of spectrogram-pictures,",
                "--epochs=0 | epochs must be at least 1, got 0",
                "--seeds=0 | seeds must be at least 1, got 0",
                "--epochs=-1 | epochs must be at least 1, got -1",
                "--epochs=2147483648 | Invalid value for option '--epochs': must be a whole number from "
            })
    void wrongArgumentsExitWithCodeTwoBeforeAnythingIsRead(String argument, String message) {
        assertThat(console.run("results", "--out", cards, argument)).isEqualTo(2);
        assertThat(console.errors()).hasSize(2).first().asString().startsWith("jukelab: " + message);
        assertThat(cards).doesNotExist();
    }

    /** One is damaged, one empty, one foreign: each runs anew, and the fourth is kept. */
    @Test
    void runsAgainWhatHasNoReadableCard() throws IOException {
        assertThat(runResults()).isZero();
        List<Path> files = names(cards).stream().map(cards::resolve).toList();
        byte[] kept = Files.readAllBytes(files.get(3));
        String first = Files.readString(files.get(0));
        Files.writeString(files.get(0), first.substring(0, first.length() / 2));
        Files.writeString(files.get(1), "");
        Files.writeString(files.get(2), first.replaceFirst("\\{", "{ \"energy\" : 3,"));

        console = new Console(home);
        assertThat(runResults()).isZero();

        assertThat(console.errors())
                .filteredOn(line -> line.endsWith("; it is run again"))
                .hasSize(3)
                .anyMatch(line -> line.startsWith(files.get(0) + ": not a run card: "))
                .contains(files.get(2) + ": not a run card: it has energy, which this version does not know"
                        + "; it is run again");
        assertThat(console.errors()).filteredOn(line -> line.endsWith(": kept")).hasSize(1);
        assertThat(files).allMatch(RunCard::isCard);
        assertThat(files.get(3)).hasBinaryContent(kept);
    }

    @Test
    void triesThePlaceOfTheCardsBeforeTheWork() throws IOException {
        Files.writeString(cards, "a file");
        assertThat(runResults()).isEqualTo(1);
        Path card = cards.resolve("tracks_two-genres_as-printed_article_42.json");
        assertThat(console.errors())
                .noneMatch(line -> line.startsWith("reading "))
                .endsWith("jukelab: " + card + ": cannot be written: " + cards + " is no folder");
    }
}
