package io.github.jukelab.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.evaluation.LearningCurve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningCurveCardTest {

    @TempDir
    Path folder;

    private static LearningCurveCard card() {
        LearningCurve.Point point =
                new LearningCurve.Point(2, false, List.of(0.25, 1.0 / 3), new TreeMap<>(Map.of("a", 0.5, "b", 0.0)));
        LearningCurve.Point all = new LearningCurve.Point(26.75, true, List.of(1.0), new TreeMap<>(Map.of("a", 1.0)));
        return LearningCurveCard.of(
                RunCard.Data.of("own", List.of("a", "b")),
                "by track",
                42,
                "CPU",
                new TreeMap<>(Map.of("draws", "2")),
                List.of("c.wav: is empty"),
                new Cost(1.5, 2.5),
                new LearningCurve(List.of(new LearningCurve.Line("svm:table", List.of(point, all)))));
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        Path file = folder.resolve("card.json");
        LearningCurveCard card = card();
        card.write(file);
        assertThat(LearningCurveCard.read(file)).isEqualTo(card);
        assertThat(LearningCurveCard.isCard(file)).isTrue();
        assertThat(card.versions()).containsKey("java");
        assertThat(card).hasToString("LearningCurveCard[own, 2 tracks, by track, seed 42: " + card.curve() + "]");
    }

    @Test
    void saysWhyAFileIsNone() throws IOException {
        Path file = folder.resolve("card.json");
        card().write(file);
        String json = Files.readString(file);
        for (String other :
                List.of("null", "{}", "no JSON", json.replace("\"by track\"", "null"), json.replace("0.25", "2.5"))) {
            Files.writeString(file, other);
            assertThatThrownBy(() -> LearningCurveCard.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file + ": not the card of a learning curve: ");
            assertThat(LearningCurveCard.isCard(file)).isFalse();
        }
    }
}
