package io.github.jukelab.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExercisesTest {

    private static final Pattern ID = Pattern.compile("\"### Exercise (\\d\\d\\.\\d): ");

    static List<Exercise> all() {
        return Exercises.all();
    }

    @Test
    void allAreThoseOfTheNotebooks() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
            List<String> ids = files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .flatMap(file -> ids(file).stream())
                    .toList();
            assertThat(Exercises.all()).extracting(Exercise::id).isEqualTo(ids);
        }
    }

    private static List<String> ids(Path notebook) {
        try {
            return ID.matcher(Files.readString(notebook))
                    .results()
                    .map((MatchResult id) -> id.group(1))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void anUnknownIdNamesSimilarOnes() {
        assertThatThrownBy(() -> Exercises.of("00.9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no exercise '00.9'; similar: 00.1, 00.2, ");
        assertThatThrownBy(() -> Exercises.of(null)).hasMessageStartingWith("there is no exercise 'null'");
    }

    @ParameterizedTest
    @MethodSource("all")
    void withoutAnAnswerEachSaysWhatToPass(Exercise exercise) {
        assertThat(Exercises.of(exercise.id())).isSameAs(exercise);
        assertThat(exercise.check().text()).startsWith("No answer yet: write check(\"" + exercise.id() + "\", ");
        assertThat(exercise.hint()).isNotBlank();
    }

    /** Whatever a learner passes, a check answers with a sentence. */
    @ParameterizedTest
    @MethodSource("all")
    void whatCannotBeUsedIsNotYetRight(Exercise exercise) {
        for (Object value : new Object[] {null, Double.NaN, "", List.of(), new double[0], new Object(), -1}) {
            for (int count = 1; count <= 3; count++) {
                Object[] values = Stream.generate(() -> 1).limit(count).toArray();
                values[0] = value;
                assertThat(exercise.check(values).text()).startsWith("Not yet: ");
            }
        }
    }
}
