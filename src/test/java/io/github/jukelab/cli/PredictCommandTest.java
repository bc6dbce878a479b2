package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.jukelab.BadFiles;
import io.github.jukelab.TestJvm;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.evaluation.SoundPrediction.Segment;
import io.github.jukelab.model.ModelCard;
import io.github.jukelab.model.SmallModel;
import io.github.jukelab.model.TrainingData;
import io.github.jukelab.model.WavePrediction;
import io.github.jukelab.network.Network;
import io.github.jukelab.provenance.Cost;
import io.github.jukelab.provenance.RunCard;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code jukelab predict}. */
class PredictCommandTest {

    private static final Path STORED = Path.of("src/test/resources/stored/version-3");

    /** Windows of 3 s every 1.5 s at 22 050 Hz, labels cat and dog. */
    private static final Path WINDOWS = STORED.resolve("small-windows_repaired.zip");

    private static final Path CLASSICAL = STORED.resolve("neighbours.zip");

    @TempDir
    Path folder;

    private Console console;
    private Path sounds;
    private Path table;

    @BeforeEach
    void setUp() {
        sounds = folder.resolve("sounds");
        table = folder.resolve("predictions.csv");
        console = new Console(sounds);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    @Test
    void writesALinePerFile() throws IOException {
        Path first = console.track("a.wav", 100_000);
        Path second = console.track("monday/b.wav", 50_000);

        assertThat(console.run("predict", WINDOWS, sounds, "--out", table)).isZero();

        Network network = Network.load(WINDOWS);
        assertThat(Files.readAllLines(table))
                .containsExactly(
                        "file,label,probability,label2,probability2",
                        line("a.wav", network.predict(Wave.read(first))),
                        line("monday/b.wav", network.predict(Wave.read(second))));
        assertThat(console.output()).containsExactly(table + ": files: 2 predicted, 0 reused, 0 skipped");
        assertThat(console.errors()).hasSize(2).allMatch(line -> line.matches(" +(50|100) %.+\\.wav"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("sounds", "predictions.csv", ".predictions.csv.journal");
        }
    }

    private static String line(String file, WavePrediction prediction) {
        StringBuilder line = new StringBuilder(file);
        prediction
                .probabilities()
                .forEach((label, probability) ->
                        line.append(',').append(label).append(',').append(number(probability)));
        return line.toString();
    }

    @Test
    void writesALinePerSegment() throws IOException {
        Path file = console.track("a.wav", 120_000);

        assertThat(console.run("predict", "--per", "segment", "--top", 1, WINDOWS, file))
                .isZero();

        List<Segment> segments = Network.load(WINDOWS).predict(Wave.read(file)).segments();
        assertThat(console.output()).hasSize(1 + segments.size()).first().isEqualTo("file,start,end,label,probability");
        assertThat(console.output().get(2))
                .isEqualTo("a.wav,1.500,4.500,dog," + number(segments.get(1).probabilities()[1]));
        assertThat(console.errors().get(1)).isEqualTo("standard output: files: 1 predicted, 0 reused, 0 skipped");
    }

    /** The stored network gives dog a probability of 0.61 whatever it hears. */
    @Test
    void abstains() throws IOException {
        Path file = console.track("a.wav", 100_000);
        console.run("predict", WINDOWS, file, "--abstain", 0.99);
        assertThat(console.output().get(1)).matches("a\\.wav,,0\\.61\\d+,cat,0\\.38\\d+");
    }

    @Test
    void writesJsonWithModelWarningsAndSkippedFiles() throws IOException {
        Path slow = folder.resolve("sounds/slow.wav");
        Wave.of(Waves.noise(8000, 1).samples(), 8000).write(slow);
        Path broken = console.brokenFile("b.wav");

        assertThat(console.run("predict", WINDOWS, sounds, "--format", "json", "--per", "segment"))
                .isZero();

        JsonNode json = new ObjectMapper().readTree(String.join("\n", console.output()));
        assertThat(json.path("format").asText()).isEqualTo("jukelab predictions 1");
        assertThat(json.at("/model/labels/1").asText()).isEqualTo("dog");
        assertThat(json.at("/model/sha256").asText()).hasSize(64);
        assertThat(json.path("files")).hasSize(1);
        JsonNode file = json.at("/files/0");
        assertThat(file.path("file").asText()).isEqualTo("slow.wav");
        assertThat(file.path("label").asText()).isEqualTo("dog");
        assertThat(file.path("segments")).hasSize(1);
        assertThat(file.at("/segments/0/end").asDouble()).isEqualTo(1);
        assertThat(file.at("/segments/0/probabilities")).isEqualTo(file.path("probabilities"));
        String warning = "nothing above 4 kHz in this file, the model listens up to 11.025 kHz";
        assertThat(file.path("warnings")).extracting(JsonNode::asText).containsExactly(warning);
        assertThat(json.at("/skipped/0").asText()).startsWith(broken + ": ");
        assertThat(console.errors()).contains("jukelab: warnings: 1", "  " + slow + ": " + warning);
    }

    @Test
    void jsonTellsTheCardOfTheModel() throws IOException {
        RunCard run = RunCard.of(
                RunCard.Data.of("my animals", List.of("a", "b")),
                "by artist, fold 1 of 5",
                42,
                "CPU",
                new RunCard.Result(119, 0.75, 0.66, 0.821, 10, 20, 0, "bootstrap", new TreeMap<>()));
        assertThat(card(run)).isEqualTo(new ObjectMapper().readTree("""
                        {"data": "my animals", "split": "by artist, fold 1 of 5", "seed": 42, "tracks": 119,
                         "accuracy": 0.75, "low": 0.66, "high": 0.821}"""));
        RunCard none = RunCard.of(run.data(), "all", 42, "CPU", RunCard.Result.none(new Cost(1, 1)));
        assertThat(card(none).has("accuracy")).isFalse();
    }

    private JsonNode card(RunCard run) throws IOException {
        Set<String> checksums = Set.of("0123456789abcdef");
        TrainingData data = new TrainingData("x", "x", "none", "none", false, 0, false, "none", checksums, checksums);
        Path model = folder.resolve("model.zip");
        SmallModel.catOrDog().save(model, new ModelCard(run, data));
        Path out = folder.resolve("predictions.json");
        Path file = console.track("a.wav", 22_050);
        assertThat(console.run("predict", model, file, "--format", "json", "--out", out))
                .isZero();
        return new ObjectMapper().readTree(out.toFile()).at("/model/card");
    }

    @Test
    void writesALabelFilePerSound() throws IOException {
        Path one = console.track("monday/1.wav", 120_000);
        Files.copy(one, folder.resolve("sounds/1.wav"));
        Files.copy(one, folder.resolve("sounds/1.flac"));
        Path labels = folder.resolve("labels");

        assertThat(console.run("predict", WINDOWS, sounds, "--format", "audacity", "--out", labels))
                .isZero();
        assertThat(labels.resolve("monday/1.txt")).hasContent("0.000000\t4.500000\tdog");
        assertThat(labels.resolve("1.wav.txt")).exists();
        assertThat(labels.resolve("1.flac.txt")).exists();

        assertThat(console.run("predict", WINDOWS, sounds, "--format", "raven", "--out", labels))
                .isZero();
        List<String> lines = Files.readAllLines(labels.resolve("monday/1.Table.1.selections.txt"));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).split("\t"))
                .startsWith("Selection", "View", "Channel", "Begin Time (s)", "End Time (s)");
        assertThat(lines.get(1))
                .matches("1\tSpectrogram 1\t1\t0\\.000000\t4\\.500000\t0\\.0\t11025\\.0\tdog\t0\\.61\\d+");
        assertThat(console.output()).last().isEqualTo(labels + ": files: 0 predicted, 3 reused, 0 skipped");

        assertThat(console.run("predict", WINDOWS, sounds, "--format", "audacity", "--abstain", "0.9", "--out", labels))
                .isZero();
        assertThat(labels.resolve("monday/1.txt")).isEmptyFile();
    }

