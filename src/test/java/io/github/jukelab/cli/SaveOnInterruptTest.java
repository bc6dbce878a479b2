package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.Progress;
import io.github.jukelab.TestJvm;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Shape;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.Training;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveOnInterruptTest {

    private static final List<String> LABELS = List.of("cat", "dog");

    @TempDir
    Path folder;

    /** Trains without end; after so many epochs the JVM is asked to end, as by Ctrl-C. */
    static final class Program {
        public static void main(String[] arguments) {
            Network network = Network.of(Architectures.dense(Shape.row(3), 2, 1), LABELS);
            Examples examples = Examples.of(
                    LABELS,
                    IntStream.range(0, 8)
                            .mapToObj(i -> Example.of("" + i, "" + i, LABELS.get(i % 2), new double[] {i, 1, 2})));
            int end = Integer.parseInt(arguments[1]);
            Path out = Path.of(arguments[0]);
            PrintWriter err = new PrintWriter(System.err, true);
            try (SaveOnInterrupt saver = new SaveOnInterrupt(out, saved -> saved.save(out), err)) {
                saver.setNetwork(network);
                Progress exit = (step, total, what) -> {
                    if (step == end + 1) {
                        new Thread(() -> System.exit(0)).start();
                    }
                };
                Training.DEFAULT.withEpochs(100_000).fit(network, examples, examples, exit, history -> {});
            } catch (CancellationException e) {
                err.println("stopped");
            }
        }
    }

    private static String run(Path out, int epochs) throws IOException, InterruptedException {
        return TestJvm.run(List.of("@tools/jvm.options"), Program.class, out.toString(), "" + epochs);
    }

    @Test
    void theBestNetworkSoFarIsSaved() throws IOException, InterruptedException {
        Path out = folder.resolve("network.zip");
        assertThat(run(out, 3)).contains("jukelab: interrupted; the network after History[", "is in " + out);
        assertThat(Network.load(out).labels()).isEqualTo(LABELS);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException, InterruptedException {
        Path out = Files.createFile(folder.resolve("file")).resolve("network.zip");
        assertThat(run(out, 3)).contains("jukelab: interrupted; the network could not be saved in " + out + ": ");
    }
}
