package io.github.jukelab.codec;

import static io.github.jukelab.codec.SoundBytes.shorts;
import static io.github.jukelab.codec.SoundBytes.wav;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SoundDecoderTest {

    private static int channels(byte[] bytes) throws AudioException {
        return SoundDecoder.channels(AudioSource.of("x", bytes));
    }

    @Test
    void channelsAreCounted() throws AudioException {
        assertThat(channels(wav(1, 1, 16, shorts(LITTLE_ENDIAN, 1, 2, 3)))).isEqualTo(1);
        assertThat(channels(wav(1, 2, 16, shorts(LITTLE_ENDIAN, 1, 2, 3, 4)))).isEqualTo(2);
        assertThat(channels(wav(1, 6, 16, shorts(LITTLE_ENDIAN, 1, 2, 3, 4, 5, 6))))
                .isEqualTo(6);
        assertThat(channels(SoundEncoder.mp3(new float[20_000], 22_050))).isEqualTo(1);
    }

    @Test
    void aHeaderIsEnough() throws AudioException {
        assertThat(channels(wav(1, 2, 16, new byte[0]))).isEqualTo(2);
        assertThatThrownBy(() -> channels(new byte[100])).isInstanceOf(AudioException.class);
    }
}