    /** Label files look like those that people make, so a folder that has other files is left alone. */
    @Test
    void doesNotWriteLabelsIntoAFolderOfOthers() throws IOException {
        console.track("1.wav", 100_000);
        Path mine = Files.writeString(sounds.resolve("1.txt"), "0\t1\tmine");

        assertThat(console.run("predict", WINDOWS, sounds, "--format", "audacity", "--out", sounds))
                .isEqualTo(1);
        assertThat(console.errors())
                .containsExactly("jukelab: " + sounds
                        + ": has other files; --force writes into it, over files of the same name");
        assertThat(mine).hasContent("0\t1\tmine");
        assertThat(console.run("predict", WINDOWS, sounds, "--format", "audacity", "--out", sounds, "--force"))
                .isZero();
        assertThat(mine).hasContent("0.000000\t4.500000\tdog");
        assertThat(console.run("predict", WINDOWS, sounds, "--format", "audacity", "--out", mine))
                .isEqualTo(1);
        assertThat(console.errors()).last().isEqualTo("jukelab: " + mine + ": is a file, but must be a folder");
    }

    /** Another view of the same predictions reads no file again; another model reads all. */
    @Test
    void isContinuedAsLongAsTheModelIsTheSame() throws IOException {
        Path one = console.track("1.wav", 100_000);
        console.track("2.wav", 90_000);
        Path model = Files.copy(WINDOWS, folder.resolve("model.zip"));
        console.run("predict", model, one, "--out", table);
        console.run("predict", model, sounds, "--out", table, "--per", "segment");
        console.run("predict", model, sounds, "--out", table);
        List<String> undisturbed = Files.readAllLines(table);
        Files.copy(CLASSICAL, model, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        console.run("predict", model, sounds, "--out", table);

        assertThat(console.output())
                .containsExactly(
                        table + ": files: 1 predicted, 0 reused, 0 skipped",
                        table + ": files: 1 predicted, 1 reused, 0 skipped",
                        table + ": files: 0 predicted, 2 reused, 0 skipped",
                        table + ": files: 2 predicted, 0 reused, 0 skipped");
        Files.delete(table);
        new Console(sounds).run("predict", WINDOWS, sounds, "--out", folder.resolve("other.csv"));
        assertThat(folder.resolve("other.csv")).hasContent(String.join("\n", undisturbed));
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "--strict, 1"})
    void namesFilesThatCannotBeUsed(String option, int code) throws IOException {
        console.track("a.wav", 100_000);
        BadFiles.write(sounds);
        Object[] arguments = {"predict", CLASSICAL, sounds, "--out", table, option.isEmpty() ? "--threads=2" : option};

        assertThat(console.run(arguments)).isEqualTo(code);

        assertThat(Files.readAllLines(table)).hasSize(2);
        assertThat(console.errors()).contains("jukelab: skipped: " + BadFiles.NAMES.size());
        for (String name : BadFiles.NAMES) {
            assertThat(console.errors()).anyMatch(line -> line.startsWith("  " + sounds.resolve(name) + ": "));
        }
        assertThat(String.join("\n", console.errors())).doesNotContain("Exception");
    }

