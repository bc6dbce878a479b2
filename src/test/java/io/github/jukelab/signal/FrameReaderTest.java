package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FrameReaderTest {

    static Stream<Arguments> blocksHaveTheSamplesOfTheWhole() {
        return Stream.of(1, 5, 64).flatMap(length -> Stream.of(1, 3, 100).flatMap(hop -> Stream.of(true, false)
                .flatMap(centered -> Stream.of(Padding.values()).flatMap(padding -> Stream.of(1, 2, 7, 1000)
                        .map(count -> Arguments.of(new Frames(length, hop, padding, centered), count))))));
    }

    @ParameterizedTest
    @MethodSource
    void blocksHaveTheSamplesOfTheWhole(Frames frames, int count) throws Exception {
        Wave wave = Waves.noise(301, 1);
        int frame = 0;
        int read = 0;
        try (FrameReader reader = FrameReader.of(Recording.of(wave), frames)) {
            assertThat(reader.total()).isEqualTo(frames.count(301));
            assertThat(reader).hasToString("FrameReader[0 of " + reader.total() + " frames read]");
            while (reader.hasNext()) {
                FrameBlock block = reader.next(count);
                assertThat(block.first()).isEqualTo(frame);
                assertThat(block.position()).isLessThanOrEqualTo(read);
                for (int t = 0; t < block.count(); t++, frame++) {
                    assertSameFrame(block, t, wave, frames.start(frame));
                }
                read = block.position() + block.wave().length();
            }
        }
        assertThat(frame).isEqualTo(frames.count(301));
        assertThat(read).isEqualTo(301);
    }

    private static void assertSameFrame(FrameBlock block, int frame, Wave whole, int start) {
        for (int i = 0; i < block.frames().length(); i++) {
            assertThat(block.sample(block.start(frame) + i))
                    .isEqualTo(block.frames().sample(whole, start + i));
        }
    }

    @Test
    void rejectsWhatItCannotRead() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrameReader.of(new Generated(Integer.MAX_VALUE + 1L, 0, i -> 0), Frames.LIBROSA))
                .withMessage("features need a sound of at most 2147483647 samples, got 2147483648");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrameReader.of(
                        Recording.of(Waves.noise(63, 1)), Frames.of(64, 8).withCentered(false)))
                .withMessage("frames that are not centred need a wave of at least 64 samples, got 63");
        try (FrameReader reader = FrameReader.of(new Generated(5000, 4000, i -> 0), Frames.LIBROSA)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> reader.next(100))
                    .withMessage("the recording ends before sample 5000, though it has 5000 samples");
        }
    }

    @Test
    void stopsWhenInterrupted() throws Exception {
        try (FrameReader reader = FrameReader.of(Recording.of(Waves.noise(5000, 1)), Frames.LIBROSA)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> reader.next(1)).isInstanceOf(CancellationException.class);
        }
    }
}
