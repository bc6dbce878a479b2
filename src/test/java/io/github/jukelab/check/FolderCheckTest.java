package io.github.jukelab.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.DatasetException;
import io.github.jukelab.dataset.Datasets;
import io.github.jukelab.dataset.SyntheticAnimals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One planted fault of each kind is found in a clean folder, and nothing else. */
class FolderCheckTest {

    private static final Wave EXTRA = Tunes.tune(100, 4);

    @TempDir
    Path folder;

    /** Five tunes of each label, in names that tell nothing. */
    @BeforeEach
    void clean() throws IOException {
        for (int i = 0; i < 10; i++) {
            put((i < 5 ? "cat/" : "dog/") + i + ".wav", Tunes.tune(i, 4));
        }
    }

    private Path put(String file, Wave wave) throws IOException {
        return Tunes.put(folder.resolve(file), wave.toWav());
    }

    private CheckReport check() throws DatasetException {
        return FolderCheck.of(Datasets.open(folder), Progress.NONE);
    }

    /** The only concerns are these, of one topic. */
    private void finds(Topic topic, String... concerns) throws DatasetException {
        CheckReport report = check();
        assertThat(report.concerns()).extracting(Concern::toString).containsExactly(concerns);
        assertThat(report.topics()).containsExactly(topic);
        assertThat(report.stops()).isEqualTo(topic.stops());
    }

    @Test
    void nothingIsClaimedOfACleanFolder() throws DatasetException {
        CheckReport report = check();
        assertThat(report.concerns()).isEmpty();
        assertThat(report.summary()).isEqualTo("10 of 10 tracks can be used: cat 5, dog 5");
    }

    @Test
    void norOfTheSyntheticAnimals(@TempDir Path animals) throws DatasetException {
        CheckReport report = FolderCheck.of(SyntheticAnimals.generate(animals, 42, Progress.NONE), Progress.NONE);
        assertThat(report.concerns()).isEmpty();
        assertThat(report.files()).isEqualTo(80);
    }

    @Test
    void unreadable() throws IOException {
        Files.writeString(folder.resolve("cat/empty.wav"), "");
        Files.writeString(folder.resolve("dog/text.wav"), "no sound");
        CheckReport report = check();
        assertThat(report.topics()).containsExactly(Topic.UNREADABLE);
        assertThat(report.of(Topic.UNREADABLE))
                .extracting(Concern::toString)
                .containsExactly(
                        "cat/empty.wav: the file is empty (0 bytes)",
                        "dog/text.wav: the content is of no known audio format");
        assertThat(report.summary()).isEqualTo("10 of 12 tracks can be used: cat 5, dog 5");
    }

    @Test
    void truncated() throws IOException {
        byte[] bytes = EXTRA.toWav();
        Tunes.put(folder.resolve("cat/cut.wav"), Arrays.copyOf(bytes, bytes.length - 20_000));
        finds(Topic.DAMAGED, "cat/cut.wav: truncated: header promises 88200 samples, file holds 78200");
    }

    @Test
    void silent() throws IOException {
        Random random = new Random(1);
        put("cat/zero.wav", Wave.of(new float[90_000], Tunes.RATE));
        put("cat/zero-too.wav", Wave.of(new float[90_000], Tunes.RATE));
        put(
                "dog/dither.wav",
                Tunes.map(Wave.of(new float[90_000], Tunes.RATE), zero -> random.nextInt(2) / 32_768.0 + 0.01));
        finds(Topic.SILENT, "cat/zero-too.wav: peak 0", "cat/zero.wav: peak 0", "dog/dither.wav: peak -96.3 dB");
    }

    @Test
    void tooShort() throws IOException {
        put("dog/short.wav", Tunes.part(EXTRA, 0, 0.25));
        finds(Topic.TOO_SHORT, "dog/short.wav: 0.25 s, less than 0.40 s");
        assertThat(check().usable()).containsEntry("dog", 5);
    }

    @Test
    void clippedBelowFullScale() throws IOException {
        put("dog/loud.wav", Tunes.map(EXTRA, sample -> 0.5 * Math.max(-0.1, Math.min(0.1, 2 * sample)) * 5));
        CheckReport report = check();
        assertThat(report.topics()).containsExactly(Topic.CLIPPED);
        assertThat(report.of(Topic.CLIPPED))
                .singleElement()
                .satisfies(
                        concern -> assertThat(concern.toString())
                                .matches(
                                        "dog/loud.wav: \\d{2,} times at its highest or lowest sample \\(peak -12.0 dB\\), [\\d.]+ % of all samples"));
    }

