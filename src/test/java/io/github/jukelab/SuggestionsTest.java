package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

    private static final List<String> KNOWN = List.of("Wave", "Plots", "Splits", "MelScale", "MelBank", "mfcc");

    @Test
    void theMostSimilarComesFirst() {
        assertThat(Suggestions.text(KNOWN, "Mel")).isEqualTo("; similar: MelBank, MelScale");
        assertThat(Suggestions.text(KNOWN, "MelBnk")).isEqualTo("; similar: MelBank");
    }

    @Test
    void capitalLettersDoNotMatter() {
        assertThat(Suggestions.text(KNOWN, "WAVE")).isEqualTo("; similar: Wave");
        assertThat(Suggestions.text(KNOWN, "MFCC")).isEqualTo("; similar: mfcc");
    }

    @Test
    void nothingIsSaidIfNothingIsSimilar() {
        assertThat(Suggestions.text(KNOWN, "xylophone")).isEmpty();
        assertThat(Suggestions.text(KNOWN, "")).isEmpty();
    }
}
