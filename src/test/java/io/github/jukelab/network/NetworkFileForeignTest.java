package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.ModelZip;
import io.github.jukelab.Mutants;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.input.FeatureVectorInput;
import io.github.jukelab.model.ModelFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file may come from anyone: it is a network, or refused with its name and the reason. */
class NetworkFileForeignTest {

    private static final String DESCRIPTION = "jukelab.json";
    private static final String CONFIGURATION = "configuration.json";
    private static final String PARAMETERS = "coefficients.bin";
    private static final int HEADER = 0x71;

    @TempDir
    Path folder;

    private Path file;
    private ModelZip zip;

    /** Eight channels of 1 x 1, batch normalisation, dropout and regularisation: a layer of most kinds. */
    @BeforeEach
    void save() throws IOException {
        FeatureVectorInput input = FeatureVectorInput.of(Preset.LIBROSA);
        Architecture architecture = Architecture.of(input.shape(), 2, 1)
                .add(
                        new Layer.Dense(8).withL2(0.01),
                        new Layer.BatchNormalization(),
                        new Layer.ReLU(),
                        new Layer.Dropout(0.2))
                .withOptimizer(new Optimizer.Sgd(0.1, 0.9, 0.001));
        file = folder.resolve("network.zip");
        Network.of(architecture, List.of("cat", "dog"), input).save(file);
        zip = ModelZip.of(file);
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> Network.load(file))
                .isInstanceOf(ModelFileException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(reason)
                .message()
                .doesNotContain("null", "io.github", "org.", "java.", "\n", "\u001b");
    }

    @Test
    void theUnchangedFileIsRead() throws IOException {
        zip.write(file);
        assertThat(Network.load(file).labels()).containsExactly("cat", "dog");
    }

