package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.recipe.Budget;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words {@code budget()} and {@code budget(epochs, tracks)}. */
class NotebookBudgetTest {

    private static final Budget ENVIRONMENT = Budget.of(System.getenv());

    @TempDir
    Path folder;

    /** Other tests of this program have the environment's budget alone. */
    @AfterEach
    void removeLimits() {
        Notebook.budget(Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertThat(Notebook.budget()).isEqualTo(ENVIRONMENT);
    }

    @Test
    void limitsWhatIsOpenedAfterwards() throws IOException {
        for (int i = 0; i < 4; i++) {
            Waves.noise(2205, i).write(folder.resolve("cat/" + i + ".wav"));
            Waves.noise(2205, 10 + i).write(folder.resolve("dog/" + i + ".wav"));
        }

        Budget budget = Notebook.budget(1, 4);

        assertThat(budget).isEqualTo(Notebook.budget()).isEqualTo(new Budget(1, 4).and(ENVIRONMENT));
        assertThat(budget.epochs(12)).isEqualTo(1);
        assertThat(budget.toString()).contains("A SHORTENED RUN");
        assertThat(Notebook.dataset(folder.toString()).trackIds()).containsExactly("cat/0", "cat/1", "dog/0", "dog/1");
    }

    @Test
    void isSetAgain() {
        Notebook.budget(1, 4);
        assertThat(Notebook.budget(3, 50)).isEqualTo(new Budget(3, 50).and(ENVIRONMENT));
    }

    @Test
    void keepsTheLimitsIfNewOnesAreWrong() {
        Budget budget = Notebook.budget(1, 4);
        assertThatThrownBy(() -> Notebook.budget(0, 50)).hasMessage("epochs must be at least 1, got 0");
        assertThat(Notebook.budget()).isEqualTo(budget);
    }
}
