package io.github.jukelab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.ModelZip;
import io.github.jukelab.Mutants;
import io.github.jukelab.classic.ClassicalModel;
import io.github.jukelab.provenance.Cost;
import io.github.jukelab.provenance.RunCard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The origin of a model in its file, which may come from anyone: it is read, or refused with words. */
class ModelFileCardTest {

    private static final String CARD = "card.json";
    private static final String TRAINING = "training.json";

    @TempDir
    Path folder;

    private Path file;
    private ModelZip zip;
    private ModelCard card;

    @BeforeEach
    void save() throws IOException {
        file = folder.resolve("model.zip");
        card = card();
        SmallModel.catOrDog().save(file, card);
        zip = ModelZip.of(file);
    }

    private static ModelCard card() {
        RunCard run = RunCard.of(
                        RunCard.Data.of("mine", List.of("cat/1", "dog/1", "cat/2")),
                        "by track",
                        7,
                        "CPU",
                        RunCard.Result.none(new Cost(1, 1)))
                .withSettings(Map.of("epochs", "3"))
                .withProblems("skipped", List.of("cat/3: damaged"));
        Set<String> tracks = Set.of("0123456789abcdef", "0000456789abcdef");
        return new ModelCard(
                run, new TrainingData("mine", "mine", "CC BY", "Me", false, 2, false, "none", tracks, Set.of()));
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> ClassicalModel.load(file))
                .isInstanceOf(ModelFileException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(reason)
                .message()
                .doesNotContain("null", "io.github", "java.");
    }

    @Test
    void aCardIsReadAgainAndKeptBySavingAgain() throws IOException {
        ClassicalModel loaded = ClassicalModel.load(file);
        assertThat(loaded.card()).contains(card);
        loaded.save(file);
        assertThat(ClassicalModel.load(file).card()).contains(card);
        assertThat(card).hasToString("ModelCard[" + card.run() + ", TrainingData[2 tracks of mine]]");
    }

    @Test
    void theEntryIsARunCardAsBesideTheModel() throws IOException {
        assertThat(RunCard.of(zip.entry(CARD), CARD)).isEqualTo(card.run());
        assertThat(new String(zip.entry(TRAINING), StandardCharsets.UTF_8))
                .contains("\"licence\" : \"CC BY\"", "\"0123456789abcdef\"");
    }

    @Test
    void aModelWithoutACardHasNeitherEntry() throws IOException {
        ClassicalModel without = SmallModel.catOrDog();
        assertThat(without.card()).isEmpty();
        without.save(file);
        assertThat(ModelZip.of(file).entry(CARD)).isNull();
        assertThat(ModelZip.of(file).entry(TRAINING)).isNull();
        assertThat(ClassicalModel.load(file).card()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {CARD, TRAINING})
    void neitherEntryStandsAlone(String name) throws IOException {
        SmallModel.catOrDog().save(file);
        ModelZip.of(file).with(name, zip.entry(name)).write(file);
        assertRefused("has no entry " + (name.equals(CARD) ? TRAINING : CARD));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            card.json | /data | null | card.json is not a readable run card
            card.json | /settings/epochs | null | card.json is not a readable run card
            card.json | /settings | 7 | card.json is not a readable run card
            card.json | /seed | "x" | card.json is not a readable run card
            card.json | /problems/skipped | null | card.json is not a readable run card
            card.json | /more | 1 | card.json is not a readable run card
            card.json | /result/accuracy | 1e400 | accuracy of the run must be in [0, 1]
            card.json | /result/accuracy | "NaN" | accuracy of the run must be in [0, 1]
            card.json | /result/high | -1 | high of the run must be in [0, 1]
            training.json | /tracks | [] | number of tracks must be at least 1
            training.json | /tracks/0 | "../../etc" | a checksum must have 16 hexadecimal digits
            training.json | /tracks/0 | null | training.json.tracks
            training.json | /files | null | training.json.files is missing
            training.json | /files | ["x"] | a checksum must have 16 hexadecimal digits
            training.json | /groups | -1 | groups must be at least 0
            training.json | /groups | 1.5 | training.json.groups is missing
            training.json | /synthetic | "yes" | training.json.synthetic is missing
            training.json | /licence | null | training.json.licence is missing
            training.json | /licence | 3 | training.json.licence is missing
            training.json | /more | 1 | training.json.more is unknown
            """)
    void aCardIsChecked(String entry, String pointer, String value, String reason) throws IOException {
        zip.with(entry, pointer, value).write(file);
        assertRefused(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {CARD, TRAINING})
    void jsonMayBeNeitherLargeNorDeepNorWrong(String name) throws IOException {
        zip.with(name, new byte[(64 << 20) + 1]).write(file);
        assertRefused(name + " has more than 67108864 bytes");
        zip.with(name, "[".repeat(500_000)).write(file);
        assertRefused(name);
        zip.with(name, "null").write(file);
        assertRefused(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {CARD, TRAINING})
    void anyValueMayBeWrong(String entry) throws IOException {
        List<String> values = List.of("null", "-1", "1e9", "\"NaN\"", "\"\"", "[]", "{}", "true", "1e400");
        SplittableRandom random = new SplittableRandom(Mutants.seed(2026));
        for (String pointer : zip.pointers(entry)) {
            String value = values.get(random.nextInt(values.size()));
            ModelZip.of(file).with(entry, pointer, value).write(folder.resolve("mutant.zip"));
            assertReadOrRefused(folder.resolve("mutant.zip"), pointer + " of " + value);
        }
    }

    private static void assertReadOrRefused(Path mutant, String what) throws IOException {
        try {
            assertThat(ClassicalModel.load(mutant).card()).as(what).isPresent();
        } catch (ModelFileException e) {
            assertThat(e.getMessage()).as(what).startsWith(mutant + ": ").doesNotContain("null", "io.github", "java.");
        }
    }
}
