package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.codec.LoadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** What native libraries print, in JVMs of their own. */
class NativeMessagesTest {

    private static final String DAMAGED = "damaged";
    private static final String NETWORKS = "networks";

    /** The log level is that of the whole process, where others may use FFmpeg. */
    @Test
    void readingLeavesTheLogLevelOfFFmpegAlone() throws Exception {
        assertThat(run(List.of(), DAMAGED)).contains("level " + avutil.AV_LOG_INFO);
    }

    @Test
    void commandLineAndNotebooksTurnItOff() throws Exception {
        assertThat(run(List.of("@tools/jvm.options"), DAMAGED)).isEqualTo("level " + avutil.AV_LOG_QUIET);
    }

    @Test
    void nothingIsSaidAboutVersionsInCellsAndConsoles() throws Exception {
        List<String> options =
                List.of("@tools/jvm.options", "-Djava.util.logging.config.file=tools/logging.properties");
        assertThat(run(options, NETWORKS)).isEqualTo("sum 3.0");
    }

    /** All that the program prints with these options. */
    private static String run(List<String> options, String task) throws IOException, InterruptedException {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream<String> program = Stream.of("-cp", System.getProperty("java.class.path"), Program.class.getName(), task);
        Process process = new ProcessBuilder(Stream.of(java, options.stream(), program)
                        .flatMap(part -> part)
                        .toList())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        return output.trim();
    }

    /** Reads a damaged file, or adds two numbers with ND4J. */
    static final class Program {

        public static void main(String[] arguments) {
            System.out.println(
                    arguments[0].equals(DAMAGED)
                            ? level()
                            : "sum " + Nd4j.create(new float[] {1, 2}).sumNumber());
        }

        private static String level() {
            byte[] damaged = new byte[3000];
            for (int i = 0; i < damaged.length; i += 100) {
                damaged[i] = (byte) 0xff;
                damaged[i + 1] = (byte) 0xfb;
            }
            try {
                Wave.read(AudioSource.of("damaged", damaged), LoadOptions.WHOLE);
                throw new IllegalStateException("the file can be read");
            } catch (AudioException e) {
                return "level " + avutil.av_log_get_level();
            }
        }
    }
}
