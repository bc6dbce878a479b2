package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.evaluation.Comparison;
import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.provenance.RunCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotebookSummaryTest {

    private static final String HOME = "io.github.jukelab.home";

    private final String before = System.getProperty(HOME);

    @BeforeEach
    void inTheProject() {
        System.setProperty(HOME, Path.of("").toAbsolutePath().toString());
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(HOME);
        } else {
            System.setProperty(HOME, before);
        }
    }

    @Test
    void aSummaryIsWhatTheValueSays() {
        Comparison comparison = new Comparison(0.5, 0.75, -0.5, 0.1, 4);
        History history = new History(List.of(new Epoch(1, 1, 0.5, 1, 0.5, 0.001, 1)));
        assertThat(Notebook.summary(comparison)).hasToString(comparison.summary());
        assertThat(Notebook.summary(comparison, "old", "new")).hasToString(comparison.summary("old", "new"));
        assertThat(Notebook.summary(history)).hasToString(history.summary());
        assertThat(Notebook.summary(history, "test")).hasToString(history.summary("test"));
    }

    @Test
    void aKeptRunHasItsCurve() throws IOException {
        RunCard card = Notebook.keptRun("four-genres_mel-windows_as-printed_article_42");
        assertThat(card.shortened()).isFalse();
        assertThat(card.curves().get(0).history().epochs()).hasSize(150);
        assertThatThrownBy(() -> Notebook.keptRun("four-genres_mel-windows_as-printed_article_41"))
                .hasMessageContaining("similar: four-genres_mel-windows_as-printed_article_42");
    }
}