    @Test
    void anotherRate() throws IOException {
        put("cat/low.wav", EXTRA.resample(16_000));
        finds(Topic.OTHER_RATE, "cat/low.wav: 16000 Hz, most files have 22050 Hz");
    }

    @Test
    void anotherNumberOfChannels() throws IOException {
        Tunes.put(folder.resolve("cat/stereo.wav"), Tunes.wav(16, EXTRA, Tunes.tune(101, 4)));
        finds(Topic.OTHER_CHANNELS, "cat/stereo.wav: 2 channels, most files have 1 channel");
    }

    @Test
    void aFormatThatTellsTheLabel() throws IOException {
        for (int i = 5; i < 10; i++) {
            put("dog/" + i + ".wav", Tunes.tune(i, 4).resample(16_000));
        }
        finds(Topic.FORMAT_IS_LABEL, "cat: 5 of 5 files have 22050 Hz", "dog: 5 of 5 files have 16000 Hz");
    }

    @Test
    void anExtensionThatTellsTheLabel() throws IOException {
        for (int i = 5; i < 10; i++) {
            Files.move(folder.resolve("dog/" + i + ".wav"), folder.resolve("dog/" + i + ".WAVE"));
        }
        finds(
                Topic.FORMAT_IS_LABEL,
                "cat: 5 of 5 files have the extension .wav",
                "dog: 5 of 5 files have the extension .wave");
    }

    @Test
    void theSameSamplesWhateverTheFile() throws IOException {
        Wave other = Tunes.tune(101, 4);
        Tunes.put(folder.resolve("cat/a16.wav"), Tunes.wav(16, EXTRA));
        Tunes.put(folder.resolve("cat/a24.wav"), Tunes.wav(24, EXTRA));
        Tunes.put(folder.resolve("cat/atwo.wav"), Tunes.wav(16, EXTRA, EXTRA));
        Tunes.put(folder.resolve("dog/b.wav"), Tunes.wav(16, EXTRA, other));
        Tunes.put(folder.resolve("dog/swapped.wav"), Tunes.wav(16, other, EXTRA));
        CheckReport report = check();
        assertThat(report.of(Topic.DUPLICATED))
                .extracting(Concern::toString)
                .containsExactly(
                        "cat/a24.wav: the same samples as cat/a16.wav",
                        "cat/atwo.wav: the same samples as cat/a16.wav",
                        "dog/swapped.wav: the same samples as dog/b.wav");
        assertThat(report.summary()).isEqualTo("12 of 15 tracks can be used: cat 6, dog 6");
    }

    @Test
    void nearlyTheSameSound() throws IOException {
        put("cat/a.wav", EXTRA);
        put("cat/b.wav", Tunes.after(1.5, EXTRA));
        put("cat/c.wav", Tunes.map(Tunes.part(EXTRA, 1, 4), sample -> -0.5 * sample));
        CheckReport report = check();
        assertThat(report.topics()).containsExactly(Topic.ALIKE);
        assertThat(report.concerns()).hasSize(2);
        assertThat(report.concerns().get(0).toString())
                .matches("cat/b.wav: from 1.5 s on the same sound as cat/a.wav \\(\\d+ % alike\\)");
        assertThat(report.concerns().get(1).toString())
                .matches("cat/c.wav: the same sound as cat/a.wav from 1.0 s on \\(\\d+ % alike\\)");
    }

    /** Of very much sound, the landmarks of some hashes are kept only. */
    @Test
    void theSameSoundIsFoundByFewLandmarks() throws IOException {
        Wave tune = Tunes.tune(100, 60);
        put("cat/a.wav", tune);
        put("cat/b.wav", Tunes.map(tune, sample -> 0.5 * sample));
        CheckReport report = FolderCheck.of(Datasets.open(folder), Optional.empty(), 1000, Progress.NONE);
        assertThat(report.concerns())
                .extracting(Concern::toString)
                .containsExactly("cat/b.wav: the same sound as cat/a.wav (100 % alike)");
    }

    @Test
    void theSameSoundWithTwoLabels() throws IOException {
        put("cat/a.wav", EXTRA);
        put("dog/a.wav", EXTRA);
        put("dog/b.wav", Tunes.map(EXTRA, sample -> 0.3 * sample));
        CheckReport report = check();
        assertThat(report.topics()).containsExactly(Topic.LEAK);
        assertThat(report.concerns())
                .extracting(Concern::toString)
                .containsExactly(
                        "dog/a.wav: the same samples as cat/a.wav, which has the label cat",
                        "dog/b.wav: the same sound as cat/a.wav (100 % alike), which has the label cat");
        assertThat(report.stops()).isTrue();
    }

