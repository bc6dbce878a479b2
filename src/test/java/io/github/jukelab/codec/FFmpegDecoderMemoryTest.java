package io.github.jukelab.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.TestJvm;
import io.github.jukelab.audio.Wave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A film of 8192 x 8192 pixels that is named .mp3: its pictures must not be decoded, they would take 300 MB. */
class FFmpegDecoderMemoryTest {

    private static final int KB_PER_MB = 1024;

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFilmTakesNoMoreMemoryThanItsSound() throws Exception {
        long sound = peakKilobytes("film-sound.ts");
        assertThat(peakKilobytes("film.mp3")).isLessThan(sound + 30 * KB_PER_MB);
    }

    /** The largest memory of a process that reads a file, by the kernel. */
    private static long peakKilobytes(String name) throws IOException, InterruptedException {
        String output = TestJvm.run(
                List.of("-Xmx64m", "-XX:+UseSerialGC"),
                Program.class,
                SoundBytes.resource("field/" + name).toString());
        MatchResult peak = Pattern.compile("VmHWM:\\s+(\\d+) kB")
                .matcher(output)
                .results()
                .findFirst()
                .orElseThrow();
        return Long.parseLong(peak.group(1));
    }

    /** Reads a file and prints what the kernel says about this process. */
    static final class Program {

        public static void main(String[] arguments) throws IOException {
            Wave.read(Path.of(arguments[0]));
            System.out.println(Files.readString(Path.of("/proc/self/status")));
        }
    }
}
