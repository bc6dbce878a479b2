package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.TestJvm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** OpenBLAS and FFmpeg are of two versions of JavaCPP, which warns about it. */
class BackendVersionsTest {

    private static final String WARNING = "do not match";

    @Test
    void cellsAndConsolesAreNotTold() throws Exception {
        List<String> options =
                List.of("@tools/jvm.options", "-Djava.util.logging.config.file=tools/logging.properties");
        assertThat(TestJvm.run(options, Program.class)).isEqualTo("sum 3.0");
        assertThat(TestJvm.run(List.of(), Program.class)).contains(WARNING).endsWith("sum 3.0");
    }

    /** Adds two numbers. */
    static final class Program {

        public static void main(String[] arguments) {
            System.out.println("sum " + Nd4j.create(new float[] {1, 2}).sumNumber());
        }
    }
}
