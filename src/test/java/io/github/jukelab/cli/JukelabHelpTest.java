package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.jukelab.provenance.Build;
import io.github.jukelab.recipe.Recipe;
import io.github.jukelab.recipe.Recipes;
import io.github.jukelab.recipe.Variant;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The help text of every command, also of one that is new. */
class JukelabHelpTest {

    private static final String EXAMPLE = "Example: jukelab ";

    private final Console console = new Console(Path.of("."));

    static Stream<String> commands() {
        return Jukelab.commandLine().getSubcommands().keySet().stream();
    }

    private static CommandSpec spec(String command) {
        return Jukelab.commandLine().getSubcommands().get(command).getCommandSpec();
    }

    private List<String> help(String command) {
        assertThat(console.run(command, "--help")).isZero();
        assertThat(console.errors()).isEmpty();
        return console.output();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isWhole(String command) {
        assertThat(help(command))
                .allMatch(line -> line.length() <= 80)
                .allMatch(line -> line.equals(line.stripTrailing()))
                .noneMatch(line ->
                        line.matches(".*(\\$\\{|\\bnull\\b|\\[\\]|@\\||%n|Optional|MAX_VALUE|2147483647|NaN).*"))
                .anyMatch(line -> line.matches("Usage: jukelab " + command + " \\[.+"))
                .anyMatch(line -> line.matches(" +-h, --help +\\S.*"))
                .anyMatch(line -> line.matches(" +-V, --version +\\S.*"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void describesEveryArgument(String command) {
        String text = String.join("\n", help(command));
        assertThat(spec(command).args()).allSatisfy(argument -> {
            assertThat(argument.description()).isNotEmpty();
            assertThat(String.join(" ", argument.description()))
                    .matches("(?s).+\\S[.)]|.+\\$\\{COMPLETION-CANDIDATES}\\.");
            assertThat(text).contains(argument.arity().max() == 0 ? "--" : argument.paramLabel());
        });
    }

    /** What is not required and has a value says what holds without it. */
    @ParameterizedTest
    @MethodSource("commands")
    void namesTheDefaults(String command) {
        assertThat(spec(command).options())
                .filteredOn(option -> option.arity().max() > 0 && !option.required())
                .extracting(ArgSpec::description)
                .extracting(lines -> String.join(" ", lines))
                .allMatch(line -> line.contains("(default: ") || line.matches("(Also|Folder for|A folder).*"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void exampleIsACommand(String command) {
        help(command).stream()
                .filter(line -> line.startsWith(EXAMPLE))
                .map(line -> line.substring(EXAMPLE.length()).split(" "))
                .forEach(arguments -> assertThatCode(() -> Jukelab.commandLine().parseArgs(arguments))
                        .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "results"})
    void namesTheRecipes(String command) {
        String text = String.join(" ", help(command)).replaceAll("\\s+", " ");
        String names = String.join(
                ", ", Recipes.all(Variant.REPAIRED).stream().map(Recipe::name).toList());
        assertThat(text).contains(names + ".");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void versionAfterTheCommand(String command) {
        assertThat(console.run(command, "-V")).isZero();
        assertThat(console.output()).containsExactly("jukelab " + Build.current());
        assertThat(console.errors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anUnknownOptionExitsWithCodeTwo(String command) {
        assertThat(console.run(command, "--loud")).isEqualTo(2);
        assertThat(console.output()).isEmpty();
        assertThat(console.errors()).hasSize(2).first().asString().startsWith("jukelab: ");
    }
}
