package io.github.jukelab.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoadOptionsTest {

    @Test
    void saysWhatIsMissingOfAPart() {
        LoadOptions part = LoadOptions.WHOLE.withOffset(10).withDuration(2);

        assertThat(part.shortfall(1.5)).contains("the file ends 0.50 s before the end of this part");
        assertThat(part.shortfall(1.95)).isEmpty();
        assertThat(part.shortfall(2)).isEmpty();
        assertThat(LoadOptions.WHOLE.shortfall(1)).isEmpty();
    }
}
