package io.github.jukelab.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Examples from the description of the encoding of protocol buffers, and its rules for other numbers. */
class MessageTest {

    private static String hex(Message message) {
        return HexFormat.of().formatHex(message.toByteArray());
    }

    @Test
    void numbersHaveSevenBitsPerByte() {
        assertThat(hex(new Message().number(1, 150))).isEqualTo("089601");
        assertThat(hex(new Message().number(1, 0).number(2, 127).number(3, 128)))
                .isEqualTo("0800107f188001");
        assertThat(hex(new Message().number(20, 1))).isEqualTo("a00101");
        assertThat(hex(new Message().number(1, -2))).isEqualTo("08feffffffffffffffff01");
    }

    @Test
    void textsAndMessagesHaveTheirLength() {
        assertThat(hex(new Message().text(2, "testing"))).isEqualTo("120774657374696e67");
        assertThat(hex(new Message().message(3, new Message().number(1, 150)))).isEqualTo("1a03089601");
        assertThat(hex(new Message().text(1, "é"))).isEqualTo("0a02c3a9");
    }

    @Test
    void realNumbersAreLittleEndian() {
        assertThat(hex(new Message().real(2, 1))).isEqualTo("150000803f");
    }

    @Test
    void elementsAreLittleEndian() {
        assertThat(ElementType.FLOAT.bytes(1, -2)).containsExactly(0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0);
        assertThat(ElementType.INT64.bytes(-1, 258))
                .containsExactly(-1, -1, -1, -1, -1, -1, -1, -1, 2, 1, 0, 0, 0, 0, 0, 0);
        assertThat(ElementType.DOUBLE.bytes(1)).containsExactly(0, 0, 0, 0, 0, 0, 0xf0, 0x3f);
    }
}
