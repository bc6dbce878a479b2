package io.github.jukelab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The table of optional parts in docs/architecture.md is what pom.xml and the code are like. */
class OptionalPartsTest {

    private static final String ROOT = "io.github.jukelab";
    private static final long LARGEST_BYTES = 10_000_000;

    /** part, dependencies, packages, room, profile. */
    private static final Pattern ROW = Pattern.compile("\\|[^|]*\\|([^|]*:[^|]*)\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|");

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** A line of the table; dependencies as group:artifact. */
    private record Part(Set<String> dependencies, Set<String> packages, Set<String> room, Set<String> profile) {}

    private static final List<Part> PARTS = new ArrayList<>();
    private static Element project;

    @BeforeAll
    static void read() throws Exception {
        for (String line : Files.readAllLines(Path.of("docs/architecture.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                PARTS.add(new Part(names(row.group(1)), names(row.group(2)), names(row.group(3)), names(row.group(4))));
            }
        }
        Document pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File("pom.xml"));
        project = pom.getDocumentElement();
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theTableHasARowPerPart() {
        assertThat(PARTS).isNotEmpty().allSatisfy(part -> {
            assertThat(part.dependencies()).isNotEmpty();
            assertThat(part.room()).hasSizeLessThanOrEqualTo(1);
            assertThat(part.profile()).hasSizeLessThanOrEqualTo(1);
            assertThat(part.packages().isEmpty()).isEqualTo(part.room().isEmpty());
        });
    }

    @Test
    void optionalDependenciesAreThoseOfTheTable() {
        assertThat(dependencies(project)
                        .filter(dependency -> text(dependency, "optional").equals("true"))
                        .map(OptionalPartsTest::id))
                .containsExactlyInAnyOrderElementsOf(withoutProfile());
    }

    /** Profiles of a system are chosen by Maven; those of a part, which has dependencies, by its user. */
    @Test
    void profilesAreThoseOfTheTable() {
        List<Element> chosen = children(project, "profiles")
                .flatMap(profiles -> children(profiles, "profile"))
                .filter(profile -> dependencies(profile).findAny().isPresent())
                .toList();
        List<Part> parts =
                PARTS.stream().filter(part -> !part.profile().isEmpty()).toList();

        assertThat(chosen.stream().map(profile -> text(profile, "id")))
                .containsExactlyInAnyOrderElementsOf(
                        parts.stream().flatMap(part -> part.profile().stream()).toList());
        for (Element profile : chosen) {
            assertThat(dependencies(profile).map(OptionalPartsTest::id).collect(Collectors.toSet()))
                    .isEqualTo(parts.stream()
                            .filter(part -> part.profile().contains(text(profile, "id")))
                            .flatMap(part -> part.dependencies().stream())
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void whatIsLargeOrNativeIsInAProfile() throws IOException {
        for (String id : withoutProfile()) {
            assertThat(dependencies(project)
                            .filter(dependency -> id(dependency).equals(id))
                            .map(dependency -> text(dependency, "classifier")))
                    .as("classifier of " + id)
                    .containsOnly("");
            String jar = id.substring(id.indexOf(':') + 1) + "-";
            List<Path> files = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .filter(file -> file.getFileName().toString().matches(Pattern.quote(jar) + "\\d[\\d.-]*\\.jar"))
                    .toList();
            assertThat(files).as("jars of " + id).isNotEmpty();
            for (Path file : files) {
                assertThat(Files.size(file)).as(file.toString()).isLessThanOrEqualTo(LARGEST_BYTES);
            }
        }
    }

    /** Managed versions would not reach those who use Jukelab as a library, and then its class path would be another. */
    @Test
    void noVersionIsManaged() {
        assertThat(children(project, "dependencyManagement")).isEmpty();
    }

    /** Programs that use Jukelab as a library choose test library and logging themselves. */
    @Test
    void noTestLibraryAndNoLoggingTravels() throws IOException {
        List<String> libraries = Files.readAllLines(Path.of("target/libraries.txt"));
        assertThat(libraries).anyMatch(line -> line.contains("org.slf4j:slf4j-jdk14"));
        assertThat(libraries.stream().filter(line -> !line.contains("(optional)")))
                .anyMatch(line -> line.contains("org.slf4j:slf4j-api"))
                .noneMatch(line -> line.matches(
                        ".*(junit|assertj|testng|hamcrest|mockito|logback|log4j|slf4j-(?!api)|jul-|jcl-).*"));
    }

    @Test
    void onlyItsRoomImportsAPart() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
        for (Part part : PARTS) {
            for (String name : part.packages()) {
                String room = ROOT + "." + part.room().iterator().next() + "..";
                noClasses()
                        .that()
                        .resideOutsideOfPackage(room)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(name + "..")
                        .check(classes);
            }
        }
        assertThat(classes).isNotEmpty();
    }

    private static List<String> withoutProfile() {
        return PARTS.stream()
                .filter(part -> part.profile().isEmpty())
                .flatMap(part -> part.dependencies().stream())
                .toList();
    }

    private static Stream<Element> dependencies(Element parent) {
        return children(parent, "dependencies").flatMap(list -> children(list, "dependency"));
    }

    private static String id(Element dependency) {
        return text(dependency, "groupId") + ":" + text(dependency, "artifactId");
    }

    /** The text of a child; empty without such a child. */
    private static String text(Element parent, String name) {
        return children(parent, name).map(Node::getTextContent).findFirst().orElse("");
    }

    private static Stream<Element> children(Element parent, String name) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(child -> child.getNodeName().equals(name))
                .map(Element.class::cast);
    }
}