    /** At commit 43d644d a network could be made of any configuration of DL4J; this one has DL4J's own initial weights. */
    @Test
    void aNetworkOfVersion2WithInitialWeightsOfGlorotsNormalIsRead() throws IOException {
        Network network = Network.load(Path.of("src/test/resources/field/network-version-2.zip"));
        assertThat(network.parameters()).isEqualTo(116);
        assertThat(network.architecture().initializer()).isEqualTo(Initializer.GLOROT_NORMAL);
        assertThat(network.predict(Wave.of(new float[22_050], 22_050)).probabilities())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            /version | null | written in version unknown
            /version | 2.9 | written in version 2.9
            /version | "3" | written in version unknown
            /version | 1e400 | written in version Infinity
            /version | 4294967299 | written in version 4294967299
            /version | -3 | written in version -3
            /version | [3] | written in version unknown
            /labels | null | at least one label
            /labels | [] | at least one label
            /labels | {"a": "cat", "b": "dog"} | labels must be a list of texts
            /labels | "cat" | at least one label
            /labels/0 | null | labels must be a list of texts
            /labels/1 | 7 | labels must be a list of texts
            /labels/1 | ["dog"] | labels must be a list of texts
            /labels/1 | "" | a label must be text without control characters
            /labels/1 | "\\u001b[31mdog" | a label must be text without control characters, got "?[31mdog"
            /labels/1 | "cat" | labels must be unique
            /labels | ["cat", "dog", "cow"] | one label per output, 2, got 3
            /shape | null | shape is missing
            /shape | [1, 1, 57] | shape is missing
            /shape/width | null | shape.width is missing
            /shape/width | 56 | preprocessing's shape
            /shape/width | -57 | shape must be at least 1 x 1 x 1
            /shape/width | 57.5 | shape.width is missing or has no value of its type
            /shape/width | "57" | shape.width is missing
            /shape/width | 4294967353 | shape.width is missing
            /shape/width | 1e400 | shape.width is missing
            /shape/depth | 1 | shape.depth is unknown
            /shape/height | 2147483647 | at most 2147483647 values
            /shap | {} | must name one kind of model
            /preprocessing | null | preprocessing must be one of
            /preprocessing | {} | preprocessing must be one of
            /preprocessing | {"Wavelets": {}} | preprocessing must be one of [Embedding, FeatureRows, Joined, MelStatistics, MelWindows
            /preprocessing/MelWindows | {} | preprocessing must be one of
            /preprocessing | {"FeatureRows": null} | FeatureRows is missing
            /preprocessing | {"FeatureRows": {}} | FeatureRows.
            /preprocessing/FeatureRows/preset | null | FeatureRows.preset is missing
            /preprocessing/FeatureRows/preset | "" | FeatureRows.preset
            /preprocessing/FeatureRows/preset | 0 | FeatureRows.preset
            /preprocessing/FeatureRows/preset | "LIBROSA2" | must be one of [librosa, kaggle-2020], got LIBROSA2
            /preprocessing/FeatureRows/rate | 0 | rate and segment must be at least 1
            /preprocessing/FeatureRows/rate | 22050.5 | FeatureRows.rate is missing
            /preprocessing/FeatureRows/piece | -1 | rate and segment must be at least 1
            /preprocessing/FeatureRows/hop | 512 | FeatureRows.hop is unknown
            /preprocessing/FeatureRows/normalisation | null | FeatureRows.normalisation is missing
            /preprocessing/FeatureRows/normalisation/means | [0, 0, 0] | must be of the same number
            /preprocessing/FeatureRows/normalisation | {"means": [0, 0, 0], "deviations": [1, 1, 1]} | each of 57 columns or 1 rows, got 3
            /preprocessing/FeatureRows/normalisation/means/0 | null | normalisation.means
            /preprocessing/FeatureRows/normalisation/means/0 | "NaN" | FeatureRows.normalisation
            /preprocessing/FeatureRows/normalisation/means/0 | 1e400 | mean must be finite
            /preprocessing/FeatureRows/normalisation/deviations/0 | 0 | deviation positive
            /preprocessing/FeatureRows/normalisation/deviations/0 | -1 | deviation positive
            """)
    void aDescriptionIsChecked(String pointer, String value, String reason) throws IOException {
        zip.with(DESCRIPTION, pointer, value).write(file);
        assertRefused(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/version", "/labels", "/shape", "/shape/width", "/preprocessing/FeatureRows/preset"})
    void nothingOfADescriptionMayBeMissing(String pointer) throws IOException {
        zip.without(DESCRIPTION, pointer).write(file);
        assertRefused("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "7", "[]", "{}", "", "NaN", "{\"version\": 3} x", "{\"version\": 3, \"version\": 3}"})
    void aDescriptionIsOneObjectOfJson(String json) throws IOException {
        zip.with(DESCRIPTION, json).write(file);
        assertRefused("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            /confs | [] | a part of the architecture is missing
            /confs | null | a part of the architecture is missing
            /confs/0 | null | a part of the architecture is missing
            /confs/0/layer/@class | "org.deeplearning4j.nn.conf.layers.LSTM" | no architecture has the part "LSTM"
            /confs/4/layer/@class | "org.deeplearning4j.nn.conf.layers.LSTM" | no architecture has the part "LSTM"
            /confs/0/layer/activationFn/@class | "java.lang.Runtime" | no architecture has the part "Runtime"
            /confs/0/layer/activationFn/negativeSlope | 0.1 | confs[0].layer.activationFn.negativeSlope
            /confs/0/layer/nin | 56 | confs[0].layer.nin
            /confs/0/layer/nout | 9 | coefficients.bin must have
            /confs/0/layer/nout | -1 | units must be at least 1
            /confs/0/layer/nout | 4294967304 | confs[0].layer.nout
            /confs/0/layer/nout | "8" | confs[0].layer.nout
            /confs/0/layer/nout | 2147483647 | at most 2147483647 parameters
            /confs/0/layer/hasBias | false | confs[0].layer.hasBias
            /confs/0/layer/constraints | [1] | confs[0].layer.constraints
            /confs/0/layer/weightNoise | {"@class": "x.Y"} | no architecture has the part "Y"
            /confs/0/layer/regularization/0/l2/value | -1 | l2 must be at least 0
            /confs/0/layer/regularization/0/l2/value | 1e400 | l2 must be at least 0 and finite
            /confs/0/layer/regularization/0/@class | "x.L1" | no architecture has the part "L1"
            /confs/0/layer/more | 1 | confs[0].layer.more
            /confs/1/layer/useLogStd | false | confs[1].layer.useLogStd
            /confs/1/layer/eps | -1 | confs[1].layer.eps
            /confs/3/layer/idropout/p | 0 | rate of dropout
            /confs/3/layer/idropout/p | "0.8" | confs[3].layer.idropout.p
            /confs/4/layer/lossFn/@class | "x.Own" | no architecture has the part "Own"
            /confs/4/layer/weightInitFn/@class | "x.Own" | no architecture has the part "Own"
            /confs/4/layer/iupdater/@class | "x.Own" | no architecture has the part "Own"
            /confs/4/layer/iupdater/rate | -0.1 | rate must be positive
            /confs/4/layer/iupdater/momentum | 1 | momentum must be in [0, 1)
            /confs/4/layer/iupdater/decay | -1 | decay must be at least 0
            /confs/2/layer/iupdater | {} | confs[2].layer.iupdater
            /inputPreProcessors/0 | {} | inputPreProcessors.0
            /inputPreProcessors/1 | {} | inputPreProcessors.1
            /iterationCount | -1 | iterationCount must be at least 0
            /epochCount | 1e10 | epochCount
            /dataType | "DOUBLE" | dataType
            """)
    void aConfigurationIsThatOfAnArchitecture(String pointer, String value, String reason) throws IOException {
        zip.with(CONFIGURATION, pointer, value).write(file);
        assertRefused(reason);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void parametersAreFinite(float value) throws IOException {
        byte[] parameters = zip.entry(PARAMETERS);
        ByteBuffer.wrap(parameters).putFloat(HEADER + 4 * 20, value);
        zip.write(file);
        assertRefused("parameter 20 of coefficients.bin is not finite: " + value);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, HEADER, HEADER + 3, HEADER + 4})
    void parametersAreOfTheRightNumber(int length) throws IOException {
        zip.with(PARAMETERS, Arrays.copyOf(zip.entry(PARAMETERS), length)).write(file);
        assertRefused("coefficients.bin must have");
        save();
        byte[] longer = Arrays.copyOf(zip.entry(PARAMETERS), zip.entry(PARAMETERS).length + 4 * (length + 1));
        zip.with(PARAMETERS, longer).write(file);
        assertRefused("coefficients.bin must have");
    }

    /** The number stands twice, after the sizes of two texts. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 4_000_000_000L, Long.MAX_VALUE})
    void aCountIsNotBelieved(long count) throws IOException {
        ByteBuffer.wrap(zip.entry(PARAMETERS)).putLong(0x28, count).putLong(0x62, count);
        zip.write(file);
        assertRefused("coefficients.bin is no array of");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"preprocessor.bin", "updaterState.bin", "noise.bin", "jukelab.json/", "../x", "\u001b[2J.txt"})
    void anEntryThatNoNetworkHasIsRefused(String name) throws IOException {
        zip.with(name, "content").write(file);
        assertRefused("has an entry that models of this kind do not have");
    }

    @Test
    void anEntryIsThereOnce() throws IOException {
        zip.with("jukelab.jsom", zip.entry(DESCRIPTION)).write(file);
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, bytes.replace("jukelab.jsom", DESCRIPTION), StandardCharsets.ISO_8859_1);
        assertRefused("has the entry jukelab.json twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {DESCRIPTION, CONFIGURATION})
    void anEntryOfJsonHasALimit(String name) throws IOException {
        zip.with(name, " ".repeat(1 << 20) + new String(zip.entry(name), StandardCharsets.UTF_8))
                .write(file);
        assertRefused(name + " has more than 1048576 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {DESCRIPTION, CONFIGURATION})
    void jsonMayBeNeitherDeepNorWrong(String name) throws IOException {
        zip.with(name, "[".repeat(500_000)).write(file);
        assertRefused(name + " has a depth, a number or a text that is too long");
        zip.with(name, "{\"a\": " + "9".repeat(500_000) + "}").write(file);
        assertRefused(name + " has a depth, a number or a text that is too long");
        zip.with(name, "{\"a\":\n nil}").write(file);
        assertRefused(name + " is not readable as JSON at line 2");
    }

    @Test
    void aChecksumIsCompared() throws IOException {
        byte[] bytes = Files.readAllBytes(zip.write(file));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int directory = text.lastIndexOf("PK\u0001\u0002", text.lastIndexOf(PARAMETERS));
        bytes[directory + 16] ^= 1;
        Files.write(file, bytes);
        assertRefused("not a zip file, or a damaged one");
    }

    @Test
    void whatIsNoModelIsRefused() throws IOException {
        Files.write(file, new byte[0]);
        assertRefused("not a zip file, or a damaged one");
        Files.writeString(file, "filename,length\n");
        assertRefused("not a zip file, or a damaged one");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        assertRefused("not a zip file, or a damaged one");
        Files.delete(file);
        Files.createDirectory(file);
        assertRefused("not a file");
    }

    /** Every mutant is a network, or refused; the seed makes them the same each time. */
    @Test
    void mutantsAreReadOrRefused() throws IOException {
        SplittableRandom random = new SplittableRandom(Mutants.seed(2026));
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < Mutants.times(300); i++) {
            byte[] mutant = whole.clone();
            for (int k = random.nextInt(1, 4); k > 0; k--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
            }
            Files.write(file, i % 3 == 0 ? Arrays.copyOf(mutant, random.nextInt(mutant.length)) : mutant);
            assertReadOrRefused("bytes of mutant " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DESCRIPTION, CONFIGURATION})
    void anyValueOfJsonMayBeWrong(String entry) throws IOException {
        List<String> values = List.of("null", "-1", "1e9", "\"NaN\"", "\"\"", "[]", "{}", "true", "1e400");
        SplittableRandom random = new SplittableRandom(Mutants.seed(2026));
        for (String pointer : zip.pointers(entry)) {
            for (int i = 0; i < 2; i++) {
                String value = values.get(random.nextInt(values.size()));
                ModelZip.of(file).with(entry, pointer, value).write(folder.resolve("mutant.zip"));
                assertReadOrRefused(pointer + " of " + value);
            }
        }
    }

    private void assertReadOrRefused(String what) {
        Path mutant = Files.exists(folder.resolve("mutant.zip")) ? folder.resolve("mutant.zip") : file;
        try {
            assertThat(Network.load(mutant).labels()).as(what).hasSize(2);
        } catch (ModelFileException e) {
            assertThat(e.getMessage()).as(what).startsWith(mutant + ": ").doesNotContain("null", "io.github", "org.");
        }
    }
}
