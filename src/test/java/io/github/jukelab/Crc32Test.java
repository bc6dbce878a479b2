package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Crc32Test {

    /** The check value of the CRC catalogue, and that of nothing. */
    @Test
    void isThatOfZipFiles() {
        assertThat(Crc32.of("123456789".getBytes(StandardCharsets.US_ASCII))).isEqualTo("cbf43926");
        assertThat(Crc32.of(new byte[0])).isEqualTo("00000000");
    }
}
