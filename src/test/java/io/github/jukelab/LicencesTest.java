package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/licences.md lists what the build uses; {@code make licences} writes it anew. */
class LicencesTest {

    private static final Path TEXT = Path.of("docs/licences.md");

    /** | `group:artifact` | version | licence | home page |. */
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([\\w.-]+:[\\w.-]+)` \\| (\\S+) \\| (.+) \\| (\\S+) \\|$");

    /** group:artifact:jar[:classifier]:version:scope, as Maven lists the libraries before the tests. */
    private static final Pattern LIBRARY =
            Pattern.compile("(?m)^ +([\\w.-]+:[\\w.-]+):jar(?::[\\w.-]+)?:([^:\\s]+):(?:compile|runtime)\\b.*$");

    /** Identifiers of SPDX, with which all licences begin that were met so far. */
    private static final String SPDX =
            "(Apache|BSD|MIT|L?GPL|Unicode|MPL|EPL|EDL|Zlib)[A-Za-z0-9.-]*( WITH [A-Za-z0-9.-]+)?";

    private static Stream<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(TEXT)).results();
    }

    @Test
    void listsTheLibrariesOfTheBuild() throws IOException {
        List<String> libraries = LIBRARY.matcher(Files.readString(Path.of("target/libraries.txt")))
                .results()
                .map(library -> library.group(1) + " " + library.group(2))
                .distinct()
                .toList();
        assertThat(libraries).hasSizeGreaterThan(20);
        assertThat(rows().map(row -> row.group(1) + " " + row.group(2)))
                .as("the table of %s: run make licences", TEXT)
                .containsExactlyInAnyOrderElementsOf(libraries);
    }

    /** A licence by another name needs a line of licenseMerges in pom.xml. */
    @Test
    void licencesAreIdentifiersOfSpdx() throws IOException {
        assertThat(rows().flatMap(row -> Stream.of(row.group(3).split(" or "))))
                .allMatch(licence -> licence.matches(SPDX));
    }

    @Test
    void theOtherLinesAreThoseOfTheTemplate() throws IOException {
        String template = Files.readString(Path.of("tools/licences.ftl"))
                .replaceAll("(?s)<#function.*?</#function>\n", "")
                .replaceAll("(?m)^</?#.*\n", "")
                .replaceAll("(?m)^.*\\$\\{.*\n", "");
        assertThat(ROW.matcher(Files.readString(TEXT))
                        .replaceAll("")
                        .replaceAll("\n{2,}", "\n")
                        .strip())
                .as("%s: run make licences", TEXT)
                .isEqualTo(template.replaceAll("\n{2,}", "\n").strip());
    }

    @Test
    void namesTheListsAndThePythonPackages() throws IOException {
        String text = Files.readString(TEXT);
        try (Stream<Path> lists = Files.list(Path.of("data/lists"))) {
            assertThat(lists.map(list -> list.getFileName().toString()).filter(name -> name.endsWith(".csv")))
                    .isNotEmpty()
                    .allMatch(name -> text.contains("| `" + name + "` |"));
        }
        List<String> packages = Files.readAllLines(Path.of("requirements.txt")).stream()
                .filter(line -> line.contains("=="))
                .map(line -> line.substring(0, line.indexOf("==")))
                .toList();
        String table = text.substring(text.indexOf("## Python packages"));
        String named = Pattern.compile("(?m)^\\| ([a-z][a-z0-9._, -]*) \\|")
                .matcher(table)
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.joining(", "));
        assertThat(named.split(", ")).contains(packages.toArray(String[]::new)).hasSize(packages.size() + 1);
    }

    /** The jar is made of these classes. */
    @Test
    void theJarHasLicenceAndNotice() throws IOException {
        for (String name : List.of("LICENSE", "NOTICE")) {
            assertThat(Path.of("target/classes/META-INF", name)).hasSameBinaryContentAs(Path.of(name));
        }
    }
}
