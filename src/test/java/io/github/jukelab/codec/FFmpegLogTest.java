package io.github.jukelab.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.TestJvm;
import java.util.List;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;

/** The log level is that of the whole process, where others may use FFmpeg. */
class FFmpegLogTest {

    @Test
    void readingLeavesTheLevelAlone() throws Exception {
        assertThat(TestJvm.run(List.of(), Program.class)).contains("level " + avutil.AV_LOG_INFO);
    }

    @Test
    void commandLineAndNotebooksTurnItOff() throws Exception {
        assertThat(TestJvm.run(List.of("@tools/jvm.options"), Program.class)).isEqualTo("level " + avutil.AV_LOG_QUIET);
    }

    /** Reads a damaged file. */
    static final class Program {

        public static void main(String[] arguments) {
            byte[] damaged = new byte[3000];
            for (int i = 0; i < damaged.length; i += 100) {
                damaged[i] = (byte) 0xff;
                damaged[i + 1] = (byte) 0xfb;
            }
            try {
                SoundDecoder.read(AudioSource.of("damaged", damaged), LoadOptions.WHOLE);
                throw new IllegalStateException("the file can be read");
            } catch (AudioException e) {
                System.out.println("level " + avutil.av_log_get_level());
            }
        }
    }
}
