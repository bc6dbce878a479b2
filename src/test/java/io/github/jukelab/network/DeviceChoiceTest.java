package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceChoiceTest {

    private static final String PROPERTY = "io.github.jukelab.gpu";
    private static final String WORDS = "asked for a GPU (GPU=1), using libtorch on Tesla T4 (driver 580.65.06)";

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void readsALineOfTheProgram() {
        DeviceChoice choice = DeviceChoice.parse("1 libtorch gpu lib-libtorch-gpu GPU-5d5b " + WORDS);
        assertThat(choice.engine()).isEqualTo("libtorch");
        assertThat(choice.device()).contains(Device.GPU);
        assertThat(choice).hasToString(WORDS);
        assertThat(DeviceChoice.parse("auto dl4j cpu lib - no card").device()).contains(Device.CPU);
        assertThat(DeviceChoice.parse("1 none - - - no usable GPU").device()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1 libtorch gpu lib GPU-1", "1 libtorch tpu lib - words", "no such program"})
    void refusesOtherLines(String line) {
        assertThatThrownBy(() -> DeviceChoice.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a line that tools/gpu.sh printed, got: " + line);
    }

    @Test
    void theCardIsForOneEngine() {
        assertThat(DeviceChoice.current()).isEmpty();
        assertThat(DeviceChoice.of("libtorch")).isEqualTo(Device.CPU);
        System.setProperty(PROPERTY, "1 libtorch gpu lib-libtorch-gpu GPU-5d5b " + WORDS);
        assertThat(DeviceChoice.current()).hasToString("Optional[" + WORDS + "]");
        assertThat(DeviceChoice.of("libtorch")).isEqualTo(Device.GPU);
        assertThat(DeviceChoice.of("dl4j")).isEqualTo(Device.CPU);
        System.setProperty(PROPERTY, "auto libtorch cpu lib-libtorch - no card");
        assertThat(DeviceChoice.of("libtorch")).isEqualTo(Device.CPU);
    }

    /** Where CUDA is on the class path after all, a card may be there. */
    @Test
    @DisabledIf("io.github.jukelab.network.BackendTest#hasCuda")
    void dl4jWithoutItsPartForCardsSaysSo() {
        assertThat(Engines.require("dl4j").obstacle()).isEmpty();
        System.setProperty(PROPERTY, "1 dl4j gpu lib-cuda GPU-5d5b asked for a GPU");
        assertThatThrownBy(() -> Engines.require("dl4j"))
                .isInstanceOf(EngineException.class)
                .hasMessage("the engine dl4j cannot be used: asked for GPU, but ND4J for CUDA is not on the class path:"
                        + " build with -Pcuda");
    }
}
