package io.github.jukelab.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.TestJvm;
import io.github.jukelab.network.EngineException;
import io.github.jukelab.network.Engines;
import io.github.jukelab.network.Training;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LibtorchProviderTest {

    @Test
    void isNamedWithItsVersion() {
        assertThat(Engines.description(Optional.of("libtorch"))).matches("libtorch \\d+\\.\\d+\\.\\d+");
        assertThat(new LibtorchProvider())
                .hasToString("LibtorchProvider[" + new LibtorchProvider().description() + "]");
    }

    /** As in a plain build: the Java part is there, the native library is not. */
    @Test
    void saysHowToInstallTheNativeLibrary() throws Exception {
        assertThat(TestJvm.run(List.of("-Dorg.bytedeco.javacpp.platform=linux-s390x"), WithoutLibrary.class))
                .endsWith(
                        "the engine libtorch cannot be used: its native library is not installed: ENGINE=libtorch make"
                                + " setup installs it; elsewhere it is the artifact org.bytedeco:pytorch with the classifier"
                                + " linux-s390x");
    }

    @Test
    void saysThatThereIsNoneForLinuxOnArm64() throws Exception {
        assertThat(TestJvm.run(List.of("-Dorg.bytedeco.javacpp.platform=linux-arm64"), WithoutLibrary.class))
                .endsWith(
                        "the engine libtorch cannot be used: there is no libtorch for Linux on arm64; DL4J trains there");
    }

    /** Prints why a training by libtorch is refused. */
    static final class WithoutLibrary {

        public static void main(String[] arguments) {
            assertThatThrownBy(() -> Training.DEFAULT.withEngine("libtorch"))
                    .isInstanceOf(EngineException.class)
                    .satisfies(e -> System.out.println(e.getMessage()));
        }
    }
}
