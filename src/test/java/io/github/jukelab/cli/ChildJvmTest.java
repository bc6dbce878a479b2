package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChildJvmTest {

    static final class Program {

        private Program() {}

        public static void main(String[] arguments) {
            System.out.println("before");
            switch (arguments[0]) {
                case "answers" -> ChildJvm.answer("all is well");
                case "throws" -> throw new IllegalStateException("not well");
                case "dies" -> Runtime.getRuntime().halt(134);
                default -> {
                    ChildJvm.answer("all is well");
                    Runtime.getRuntime().halt(134);
                }
            }
        }
    }

    @Test
    void answers() {
        assertThat(ChildJvm.run(Program.class, "answers").answer()).contains("all is well");
    }

    @ParameterizedTest
    @CsvSource({
        "throws, java.lang.IllegalStateException: not well",
        "dies, the JVM ended with exit code 134",
        "answers and dies, the JVM ended with exit code 134"
    })
    void saysWhyThereIsNoAnswer(String what, String reason) {
        ChildJvm child = ChildJvm.run(Program.class, what);
        assertThat(child.answer()).isEmpty();
        assertThat(child.reason()).isEqualTo(reason);
    }

    /** What JVMs printed on a processor without AVX2, with glibc 2.31, and without libva. */
    @ParameterizedTest
    @CsvSource({
        "'#\n#  SIGSEGV (0xb) at pc=0x00004', the JVM died of SIGSEGV in a native library",
        "/lib/x86_64-linux-gnu/libm.so.6: version `GLIBC_2.35' not found (required by libavutil.so.60), 'GLIBC_2.35,'",
        "libavutil.so.60: libva.so.2: cannot open shared object file: No such file or directory, 'libva.so.2,'"
    })
    void namesWhatALibraryNeeds(String output, String named) {
        assertThat(new ChildJvm(134, output).reason()).contains(named);
    }

    @Test
    void namesAProcessorWithoutAvx2() {
        String classPath = ChildJvm.classPath();
        try {
            System.setProperty("java.class.path", "target/lib/nd4j-native-linux-x86_64-onednn-avx2.jar");
            assertThat(new ChildJvm(134, "#\n#  SIGILL (0x4) at pc=0x000000412d488531, pid=2568").reason())
                    .startsWith("this processor has no AVX2");
            System.setProperty("java.class.path", "target/lib/nd4j-native-linux-x86_64.jar");
            assertThat(new ChildJvm(134, "#\n#  SIGILL (0x4) at pc=0x000000412d488531, pid=2568").reason())
                    .isEqualTo("the JVM died of SIGILL in a native library");
        } finally {
            System.setProperty("java.class.path", classPath);
        }
    }
}
