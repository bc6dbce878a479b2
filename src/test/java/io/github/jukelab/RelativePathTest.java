package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RelativePathTest {

    @Test
    void onlyARelativePathDependsOnTheFolder() {
        Path current = Path.of("").toAbsolutePath();

        assertThat(RelativePath.lookedIn(current.resolve("x.wav"))).isEmpty();
        assertThat(RelativePath.lookedIn(Path.of("x.wav"))).isEqualTo(" in " + current);
        assertThat(RelativePath.lookedIn(Path.of("..", "x.wav"))).isEqualTo(" in " + current);
    }
}
