package io.github.jukelab.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said at a rate of 1000 Hz. */
class LossesTest {

    @Test
    void nothingIsSaidOfAWholeFile() {
        for (End end : End.values()) {
            if (end != End.CUT) {
                assertThat(new Losses(end, 1000).warnings(5000, 5000, 0)).isEmpty();
                assertThat(new Losses(end, 1000).warnings(0, 5000, 0)).isEmpty();
                assertThat(new Losses(end, 1000).warnings(5000, 4900, 100)).isEmpty();
            }
        }
    }

    @Test
    void aFileThatEndsEarlyIsTruncated() {
        assertThat(new Losses(End.CUT, 1000).warnings(5000, 2000, 0))
                .containsExactly("truncated: header promises 5000 samples, file holds 2000");
        assertThat(new Losses(End.CUT, 1000).warnings(0, 2000, 0))
                .containsExactly("truncated: the file ends before its sound, after 2000 samples");
        assertThat(new Losses(End.UNKNOWN, 1000).warnings(5000, 2000, 0))
                .containsExactly("truncated: header promises 5000 samples, file holds 2000");
    }

    @Test
    void aFileWithAllItsBytesHasLostSamplesWithin() {
        assertThat(new Losses(End.WHOLE, 1000).warnings(5000, 2000, 0))
                .containsExactly(
                        "broken: 3000 samples are lost within the file; what follows comes earlier by as much");
    }

    @Test
    void aJumpOfPositionsTellsWhere() {
        Losses losses = new Losses(End.UNKNOWN, 1000);
        losses.at(0, 1000);
        losses.next(500);
        losses.at(2500, 500);
        assertThat(losses.warnings(3000, 2000, 0))
                .containsExactly("broken: 1000 samples are lost after 1.50 s; what follows comes earlier by as much");
        assertThat(losses.warnings(4000, 2000, 0))
                .hasSize(2)
                .contains("truncated: header promises 4000 samples, file holds 2000");
    }

    @Test
    void brokenPacketsAreCountedButNotACutLastOne() {
        Losses losses = new Losses(End.UNKNOWN, 1000);
        losses.broken(250);
        losses.decoded(true);
        assertThat(losses.warnings(0, 900, 0)).containsExactly("broken: 1 packet, after 0.25 s, could not be decoded");
        losses.broken(900);
        assertThat(losses.warnings(0, 900, 0))
                .containsExactly(
                        "broken: 2 packets, the first after 0.25 s, could not be decoded",
                        "truncated: the file ends before its sound, after 900 samples");
        Losses last = new Losses(End.UNKNOWN, 1000);
        last.broken(900);
        assertThat(last.warnings(0, 900, 0))
                .containsExactly("truncated: the file ends before its sound, after 900 samples");
        assertThat(last.warnings(900, 900, 0)).isEmpty();
        last.decoded(false);
        assertThat(last.warnings(900, 900, 0)).contains("truncated: the file ends before its sound, after 900 samples");
    }
}