    @Test
    void withoutAnyUsableFileNothingIsWritten() throws IOException {
        console.brokenFile("a.wav");
        assertThat(console.run("predict", WINDOWS, sounds, "--out", table)).isEqualTo(1);
        assertThat(console.errors()).last().isEqualTo("jukelab: no file could be used, so nothing was written");
        assertThat(table).doesNotExist();
    }

    @Test
    void replacesItsOwnKindOfFileOnly() throws IOException {
        Path file = console.track("a.wav", 100_000);
        for (String format : List.of("csv", "json")) {
            Path out = folder.resolve("out." + format);
            assertThat(console.run("predict", WINDOWS, file, "--format", format, "--out", out))
                    .isZero();
            assertThat(console.run("predict", WINDOWS, file, "--format", format, "--per", "segment", "--out", out))
                    .isZero();
            assertThat(console.run("predict", WINDOWS, file, "--format", format, "--out", out))
                    .isZero();
        }
        assertThat(console.run("predict", WINDOWS, file, "--out", folder.resolve("out.json")))
                .isEqualTo(1);
        assertThat(console.errors())
                .last()
                .isEqualTo("jukelab: " + folder.resolve("out.json")
                        + ": exists and is not predictions as csv; --force replaces it");
        assertThat(console.run("predict", WINDOWS, file, "--out", file)).isEqualTo(1);
        assertThat(console.run("predict", WINDOWS, file, "--out", WINDOWS, "--force"))
                .isEqualTo(1);
        assertThat(console.errors()).last().asString().contains("which is read, and must be another file");
    }

