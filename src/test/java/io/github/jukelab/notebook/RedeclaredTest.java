package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.function.Supplier;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a JShell of this process, as in both kernels. */
class RedeclaredTest {

    /** The system property by which cells hand a value to the tests. */
    private static final String GIVEN = "io.github.jukelab.given";

    private record Evaluator(JShell shell) {}

    private record Kernel(Evaluator evaluator) {}

    private final JShell shell = JShell.builder().executionEngine("local").build();

    @BeforeEach
    void releases() {
        ClassLoader loader = (ClassLoader) given("new Object() {}.getClass().getClassLoader()");
        Redeclared.release(new Kernel(new Evaluator(shell)), loader, List.of("evaluator", "shell"));
    }

    @AfterEach
    void close() {
        shell.close();
        System.getProperties().remove(GIVEN);
    }

    private void run(String... cells) {
        for (String cell : cells) {
            for (SnippetEvent event : shell.eval(cell)) {
                assertThat(event.exception()).as(cell).isNull();
                assertThat(event.status()).as(cell).isNotEqualTo(Snippet.Status.REJECTED);
            }
        }
    }

    private Object given(String expression) {
        run("{ System.getProperties().put(\"" + GIVEN + "\", " + expression + "); }");
        return System.getProperties().remove(GIVEN);
    }

    private WeakReference<Object> reference(String name) {
        return new WeakReference<>(given(name));
    }

    private static boolean isReleased(WeakReference<Object> reference) {
        for (int i = 0; i < 20 && reference.get() != null; i++) {
            System.gc();
        }
        return reference.get() == null;
    }

    @Test
    void theEarlierValueOfAVariableIsReleased() {
        run("var picture = new int[1000];");
        WeakReference<Object> earlier = reference("picture");
        assertThat(isReleased(earlier)).isFalse();
        run("var picture = new int[2000];");
        assertThat(isReleased(earlier)).isTrue();
        assertThat((int[]) given("picture")).hasSize(2000);
    }

    @Test
    void cellsThatRunAgainKeepTheValuesOfTheLastRunOnly() {
        String[] cells = {"var seed = 1;", "var picture = new int[1000 + seed];", "var copy = picture.clone();"};
        run(cells);
        List<WeakReference<Object>> earlier = List.of(reference("picture"), reference("copy"));
        for (int i = 0; i < 3; i++) {
            run(cells);
        }
        assertThat(earlier).allMatch(RedeclaredTest::isReleased);
        assertThat((int[]) given("copy")).hasSize(1001);
    }

    @Test
    void noneOfManyEarlierValuesIsKept() {
        run("var picture = new int[1];", "var picture = new int[2];");
        WeakReference<Object> second = reference("picture");
        run("var picture = new int[3];");
        WeakReference<Object> third = reference("picture");
        run("var picture = new int[4];", "var picture = new int[5];");
        assertThat(List.of(second, third)).allMatch(RedeclaredTest::isReleased);
    }

    @Test
    void aValueOfAnotherTypeIsReleasedToo() {
        run("var picture = new int[1000];");
        WeakReference<Object> earlier = reference("picture");
        run("var picture = 1;", "var picture = \"words\";");
        assertThat(isReleased(earlier)).isTrue();
        assertThat(given("picture")).isEqualTo("words");
    }

    @Test
    void aLambdaThatWasMadeBeforeSeesTheNewValue() {
        run("String word = \"first\";");
        Supplier<?> earlier = (Supplier<?>) given("(java.util.function.Supplier<String>) () -> word");
        assertThat(earlier.get()).isEqualTo("first");
        run("String word = \"first\" + 1;");
        assertThat(earlier.get()).isEqualTo("first1");
    }

    @Test
    void onlyTheLastResultIsKept() {
        SnippetEvent event = shell.eval("new int[1000]").get(0);
        WeakReference<Object> first = reference(((VarSnippet) event.snippet()).name());
        assertThat(isReleased(first)).isFalse();
        run("1 + 2");
        assertThat(isReleased(first)).isTrue();
    }

    @Test
    void aVariableThatIsDeclaredAgainInTheSameWordsKeepsItsNewValue() {
        for (int i = 0; i < 3; i++) {
            shell.eval("var picture = new int[1000];").stream()
                    .filter(event -> event.status() == Snippet.Status.OVERWRITTEN)
                    .forEach(event -> shell.drop(event.snippet())); // as JJava does
            assertThat((int[]) given("picture")).hasSize(1000);
        }
    }

    @Test
    void numbersMayBeDeclaredAgainAsOtherNumbers() {
        run("var size = 1;", "var size = 2.5;", "var size = 3L;");
        assertThat(given("size")).isEqualTo(3L);
    }

    @Test
    void anotherKernelIsNamed() {
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true));
        try {
            Redeclared.release(new Kernel(null), RedeclaredTest.class.getClassLoader(), List.of("interpreter"));
        } finally {
            System.setErr(err);
        }
        assertThat(printed.toString())
                .startsWith("jukelab: the kernel keeps values of variables that are declared again: ")
                .contains("Kernel.interpreter");
    }
}
