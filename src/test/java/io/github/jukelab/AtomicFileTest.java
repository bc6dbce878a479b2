package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("file.txt");
    }

    private static AtomicFile.Content text(String text) {
        return part -> Files.writeString(part, text);
    }

    private static AtomicFile.Content fullDisk() {
        return part -> {
            Files.writeString(part, "half");
            throw new IOException("No space left on device");
        };
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesAFileInANewFolder() throws IOException {
        Path deep = folder.resolve("a/b/file.txt");
        AtomicFile.write(deep, text("new"));
        assertThat(deep).hasContent("new");
        AtomicFile.write(deep, text("newer"));
        assertThat(deep).hasContent("newer");
        assertThat(deep.getParent()).isDirectoryNotContaining(path -> !path.equals(deep));
    }

    @Test
    void takesTheLongestNames() throws IOException {
        Path longest = folder.resolve("n".repeat(255));
        AtomicFile.write(longest, text("new"));
        assertThat(longest).hasContent("new");
    }

    @Test
    void aFailedWriteNamesTheFileAndChangesNothing() throws IOException {
        Files.writeString(file, "old");
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(file, fullDisk()))
                .withMessage(file + ": cannot be written: No space left on device");
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(file, part -> {
                    throw new NoSuchFileException(part.toString());
                }))
                .withMessage(file + ": cannot be written: no such file");
        assertThatThrownBy(() -> AtomicFile.write(file, part -> {
                    throw new IllegalStateException("bug");
                }))
                .hasMessage("bug");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("file.txt");
    }

    /** As when a model is saved by a method that writes a file itself. */
    @Test
    void aWriteWithinAWriteNamesTheOuterFile() throws IOException {
        AtomicFile.write(file, part -> AtomicFile.write(part, text("inner")));
        assertThat(file).hasContent("inner");
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(file, part -> AtomicFile.write(part, fullDisk())))
                .withMessage(file + ": cannot be written: No space left on device");
        assertThat(names()).containsExactly("file.txt");
    }

    @Test
    void replacesTheTargetOfALink() throws IOException {
        Path target = Files.writeString(folder.resolve("target.txt"), "old");
        Path link = Files.createSymbolicLink(file, Path.of("target.txt"));
        Path second = Files.createSymbolicLink(folder.resolve("second.txt"), link);

        AtomicFile.write(second, text("new"));

        assertThat(target).hasContent("new");
        assertThat(List.of(link, second)).allMatch(Files::isSymbolicLink);
    }

    @Test
    void createsTheTargetOfADanglingLink() throws IOException {
        Files.createSymbolicLink(file, Path.of("later/target.txt"));
        AtomicFile.write(file, text("new"));
        assertThat(file).isSymbolicLink();
        assertThat(folder.resolve("later/target.txt")).hasContent("new");
    }

    @Test
    void writesIntoALinkedFolder() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        AtomicFile.write(link.resolve("file.txt"), text("new"));
        AtomicFile.write(link.resolve("deep/file.txt"), text("new"));
        assertThat(real.resolve("file.txt")).hasContent("new");
        assertThat(real.resolve("deep/file.txt")).hasContent("new");
    }

    @Test
    void keepsPermissions() throws IOException {
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        AtomicFile.write(file, text("new"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void aHardLinkKeepsTheOldContent() throws IOException {
        Files.writeString(file, "old");
        Path other = Files.createLink(folder.resolve("other.txt"), file);
        AtomicFile.write(file, text("new"));
        assertThat(other).hasContent("old");
    }

    @Test
    void writesThroughAPipe() throws Exception {
        Path pipe = node("p");
        CompletableFuture<String> reader = CompletableFuture.supplyAsync(() -> read(pipe));

        AtomicFile.write(pipe, text("through"));

        assertThat(reader.get()).isEqualTo("through");
        assertThat(names()).containsExactly("node");
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    /** Like {@code /dev/null}, and as {@code /dev/stdout} may be. */
    @Test
    void writesThroughACharacterDevice() throws Exception {
        Path device = node("c", "1", "3");
        Path link = Files.createSymbolicLink(file, device);
        AtomicFile.write(device, text("away"));
        AtomicFile.write(link, text("away"));
        assertThat(names()).containsExactly("file.txt", "node");
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    /** Numbers that no disk has. */
    @Test
    void refusesADisk() throws Exception {
        Path disk = node("b", "254", "250");
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(disk, text("x")))
                .withMessage(disk + ": is a device");
    }

    /** A pipe or device of one's own; where none can be made, the test is skipped. */
    private Path node(String... kind) throws Exception {
        Path node = folder.resolve("node");
        String[] command = Stream.concat(Stream.of("mknod", node.toString()), Stream.of(kind))
                .toArray(String[]::new);
        assumeThat(new ProcessBuilder(command).start().waitFor()).isZero();
        return node;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void filesThatBelongTogetherAreAllWrittenOrNone() throws IOException {
        Path second = Files.writeString(folder.resolve("second.txt"), "old");
        AtomicFile.writeTogether(contents(text("1"), text("2")));
        assertThat(file).hasContent("1");
        assertThat(second).hasContent("2");

        assertThatIOException()
                .isThrownBy(() -> AtomicFile.writeTogether(contents(text("3"), fullDisk())))
                .withMessage(second + ": cannot be written: No space left on device");
        assertThat(file).hasContent("1");
        assertThat(second).hasContent("2");
        assertThat(names()).containsExactly("file.txt", "second.txt");
    }

    /** The last step fails: the first file was replaced already, or created. */
    @Test
    void filesThatBelongTogetherAreRestored() throws IOException {
        AtomicFile.Content inTheWay = part -> {
            Files.writeString(part, "new");
            Files.createDirectories(folder.resolve("second.txt/x"));
        };
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.writeTogether(contents(text("new"), inTheWay)))
                .withMessageStartingWith(folder.resolve("second.txt") + ": cannot be written: ");
        assertThat(names()).containsExactly("second.txt");

        Files.writeString(file, "old");
        Files.delete(folder.resolve("second.txt/x"));
        Files.delete(folder.resolve("second.txt"));
        assertThatIOException().isThrownBy(() -> AtomicFile.writeTogether(contents(text("new"), inTheWay)));
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("file.txt", "second.txt");
    }

    private Map<Path, AtomicFile.Content> contents(AtomicFile.Content first, AtomicFile.Content second) {
        Map<Path, AtomicFile.Content> contents = new LinkedHashMap<>();
        contents.put(file, first);
        contents.put(folder.resolve("second.txt"), second);
        return contents;
    }

    @Test
    void oneOfManyWritersWinsAndNothingIsTorn() throws Exception {
        int writers = 8;
        CyclicBarrier start = new CyclicBarrier(writers);
        List<Callable<Void>> jobs = IntStream.range(0, writers)
                .mapToObj(i -> (Callable<Void>) () -> {
                    AtomicFile.write(file, part -> {
                        Files.writeString(part, ("" + i).repeat(1000));
                        await(start);
                        Files.writeString(part, ("" + i).repeat(100_000));
                    });
                    return null;
                })
                .toList();
        List<Thread> threads = jobs.stream().map(AtomicFileTest::thread).toList();
        for (Thread thread : threads) {
            thread.join();
        }
        String winner = Files.readString(file);
        assertThat(winner).isEqualTo(winner.substring(0, 1).repeat(100_000));
        assertThat(names()).containsExactly("file.txt");
    }

    private static void await(CyclicBarrier barrier) throws IOException {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static Thread thread(Callable<Void> job) {
        Thread thread = new Thread(() -> {
            try {
                job.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        return thread;
    }

    @Test
    void removesWhatAKilledProgramLeftADayAgo() throws IOException {
        Path old = Files.createFile(FilePart.unique(folder));
        Path young = Files.createFile(FilePart.unique(folder));
        Path foreign = Files.createFile(folder.resolve(".part-of-me"));
        FileTime longAgo = FileTime.from(Instant.now().minusSeconds(2 * 24 * 3600));
        Files.setLastModifiedTime(old, longAgo);
        Files.setLastModifiedTime(foreign, longAgo);

        AtomicFile.write(file, text("new"));

        assertThat(old).doesNotExist();
        assertThat(List.of(young, foreign)).allMatch(Files::exists);
    }
}
