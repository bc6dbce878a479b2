package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.WriteLock;
import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.input.ClassWeight;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.FlipAndCutout;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.SpecAugment;
import io.github.jukelab.input.StandardScaler;
import io.github.jukelab.input.TimeShift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckpointsTest {

    private static final int EPOCHS = 5;
    private static final Shape SHAPE = new Shape(1, 32, 32);
    private static final Examples TRAIN = Textures.examples(31, 8, 1);
    private static final Examples VALIDATION = Textures.examples(12, 8, 2);

    /** Reduces the rate in most epochs. */
    private static final Training SHUFFLED = Training.DEFAULT
            .withEpochs(EPOCHS)
            .withBatch(8)
            .withSeed(7)
            .withPlateau(new ReduceLrOnPlateau(0.5, 1, 0, 0.5, 1e-5));

    @TempDir
    Path folder;

    private final List<String> messages = new ArrayList<>();

    /** The end of a program in the middle of a training. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    record Case(Training training, Architecture architecture) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(SHUFFLED.withAugmentation(FlipAndCutout.TO_FLOOR), Architectures.fiveBlocks(SHAPE, 3, 1)),
                new Case(
                        SHUFFLED.withMode(TrainingMode.HALF_EPOCHS).withAugmentation(FlipAndCutout.AS_PRINTED),
                        Architectures.fiveBlocks(SHAPE, 3, 1)),
                new Case(
                        SHUFFLED.withMode(TrainingMode.UNSHUFFLED).withAugmentation(new TimeShift(0.3)),
                        Architectures.averagePoolsAsPrinted(SHAPE, 3, 1)),
                new Case(
                        SHUFFLED.withMode(TrainingMode.SHUFFLED_KEEP_LAST).withClassWeight(ClassWeight.BALANCED),
                        Architectures.averagePools(SHAPE, 3, 1)),
                new Case(
                        SHUFFLED.withAugmentation(new SpecAugment(1, 4, 1, 4).then(new TimeShift(0.2))),
                        Architectures.small(SHAPE, 3, 1)),
                new Case(SHUFFLED.withPatience(2), Architectures.threeConvolutions(SHAPE, 3, 1)));
    }

    private static Network network(Architecture architecture) {
        return Network.of(
                architecture,
                Textures.LABELS,
                Textures.tiny(architecture.input().height()));
    }

    private static Architecture tiny(long seed) {
        return Architecture.of(new Shape(1, 8, 8), 3, seed).add(new Layer.Dense(16), new Layer.Dropout(0.3));
    }

    private static Network network() {
        return network(tiny(1));
    }

    private Checkpoints checkpoints() {
        return Checkpoints.in(folder).withMessages(messages::add).afterEachEpoch();
    }

    private static History fit(Training training, Network network, Checkpoints checkpoints) {
        return fit(training, network, checkpoints, Integer.MAX_VALUE);
    }

    /** Ends within the epoch after the last. */
    private static History fit(Training training, Network network, Checkpoints checkpoints, int last) {
        Progress progress = (done, total, what) -> {
            if (what.startsWith("epoch " + (last + 1) + " of")) {
                throw new Killed();
            }
        };
        int size = network.shape().height();
        Examples train = size == 8 ? TRAIN : Textures.examples(31, size, 1);
        Examples validation = size == 8 ? VALIDATION : Textures.examples(12, size, 2);
        return training.fit(network, train, validation, progress, history -> {}, checkpoints);
    }

    private static void kill(Training training, Network network, Checkpoints checkpoints, int last) {
        assertThatThrownBy(() -> fit(training, network, checkpoints, last)).isInstanceOf(Killed.class);
    }

    private static void assertSame(Network network, Network unbroken) {
        assertThat(network.engine().parameters()).isEqualTo(unbroken.engine().parameters());
        assertThat(network.engine().state().memory())
                .isEqualTo(unbroken.engine().state().memory());
        assertThat(network.engine().state().steps())
                .isEqualTo(unbroken.engine().state().steps());
        assertThat(network.engine().learningRate()).isEqualTo(unbroken.engine().learningRate());
        assertThat(withoutSeconds(network.history())).isEqualTo(withoutSeconds(unbroken.history()));
    }

    private static List<Epoch> withoutSeconds(History history) {
        return history.epochs().stream()
                .map(epoch -> new Epoch(
                        epoch.number(),
                        epoch.loss(),
                        epoch.accuracy(),
                        epoch.validationLoss(),
                        epoch.validationAccuracy(),
                        epoch.learningRate(),
                        0,
                        epoch.score()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void goesOnAfterAnyEpochWithTheSameBits(Case one) {
        Network unbroken = network(one.architecture());
        fit(one.training(), unbroken, Checkpoints.NONE);
        int epochs = unbroken.history().epochs().size();
        for (int last : List.of(1, epochs - 1)) {
            messages.clear();
            kill(one.training(), network(one.architecture()), checkpoints(), last);
            Network resumed = network(one.architecture());
            fit(one.training(), resumed, checkpoints());
            assertSame(resumed, unbroken);
            assertThat(messages).containsExactly("resumed after epoch " + last + " of 5");
            assertThat(folder).as("finished").isEmptyDirectory();
        }
    }

    @Test
    void goesOnMoreThanOnce() {
        Network unbroken = network();
        fit(SHUFFLED, unbroken, Checkpoints.NONE);
        for (int last = 0; last < EPOCHS; last++) {
            kill(SHUFFLED, network(), checkpoints(), last);
        }
        Network resumed = network();
        fit(SHUFFLED, resumed, checkpoints());
        assertSame(resumed, unbroken);
        assertThat(messages)
                .as("without an epoch there is no checkpoint")
                .first()
                .isEqualTo("resumed after epoch 1 of 5");
        assertThat(messages).last().isEqualTo("resumed after epoch 4 of 5");
    }

    /** In a notebook the cell of the training is run again, that of the network is not. */
    @Test
    void anInterruptedNetworkGoesOn() {
        Network unbroken = network();
        fit(SHUFFLED, unbroken, Checkpoints.NONE);
        Network network = network();
        Progress stop = (done, total, what) -> {
            if (what.startsWith("epoch 3 of")) {
                Thread.currentThread().interrupt();
            }
        };
        assertThatThrownBy(() -> SHUFFLED.fit(network, TRAIN, VALIDATION, stop, history -> {}, checkpoints()))
                .isInstanceOf(CancellationException.class);
        assertThat(network.history().epochs()).hasSize(2);
        List<String> reports = new ArrayList<>();
        List<History> curves = new ArrayList<>();
        SHUFFLED.fit(
                network,
                TRAIN,
                VALIDATION,
                (done, total, what) -> reports.add(done + " of " + total + ": " + what),
                curves::add,
                checkpoints());
        assertSame(network, unbroken);
        assertThat(reports).first().isEqualTo("0 of 12: resumed after epoch 2");
        assertThat(reports).last().asString().startsWith("12 of 12: best epoch ");
        assertThat(curves).extracting(history -> history.epochs().size()).containsExactly(2, 3, 4, 5);
    }

    /** Its first epoch had begun: where that is from is not known any more. */
    @Test
    void aPartlyTrainedNetworkIsNoFreshOne() {
        Network partly = network();
        kill(SHUFFLED, partly, checkpoints(), 0);
        kill(SHUFFLED, partly, checkpoints(), 2);
        fit(SHUFFLED, network(), checkpoints());
        assertThat(messages).isEmpty();
    }

    @Test
    void anythingElseBeginsAnew() {
        kill(SHUFFLED, network(), checkpoints(), 2);
        List<Runnable> others = List.of(
                () -> fit(SHUFFLED.withSeed(8), network(), checkpoints()),
                () -> fit(SHUFFLED.withEpochs(6), network(), checkpoints()),
                () -> fit(SHUFFLED.withAugmentation(new TimeShift(0.1)), network(), checkpoints()),
                () -> fit(SHUFFLED, network(tiny(2)), checkpoints()),
                () -> fit(SHUFFLED, network(tiny(1).withOptimizer(new Optimizer.Adam(2e-3))), checkpoints()),
                () -> SHUFFLED.fit(
                        Network.of(
                                tiny(1), Textures.LABELS, Textures.TINY.withNormalisation(new StandardScaler(0.1, 1))),
                        TRAIN,
                        VALIDATION,
                        Progress.NONE,
                        history -> {},
                        checkpoints()),
                () -> SHUFFLED.fit(network(), VALIDATION, TRAIN, Progress.NONE, history -> {}, checkpoints()),
                () -> SHUFFLED.fit(network(), relabelled(), VALIDATION, Progress.NONE, history -> {}, checkpoints()));
        others.forEach(Runnable::run);
        assertThat(messages).isEmpty();
        fit(SHUFFLED, network(), checkpoints());
        assertThat(messages).containsExactly("resumed after epoch 2 of 5");
    }

    /** The same values with one other label. */
    private static Examples relabelled() {
        List<Example> examples = new ArrayList<>(Textures.list(31, 8, 1));
        Example first = examples.get(0);
        examples.set(0, new Example(first.id(), first.track(), Textures.LABELS.get(1), first.shape(), first.values()));
        return Examples.of(Textures.LABELS, examples);
    }

    @Test
    void beginsAnewIfAsked() {
        kill(SHUFFLED, network(), checkpoints(), 2);
        kill(SHUFFLED, network(), checkpoints().anew(), 1);
        fit(SHUFFLED, network(), checkpoints());
        fit(SHUFFLED, network(), checkpoints().tellingIfNone());
        assertThat(messages)
                .containsExactly(
                        "resumed after epoch 1 of 5",
                        "there is no unfinished training to resume: it begins with epoch 1");
    }

    @Test
    void keepsTheLastThree() throws IOException {
        kill(SHUFFLED, network(), checkpoints(), 4);
        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "epoch-0000000002.checkpoint", "epoch-0000000003.checkpoint", "epoch-0000000004.checkpoint");
    }

    /** The checkpoints of the only run, earliest first. */
    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".checkpoint"))
                    .sorted()
                    .toList();
        }
    }

    /** Cut at any place, or with any byte changed. */
    @Test
    void aDamagedCheckpointIsToldAndTheOneBeforeIsUsed() throws IOException {
        Network unbroken = network();
        fit(SHUFFLED, unbroken, Checkpoints.NONE);
        kill(SHUFFLED, network(), checkpoints(), 3);
        List<Path> files = files();
        byte[] whole = Files.readAllBytes(files.get(2));
        for (int i = 0; i < 40; i++) {
            int place = (int) ((whole.length - 1L) * i / 39);
            byte[] damaged = whole.clone();
            damaged[place] ^= 0x55;
            Files.write(files.get(2), i % 2 == 0 ? damaged : Arrays.copyOf(whole, place));
            messages.clear();
            kill(SHUFFLED, network(), checkpoints(), 2);
            assertThat(messages).hasSize(2).last().isEqualTo("resumed after epoch 2 of 5");
            assertThat(messages.get(0))
                    .startsWith(files.get(2) + ": cannot be used: ")
                    .endsWith("; the checkpoint before it is tried");
        }
        Files.write(files.get(1), new byte[0]);
        Files.writeString(files.get(0), "of someone else");
        messages.clear();
        Network resumed = network();
        fit(SHUFFLED, resumed, checkpoints());
        assertThat(messages).hasSize(3).allMatch(line -> line.contains(": cannot be used: "));
        assertSame(resumed, unbroken);
    }

    @Test
    void aCheckpointOfAnotherTrainingIsNotUsed() throws IOException {
        kill(SHUFFLED.withSeed(8), network(), checkpoints(), 1);
        Path other = files().get(0);
        kill(SHUFFLED, network(), checkpoints(), 1);
        Path mine =
                files().stream().filter(file -> !file.equals(other)).findFirst().orElseThrow();
        Files.copy(other, mine, StandardCopyOption.REPLACE_EXISTING);
        fit(SHUFFLED, network(), checkpoints());
        assertThat(messages)
                .containsExactly(
                        mine + ": cannot be used: it is of another training; the checkpoint before it is tried");
    }

    /** As if the disk were full: nothing can be written into the folder. */
    @Test
    void goesOnWithoutCheckpointsIfNoneCanBeWritten() throws IOException {
        Network unbroken = network();
        fit(SHUFFLED, unbroken, Checkpoints.NONE);
        Path file = Files.writeString(folder.resolve("file"), "mine");
        Network network = network();
        fit(SHUFFLED, network, Checkpoints.in(file).withMessages(messages::add));
        assertSame(network, unbroken);
        assertThat(messages).hasSize(1).first().asString().startsWith("no checkpoints are kept: " + file);
        assertThat(file).hasContent("mine");
    }

    @Test
    void aCheckpointThatCannotBeWrittenIsToldOnce() throws IOException {
        Network unbroken = network();
        fit(SHUFFLED, unbroken, Checkpoints.NONE);
        Network network = network();
        Consumer<History> deletes = history -> {
            if (history.epochs().size() == 1) {
                replaceByAFile();
            }
        };
        SHUFFLED.fit(network, TRAIN, VALIDATION, Progress.NONE, deletes, checkpoints());
        assertSame(network, unbroken);
        assertThat(messages)
                .hasSize(1)
                .first()
                .asString()
                .matches(
                        ".*epoch-0000000002.checkpoint: .*; the training goes on, and tries again after the next epochs");
    }

    /** The folder of the run. */
    private void replaceByAFile() {
        try {
            Path run = files().get(0).getParent();
            CheckpointFolder.remove(run);
            Files.writeString(run, "a file");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void oneProgramAtATimeHasTheCheckpointsOfATraining() throws IOException {
        kill(SHUFFLED, network(), checkpoints(), 2);
        Path run = files().get(0).getParent();
        try (WriteLock other = WriteLock.attempt(run.resolve(WriteLock.NAME)).orElseThrow()) {
            fit(SHUFFLED, network(), checkpoints());
            assertThat(messages).containsExactly("the same training is running already: this one keeps no checkpoints");
            assertThat(files()).as(other.toString()).hasSize(2);
        }
    }

    @Test
    void aTrainingThatCannotBeRecognisedKeepsNone() {
        Training training = SHUFFLED.withAugmentation((values, shape, random) -> values[0] = 1);
        fit(training, network(), checkpoints());
        assertThat(messages)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("no checkpoints are kept, as the training cannot be recognised: settings must be values");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void abandonedOnesAreDeleted() throws IOException {
        kill(SHUFFLED, network(), checkpoints(), 1);
        kill(SHUFFLED.withSeed(8), network(), checkpoints(), 1);
        Path foreign = Files.createDirectory(folder.resolve("mine"));
        Files.setLastModifiedTime(foreign, FileTime.from(Instant.EPOCH));
        Path old = files().get(0).getParent();
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(31))));
        kill(SHUFFLED.withSeed(9), network(), checkpoints(), 1);
        assertThat(old).doesNotExist();
        assertThat(foreign).exists();
        assertThat(files()).hasSize(2);
    }

    @Test
    void thoseOfFinishedTrainingsStayUntilTheWorkIsDone() throws IOException {
        Network first = network();
        fit(SHUFFLED, first, checkpoints().keptWhenFinished());
        kill(SHUFFLED.withSeed(8), network(), checkpoints().keptWhenFinished(), 2);

        Checkpoints work = checkpoints().keptWhenFinished();
        Network again = network();
        List<String> reports = new ArrayList<>();
        SHUFFLED.fit(
                again, TRAIN, VALIDATION, (done, total, what) -> reports.add(what), history -> {}, work.part("fold 1"));
        assertSame(again, first);
        assertThat(again.history()).as("seconds too").isEqualTo(first.history());
        assertThat(reports).noneMatch(what -> what.startsWith("epoch"));
        fit(SHUFFLED.withSeed(8), network(), work.part("fold 2"));
        assertThat(messages)
                .containsExactly(
                        "fold 1: was finished after epoch 5, and is not trained again",
                        "fold 2: resumed after epoch 2 of 5");
        assertThat(work.earlier().seconds())
                .isGreaterThan(first.history().seconds())
                .isLessThan(2 * first.history().seconds() + 10);
        assertThat(files()).isNotEmpty();
        work.delete();
        assertThat(folder).isEmptyDirectory();
    }

    /** Two steps before the end of an epoch of four. */
    @Test
    void endsWhenTheTimeIsOverAndGoesOnLater() {
        Network unbroken = network();
        fit(SHUFFLED, unbroken, Checkpoints.NONE);
        AtomicInteger steps = new AtomicInteger();
        List<String> reports = new ArrayList<>();
        Network network = network();
        History history = SHUFFLED.fit(
                network,
                TRAIN,
                VALIDATION,
                (done, total, what) -> {
                    steps.incrementAndGet();
                    reports.add(done + " of " + total + ": " + what);
                },
                epochs -> {},
                checkpoints().endingWhen(() -> steps.get() == 10));
        assertThat(history.epochs()).hasSize(2);
        assertThat(network.history()).isEqualTo(history);
        assertThat(SHUFFLED.isFinished(history)).isFalse();
        assertThat(reports)
                .hasSize(11)
                .last()
                .isEqualTo(
                        "10 of 20: time is over, best epoch " + history.best().number());
        assertThat(Evaluation.of(network.predict(VALIDATION)).accuracy())
                .isEqualTo(history.best().validationAccuracy());
        fit(SHUFFLED, network, checkpoints());
        assertSame(network, unbroken);
        assertThat(messages).containsExactly("resumed after epoch 2 of 5");
    }

    @Test
    void aTimeThatIsOverAtOnceLeavesTheNetworkAsItWas() {
        Network network = network();
        float[] before = network.engine().parameters();
        Checkpoints limited = checkpoints().withTime(Duration.ofNanos(1));
        assertThatThrownBy(() -> fit(SHUFFLED, network, limited))
                .isInstanceOf(TimeOverException.class)
                .hasMessage("the time was over before the first epoch ended; nothing is kept: give it more time");
        assertThat(network.engine().parameters()).isEqualTo(before);
        assertThat(folder).isEmptyDirectory();
        assertThat(limited).hasToString("Checkpoints[" + folder + ", time is over]");
        assertThatThrownBy(() -> checkpoints().withTime(Duration.ZERO))
                .hasMessage("time must be more than 0, got PT0S");
    }
}
