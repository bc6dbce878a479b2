package io.github.jukelab.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WaveProperties {

    @Property(tries = 50)
    void sixteenBitSamplesAreRestoredUnchanged(@ForAll @Size(min = 1, max = 200) short[] values) throws IOException {
        float[] samples = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            samples[i] = values[i] / 32768f;
        }
        Path file = Files.createTempFile("wave", ".wav");
        try {
            Wave.of(samples, 22_050).write(file);
            assertThat(Wave.read(file).samples()).isEqualTo(samples);
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 200)
    void windowsLieWithinTheWave(
            @ForAll @IntRange(min = 1, max = 300) int n,
            @ForAll @IntRange(min = 1, max = 50) int length,
            @ForAll @IntRange(min = 1, max = 50) int hop) {
        var windows = Wave.of(new float[n], 1).windows(length, hop);
        assertThat(windows).allMatch(window -> window.length() == length);
        assertThat((windows.size() - 1) * hop + length).isLessThanOrEqualTo(Math.max(n, length - hop));
        assertThat(windows.size() * hop + length).isGreaterThan(n);
    }
}