    @Test
    void theSameSoundInTwoGroups() throws IOException {
        put("cat/monday/a.wav", EXTRA);
        put("cat/monday/b.wav", Tunes.map(EXTRA, sample -> 0.3 * sample));
        put("dog/monday/c.wav", Tunes.tune(101, 4));
        put("cat/sunday/a.wav", EXTRA);
        finds(Topic.LEAK, "cat/sunday/a.wav: the same samples as cat/monday/a.wav, which is of the group monday");
    }

    @Test
    void theSameSoundInTrainAndTest(@TempDir Path subsets) throws IOException {
        move(subsets);
        put("test/dog/again.wav", Tunes.tune(5, 4));
        finds(Topic.LEAK, "train/dog/5.wav: the same samples as test/dog/again.wav, which is in test");
    }

    @Test
    void aGroupInTrainAndTest(@TempDir Path subsets) throws IOException {
        move(subsets);
        put("train/dog/rex/1.wav", EXTRA);
        put("test/dog/rex/1.wav", Tunes.tune(101, 4));
        put("test/dog/rex/2.wav", Tunes.tune(102, 4));
        finds(Topic.GROUP_IN_SUBSETS, "rex: files: 1 in train, 2 in test");
    }

    /** The tunes into the folder train of another folder, and some into test. */
    private void move(Path subsets) throws IOException {
        Files.move(
                folder.resolve("cat"),
                Files.createDirectories(subsets.resolve("train")).resolve("cat"));
        Files.move(folder.resolve("dog"), subsets.resolve("train/dog"));
        folder = subsets;
        put("test/cat/x.wav", Tunes.tune(200, 4));
        put("test/dog/x.wav", Tunes.tune(201, 4));
    }

    /** Ten parts of one file, two of which sound alike; and in another file a new one, silence and two copies. */
    @Test
    void partsOfFiles(@TempDir Path parts) throws IOException {
        List<Wave> tunes =
                IntStream.range(0, 10).mapToObj(i -> Tunes.tune(i, 4)).collect(Collectors.toList());
        tunes.set(9, Tunes.map(tunes.get(8), sample -> 0.5 * sample));
        Tunes.put(parts.resolve("one.wav"), Tunes.join(tunes).toWav());
        List<Wave> others = List.of(
                EXTRA,
                tunes.get(2),
                Wave.of(new float[4 * Tunes.RATE], Tunes.RATE),
                Tunes.map(tunes.get(4), sample -> 0.5 * sample));
        Tunes.put(parts.resolve("two.wav"), Tunes.join(others).toWav());
        StringBuilder table = new StringBuilder("file,start,end,label\n");
        for (int i = 0; i < 14; i++) {
            int start = 4 * (i % 10);
            table.append(i < 10 ? "one.wav" : "two.wav").append("," + start + "," + (start + 4) + ",");
            table.append(i % 2 == 0 || i == 11 || i == 13 ? "cat\n" : "dog\n");
        }
        Path labels = Files.writeString(folder.resolve("labels.csv"), table);

        CheckReport report = FolderCheck.of(Datasets.open(parts, labels), Progress.NONE);

        assertThat(report.concerns())
                .extracting(Concern::toString)
                .containsExactly(
                        "two.wav, 8.000 to 12.000 s: peak 0",
                        "two.wav, 12.000 to 16.000 s: the same sound as one.wav, 16.000 to 20.000 s (100 % alike), "
                                + "which is of the group one",
                        "two.wav, 4.000 to 8.000 s: the same samples as one.wav, 8.000 to 12.000 s, "
                                + "which is of the group one");
        assertThat(report.topics()).containsExactly(Topic.SILENT, Topic.LEAK);
        assertThat(report.summary()).isEqualTo("12 of 14 tracks can be used: cat 7, dog 5");
    }

    @Test
    void partsThatAreNotThere(@TempDir Path parts) throws IOException {
        Tunes.put(parts.resolve("one.wav"), EXTRA.toWav());
        Path labels =
                Files.writeString(folder.resolve("labels.csv"), "file,start,end,label\none,1,6,cat\none,9,10,dog\n");
        CheckReport report = FolderCheck.of(Datasets.open(parts, labels), Progress.NONE);
        assertThat(report.of(Topic.DAMAGED))
                .extracting(Concern::toString)
                .containsExactly("one.wav, 1.000 to 6.000 s: the file ends 2.00 s before the end of this part");
        assertThat(report.of(Topic.UNREADABLE))
                .extracting(Concern::place)
                .containsExactly("one.wav, 9.000 to 10.000 s");
    }

