package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.exercise.Exercises;
import io.github.jukelab.exercise.Verdict;
import org.junit.jupiter.api.Test;

class NotebookExercisesTest {

    @Test
    void anAnswerHasAVerdict() {
        assertThat(Notebook.check("00.5", new double[] {1, 0.4, 0.4}).right()).isTrue();
        assertThat(Notebook.check("00.5", new double[] {1, 1, 1}).text()).startsWith("Not yet: ");
        assertThat(Notebook.check("00.5").text()).startsWith("No answer yet: ");
    }

    @Test
    void aHintIsAParagraph() {
        assertThat(Notebook.hint("00.5"))
                .isEqualTo(new Paragraph(Exercises.of("00.5").hint()));
    }

    @Test
    void anUnknownExerciseNamesSimilarOnes() {
        assertThatThrownBy(() -> Notebook.check("00.6")).hasMessageContaining("similar: 00.1");
        assertThatThrownBy(() -> Notebook.hint("quick")).hasMessage("there is no exercise 'quick'");
    }

    @Test
    void aVerdictIsAParagraph() {
        Verdict verdict = Notebook.check("00.5");
        MimeBundle bundle = bundle(verdict);
        assertThat(bundle.data().get(MimeBundle.HTML)).startsWith("<p>No answer yet: write check(&quot;00.5&quot;");
    }

    private static MimeBundle bundle(Verdict verdict) {
        return Renderers.all().stream()
                .filter(rendering -> rendering.type() == Verdict.class)
                .map(rendering -> rendered(rendering, verdict))
                .findFirst()
                .orElseThrow();
    }

    private static <T> MimeBundle rendered(Renderers.Rendering<T> rendering, Verdict verdict) {
        return rendering.of(rendering.type().cast(verdict));
    }
}
