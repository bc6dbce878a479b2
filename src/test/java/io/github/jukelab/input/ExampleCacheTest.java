package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.jukelab.BadFiles;
import io.github.jukelab.Progress;
import io.github.jukelab.TestJvm;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioException.Problem;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleCacheTest {

    private static final List<String> LABELS = List.of("cat", "dog");
    private static final MelWindows WINDOWS =
            MelWindows.REPAIRED.withMel(MelBank.of(8, 22_050)).withWindows(11_025, 11_025);
    private static final long NO_LIMIT = Long.MAX_VALUE;

    @TempDir
    Path folder;

    private Path kept() {
        return folder.resolve("kept");
    }

    private ExampleCache cache(long limit) {
        return new ExampleCache(kept(), limit, 0);
    }

    private Track noise(String label, int number) throws IOException {
        Path file = folder.resolve(label).resolve(number + ".wav");
        Waves.noise(4 * 22_050, number).write(file);
        return new Track(label + number, label, Optional.empty(), file);
    }

    private List<Track> tracks() throws IOException {
        return List.of(noise("cat", 1), noise("dog", 2), noise("cat", 3));
    }

    private Examples read(List<Track> tracks) throws IOException {
        return read(cache(NO_LIMIT), tracks, Progress.NONE);
    }

    private static Examples read(ExampleCache cache, List<Track> tracks, Progress progress) throws IOException {
        return ExampleReader.of(Optional.of(cache), WINDOWS, tracks, LABELS, progress);
    }

    private static Examples uncached(List<Track> tracks) throws IOException {
        return ExampleReader.of(Optional.empty(), WINDOWS, tracks, LABELS, Progress.NONE);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(kept())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<Path> keptFiles() throws IOException {
        return names().stream()
                .filter(name -> name.endsWith(".examples"))
                .map(kept()::resolve)
                .toList();
    }

    private static void assertSame(Examples examples, Examples expected) {
        assertThat(examples.ids()).isEqualTo(expected.ids());
        assertThat(examples.labels()).isEqualTo(expected.labels());
        assertThat(examples.counts()).isEqualTo(expected.counts());
        assertThat(examples.skipped()).isEqualTo(expected.skipped());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(examples.values(i)).isEqualTo(expected.values(i));
        }
    }

    /** Silences the middle of a file, which does not count for its state. */
    private static void silence(Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(64 * 1024);
            bytes.write(new byte[(int) bytes.length() - 128 * 1024]);
        }
        Files.setLastModifiedTime(file, time);
    }

    @Test
    void aSecondRunHasTheSameBitsAndReadsNoFile() throws IOException {
        List<Track> tracks = tracks();
        Examples expected = uncached(tracks);
        assertSame(read(tracks), expected);
        for (Track track : tracks) {
            silence(track.file());
        }
        List<String> told = new ArrayList<>();

        Examples second = read(cache(NO_LIMIT), tracks, (done, total, what) -> told.add(what));

        assertSame(second, expected);
        assertThat(uncached(tracks).values(3)).isNotEqualTo(expected.values(3));
        assertThat(told).endsWith("kept by an earlier run").doesNotContain("cat1");
        assertThat(keptFiles()).hasSize(1);
    }

    @Test
    void filesThatCannotBeUsedAreNamedAgain() throws IOException {
        BadFiles.write(folder);
        List<Track> tracks = new ArrayList<>(tracks());
        BadFiles.NAMES.forEach(name -> tracks.add(new Track(name, "cat", Optional.empty(), folder.resolve(name))));

        Examples first = read(tracks);
        Examples second = read(tracks);

        assertThat(first.skipped()).hasSize(BadFiles.NAMES.size());
        assertSame(second, first);
        assertSame(first, uncached(tracks));
        assertThat(keptFiles()).hasSize(1);
    }

    @Test
    void examplesForLabelsAndFoldersThatChanged() throws IOException {
        List<Track> tracks = tracks();
        read(tracks);
        List<Track> moved = new ArrayList<>();
        for (Track track : tracks) {
            Path file = folder.resolve(track.id());
            Files.move(track.file(), file);
            moved.add(new Track(track.id(), track.label().equals("cat") ? "dog" : "cat", Optional.empty(), file));
        }
        assertThat(read(moved).counts()).isEqualTo(Map.of("cat", 8, "dog", 16));
        assertThat(keptFiles()).hasSize(1);
    }

    @Test
    void aFileThatChangedIsReadAgain() throws IOException {
        List<Track> tracks = tracks();
        read(tracks);
        noise("cat", 1);
        Waves.noise(4 * 22_050, 99).write(tracks.get(2).file());
        assertSame(read(tracks), uncached(tracks));
        assertThat(keptFiles()).hasSize(2);
    }

    @Test
    void aDamagedOrShortenedFileIsMadeAnew() throws IOException {
        List<Track> tracks = tracks();
        Examples expected = read(tracks);
        Path file = keptFiles().get(0);
        byte[] whole = Files.readAllBytes(file);
        for (int damage : List.of(0, 20, whole.length / 2, whole.length - 20, whole.length - 1)) {
            Files.write(file, changed(whole, damage));
            assertMadeAnew(tracks, expected, "damaged");
        }
        for (int length : List.of(0, 20, whole.length / 2, whole.length - 1)) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertMadeAnew(tracks, expected, "");
        }
    }

    private static byte[] changed(byte[] whole, int at) {
        byte[] bytes = whole.clone();
        bytes[at] ^= 1;
        return bytes;
    }

    private void assertMadeAnew(List<Track> tracks, Examples expected, String reason) throws IOException {
        TracksKey key = TracksKey.ofUsedSound(tracks);
        List<String> notes = new ArrayList<>();
        assertThat(cache(NO_LIMIT).find(key, WINDOWS, Progress.NONE, notes::add))
                .isEmpty();
        assertThat(notes).singleElement().asString().startsWith(kept() + "/").endsWith("; it is made anew");
        assertSame(read(tracks), expected);
        assertThat(cache(NO_LIMIT).find(key, WINDOWS, Progress.NONE, notes::add))
                .isPresent();
    }

    @Test
    void whatFitsIntoTheHeapIsNotKept() throws IOException {
        List<Track> tracks = tracks();
        assertSame(read(new ExampleCache(kept(), NO_LIMIT, 1 << 20), tracks, Progress.NONE), uncached(tracks));
        assertThat(kept()).doesNotExist();
    }

    /** With more memory, the file that is too long could be used. */
    @Test
    void aTrackThatWasTooLongForMemoryIsNotKept() throws IOException {
        TracksKey key = TracksKey.ofUsedSound(tracks());
        Track track = key.tracks().get(0);
        CachedReading reading = CachedReading.of(
                Optional.of(cache(NO_LIMIT)),
                () -> key,
                List.of(WINDOWS),
                (collector, progress) -> {
                    collector.accept(track, Waves.noise(22_050, 1));
                    AudioException reason = new AudioException(
                            "x", Problem.TOO_LONG, "too long for this memory: 9.0 hours (heap 64 MB)");
                    collector.skip(key.tracks().get(1), reason);
                    return Optional.empty();
                },
                Progress.NONE);
        assertThat(names()).isEmpty();
        assertThat(reading.collector().examples(WINDOWS, List.of(track), LABELS).size())
                .isEqualTo(2);
    }

    @Test
    void anInterruptedRunLeavesNothing() throws IOException {
        List<Track> tracks = tracks();
        assertThatThrownBy(() -> read(cache(NO_LIMIT), tracks, (done, total, what) -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(keptFiles()).isEmpty();
        assertSame(read(tracks), uncached(tracks));
    }

    @Test
    void twoAtOnceBothHaveAllAndOneFileStays() throws Exception {
        List<Track> tracks = tracks();
        CountDownLatch bothRead = new CountDownLatch(2);
        Callable<Examples> run = () -> read(cache(NO_LIMIT), tracks, (done, total, what) -> {
            bothRead.countDown();
            await(bothRead);
        });
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (Future<Examples> result : pool.invokeAll(List.of(run, run))) {
                assertSame(result.get(), uncached(tracks));
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(keptFiles()).hasSize(1);
        assertThat(names()).noneMatch(name -> name.startsWith(".part-"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path unused(String name, int bytes, int minutesAgo) throws IOException {
        Path file = Files.write(Files.createDirectories(kept()).resolve(name), new byte[bytes]);
        Instant time = Instant.now().minus(Duration.ofMinutes(minutesAgo));
        return Files.setLastModifiedTime(file, FileTime.from(time));
    }

    @Test
    void removesWhatWasNotUsedForLongestButNothingInUse() throws IOException {
        List<Track> tracks = tracks();
        Examples used = read(cache(NO_LIMIT), tracks, Progress.NONE);
        Path inUse = keptFiles().get(0);
        long size = Files.size(inUse);
        Files.setLastModifiedTime(inUse, FileTime.fromMillis(0));
        Path old = unused("old.examples", 1000, 60);
        Path older = unused("older.examples", 1000, 120);
        Path oldest = unused("oldest.examples", 1000, 180);

        cache(size + 2500).trim(note -> {
            throw new AssertionError(note);
        });
        assertThat(List.of(inUse, old, older)).allMatch(Files::exists);
        assertThat(oldest).doesNotExist();

        assertThat(cache(NO_LIMIT).clean()).isEqualTo(new ExampleCache.Cleaned(2, 2000, 1));
        assertThat(keptFiles()).containsExactly(inUse);
        assertThat(used.size()).isEqualTo(24);
    }

    @Test
    void beingFoundCountsAsUse() throws IOException {
        List<Track> tracks = tracks();
        read(tracks);
        Path file = keptFiles().get(0);
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        read(tracks);
        assertThat(Files.getLastModifiedTime(file).toInstant())
                .isAfter(Instant.now().minusSeconds(600));
    }

    /** What has just been created may get its owner soon. */
    @Test
    void removesWhatAKilledProgramLeft() throws IOException {
        unused("a.examples", 10, 60);
        Path mark = unused(".a.examples.1.use", 0, 60);
        Path part = unused(".part-1", 10, 60);
        Path young = unused(".part-2", 10, 0);
        assertThat(cache(NO_LIMIT).clean()).isEqualTo(new ExampleCache.Cleaned(1, 10, 0));
        assertThat(List.of(mark, part)).noneMatch(Files::exists);
        assertThat(young).exists();
    }

    @Test
    void anEmptyCacheIsClean() throws IOException {
        assertThat(cache(NO_LIMIT).clean()).isEqualTo(new ExampleCache.Cleaned(0, 0, 0));
    }

    @Test
    void aKilledRunLeavesNothingThatIsUsed() throws Exception {
        List<Track> tracks = tracks();
        Process process = TestJvm.start(List.of(), Writing.class, kept().toString(), "stays");
        assertThat(process.getInputStream().read()).isEqualTo('w');
        assertThat(cache(NO_LIMIT).clean().files()).isZero();
        Path part = kept().resolve(names().get(0));
        Files.setLastModifiedTime(part, FileTime.fromMillis(0));
        cache(NO_LIMIT).trim(note -> {
            throw new AssertionError(note);
        });
        assertThat(part).as("is being written").exists();

        process.destroyForcibly().waitFor();
        assertSame(read(tracks), uncached(tracks));
        assertThat(part).doesNotExist();
        assertThat(keptFiles()).hasSize(1);
    }

    /** The system lets the program write 2 MB into a file. */
    @Test
    void aFullDiskIsNamed() throws Exception {
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -f 2048; exec \"$@\"",
                        "bash",
                        java,
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writing.class.getName(),
                        kept().toString(),
                        "ends")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(output)
                .contains(kept() + ": examples cannot be written to a file: File too large; "
                        + "with EXAMPLE_CACHE=0 they are written to " + System.getProperty("java.io.tmpdir"));
        assertThat(names()).isEmpty();
    }

    /** Writes 4 MB of examples to a cache; {@code stays} in the middle, or {@code ends}. */
    static final class Writing {

        public static void main(String[] arguments) throws IOException {
            ExampleCache cache = new ExampleCache(Path.of(arguments[0]), NO_LIMIT, 0);
            Track track = new Track("a", "cat", Optional.empty(), Path.of(arguments[0], "none"));
            MelWindows large = WINDOWS.withMel(MelBank.of(1024, 22_050));
            CachedReading.of(
                    Optional.of(cache),
                    () -> TracksKey.ofUsedSound(List.of(track)),
                    List.of(large),
                    (collector, progress) -> {
                        collector.accept(track, Wave.of(new float[23 * 11_025], 22_050));
                        System.out.println("written");
                        while (arguments[1].equals("stays")) {
                            Thread.onSpinWait();
                        }
                        return Optional.empty();
                    },
                    Progress.NONE);
        }
    }

    @Test
    void theLimitIsInTheEnvironment() {
        Path home = folder.resolve("home");
        assertThat(ExampleCache.of(home, Map.of()))
                .hasToString("ExampleCache[" + home.resolve("build/examples") + ", at most 20.0 GB]");
        assertThat(ExampleCache.of(home, Map.of("EXAMPLE_CACHE", " 0.5 ")))
                .hasToString("ExampleCache[" + home.resolve("build/examples") + ", at most 500 MB]");
        for (String wrong : List.of("-1", "20GB", "NaN")) {
            assertThatThrownBy(() -> ExampleCache.of(home, Map.of("EXAMPLE_CACHE", wrong)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("EXAMPLE_CACHE must be a number of GB of at least 0, got " + wrong);
        }
    }

    @Test
    void aProgramHasTheCacheThatItAskedForUnlessThatKeepsNothing() {
        ExampleCache.useInThisProgram(() -> ExampleCache.of(folder, Map.of()));
        assertThat(ExampleCache.current().orElseThrow().folder()).isEqualTo(folder.resolve("build/examples"));
        ExampleCache.useInThisProgram(() -> ExampleCache.of(folder, Map.of("EXAMPLE_CACHE", "0")));
        assertThat(ExampleCache.current()).isEmpty();
    }
}