    @Test
    void aLabelWithoutUsableFiles() throws IOException {
        put("cow/zero.wav", Wave.of(new float[90_000], Tunes.RATE));
        Files.writeString(folder.resolve("cow/text.wav"), "no sound");
        CheckReport report = check();
        assertThat(report.topics()).containsExactly(Topic.UNREADABLE, Topic.SILENT, Topic.UNTRAINABLE);
        assertThat(report.of(Topic.UNTRAINABLE))
                .extracting(Concern::toString)
                .containsExactly("cow: 0 of 2 tracks can be used");
        assertThat(report.usable()).containsEntry("cow", 0);
    }

    @Test
    void oneLabel(@TempDir Path one) throws IOException {
        Files.move(folder.resolve("cat"), one.resolve("cat"));
        folder = one;
        CheckReport report = check();
        assertThat(report.concerns())
                .extracting(Concern::toString)
                .containsExactly(one.getFileName() + ": only cat has enough files");
        assertThat(report.stops()).isTrue();
    }

    @Test
    void onlyOneLabelWithEnoughFiles() throws IOException {
        Files.delete(folder.resolve("cat/0.wav"));
        CheckReport report = check();
        assertThat(report.of(Topic.FEW))
                .extracting(Concern::toString)
                .containsExactly("cat: 4 of 4 tracks can be used");
        assertThat(report.of(Topic.UNTRAINABLE))
                .extracting(Concern::detail)
                .containsExactly("only dog has enough files");
    }

    @Test
    void uneven() throws IOException {
        for (int i = 10; i < 21; i++) {
            put("cat/" + i + ".wav", Tunes.tune(i, 1));
        }
        finds(Topic.UNEVEN, "cat: 16 of 16 tracks can be used", "dog: 5 of 5 tracks can be used");
    }

    @Test
    void oneGroupPerLabel() throws IOException {
        rename(i -> i < 5 ? "cat/monday/" + i + ".wav" : "dog/sunday/" + i + ".wav");
        finds(Topic.ONE_GROUP, "cat: all 5 files are of the group monday", "dog: all 5 files are of the group sunday");
    }

    @Test
    void oneDatePerLabel() throws IOException {
        rename(i -> i < 5 ? "cat/2021-05-03-" + i + ".wav" : "dog/2021-05-04-" + i + ".wav");
        finds(
                Topic.ONE_GROUP,
                "cat: all 5 files have names with the date 2021-05-03",
                "dog: all 5 files have names with the date 2021-05-04");
    }

    @Test
    void groupsInNames() throws IOException {
        rename(i -> i < 5 ? "cat/" + (i < 2 ? "kim" : "tom") + i + ".wav" : "dog/rex_take" + i + ".wav");
        finds(
                Topic.NAMED_GROUPS,
                "kim: 2 files, such as cat/kim0.wav",
                "rex: 5 files, such as dog/rex_take5.wav",
                "tom: 3 files, such as cat/tom2.wav");
    }

    @Test
    void subsetsInNames() throws IOException {
        rename(i -> (i < 5 ? "cat/" : "dog/") + i + (i % 5 < 3 ? "-train.wav" : "-test.wav"));
        finds(Topic.NAMED_SUBSETS, "10 files: such as cat/0-train.wav and cat/3-test.wav");
    }

    private interface Name {
        String of(int i);
    }

    private void rename(Name name) throws IOException {
        for (int i = 0; i < 10; i++) {
            Path target = folder.resolve(name.of(i));
            Files.createDirectories(target.getParent());
            Files.move(folder.resolve((i < 5 ? "cat/" : "dog/") + i + ".wav"), target);
        }
    }

    @Test
    void progressNamesEachFile() throws DatasetException {
        List<String> seen = new ArrayList<>();
        FolderCheck.of(Datasets.open(folder), (done, total, what) -> seen.add(done + " of " + total));
        assertThat(seen)
                .containsExactlyElementsOf(Stream.iterate(1, i -> i + 1)
                        .limit(10)
                        .map(i -> i + " of 10")
                        .toList());
    }

    @Test
    void canBeInterrupted() throws DatasetException {
        var dataset = Datasets.open(folder);
        assertThatThrownBy(() -> FolderCheck.of(
                        dataset, (done, total, what) -> Thread.currentThread().interrupt()))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isFalse();
    }
}
