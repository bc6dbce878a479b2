package io.github.jukelab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckReportTest {

    private static final Concern SHORT = new Concern(Topic.TOO_SHORT, "cat/1.wav", "0.05 s");
    private static final Concern CLIPPED = new Concern(Topic.CLIPPED, "cat/2.wav", "often");
    private static final Concern LEAK = new Concern(Topic.LEAK, "dog/3.wav", "the same samples as cat/2.wav");

    private static CheckReport report(Concern... concerns) {
        Map<String, Integer> usable = new LinkedHashMap<>();
        usable.put("dog", 6);
        usable.put("cat", 5);
        return new CheckReport(12, usable, List.of(concerns));
    }

    @Test
    void aCleanReportSaysSo() {
        CheckReport report = report();
        assertThat(report.stops()).isFalse();
        assertThat(report.topics()).isEmpty();
        assertThat(report)
                .hasToString("CheckReport[11 of 12 tracks can be used: dog 6, cat 5; Nothing was found. "
                        + "Training can go on.]");
    }

    @Test
    void warningsDoNotStop() {
        CheckReport report = report(SHORT, SHORT, CLIPPED);
        assertThat(report.stops()).isFalse();
        assertThat(report.topics()).containsExactly(Topic.TOO_SHORT, Topic.CLIPPED);
        assertThat(report.of(Topic.TOO_SHORT)).containsExactly(SHORT, SHORT);
        assertThat(report.of(Topic.LEAK)).isEmpty();
        assertThat(report.verdict())
                .isEqualTo("Training can go on. Look at the warnings before: much shorter than the others; clipped.");
    }

    @Test
    void anErrorStops() {
        assertThat(report(SHORT, LEAK).stops()).isTrue();
        assertThat(report(SHORT, LEAK).verdict()).isEqualTo("Training should not go on: the same sound on two sides.");
        assertThat(LEAK).hasToString("dog/3.wav: the same samples as cat/2.wav");
    }

    /** The last lines of a page in a terminal are those that are seen. */
    @Test
    void errorsAreToldLast() {
        List<Boolean> stops = Arrays.stream(Topic.values()).map(Topic::stops).toList();
        assertThat(stops).isSorted();
        assertThat(Topic.values()).allSatisfy(topic -> {
            assertThat(topic.title()).matches("[a-z].*[a-z]");
            assertThat(topic.advice()).endsWith(".");
        });
    }
}