    @Test
    void theModelIsKnownByItsContent() throws IOException {
        Path file = console.track("a.wav", 100_000);
        Path model = Files.copy(CLASSICAL, folder.resolve("model.wav"));
        assertThat(console.run("predict", file, model)).isZero();
        assertThat(console.output().get(1)).startsWith("a.wav,c");

        assertThat(console.run("predict", WINDOWS)).isEqualTo(2);
        assertThat(console.errors()).contains("jukelab: give the sound files to label, too");
        assertThat(console.run("predict", WINDOWS, file, CLASSICAL)).isEqualTo(2);
        assertThat(console.errors()).contains("jukelab: there must be one model, got " + WINDOWS + " and " + CLASSICAL);
    }

    @ParameterizedTest
    @CsvSource({
        "--top=0, '--top must be at least 1, got 0'",
        "--abstain=2, '--abstain must be in [0, 1], got 2.0'",
        "--threads=0, 'threads must be at least 1, got 0'",
        "--format=raven, '--format raven needs --out, a folder for a file per sound'",
        "--format=xml, 'must be one of [csv, json, audacity, raven], got xml'",
        "--per=song, 'must be one of [file, segment], got song'"
    })
    void wrongOptionsAreNamed(String option, String message) throws IOException {
        Path file = console.track("a.wav", 100_000);
        assertThat(console.run("predict", WINDOWS, file, option)).isEqualTo(2);
        assertThat(console.errors().get(0)).startsWith("jukelab: ").endsWith(message);
    }

    /** 54 minutes of noise have 72 million samples, 288 MB as floats; the JVM has 256 MB. */
    @Test
    void aSoundThatIsLargerThanTheHeapIsPredictedToItsEnd() throws Exception {
        int samples = 72_000_000;
        Path file = wav(samples);
        String output = TestJvm.run(
                List.of("-Xmx256m", "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0"),
                Jukelab.class,
                "predict",
                WINDOWS.toString(),
                file.toString(),
                "--per=segment",
                "--out=" + table);
        assertThat(output).contains("files: 1 predicted");
        List<String> lines = Files.readAllLines(table);
        assertThat(lines).hasSize(1 + 1 + (samples - 66_150) / 33_075);
        assertThat(lines.get(725)).startsWith("long.wav,1086.000,1089.000,dog,");
    }

    private Path wav(int samples) throws IOException {
        Path file = folder.resolve("long.wav");
        byte[] header = Waves.silence(1).toWav();
        ByteBuffer sizes = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        sizes.putInt(4, 36 + 2 * samples).putInt(40, 2 * samples);
        byte[] noise = new byte[2 * 1_000_000];
        new Random(1).nextBytes(noise);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(header, 0, 44);
            for (int i = 0; i < samples; i += 1_000_000) {
                out.write(noise);
            }
        }
        assertThat(new String(header, 36, 4, StandardCharsets.US_ASCII)).isEqualTo("data");
        return file;
    }
}
