package io.github.jukelab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table of rooms in docs/architecture.md is what the code is like: the rules are read from it. */
class RoomsTest {

    private static final String ROOT = "io.github.jukelab";
    private static final String BASE = "jukelab";
    private static final Path SOURCES = Path.of("src/main/java/io/github/jukelab");
    private static final double LARGEST_SHARE = 0.12;

    /** room, what for, may import, third party. */
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\|[^|]*\\|([^|]*)\\|([^|]*)\\|");

    private static final Pattern NAME = Pattern.compile("`([\\w.]+)`");

    /** A line of the table: names of rooms, and beginnings of packages. */
    private record Room(Set<String> imports, Set<String> thirdParties) {}

    private static final Map<String, Room> ROOMS = new HashMap<>();
    private static JavaClasses classes;

    @BeforeAll
    static void read() throws IOException {
        for (String line : Files.readAllLines(Path.of("docs/architecture.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                ROOMS.put(row.group(1), new Room(names(row.group(2)), names(row.group(3))));
            }
        }
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theTableNamesEveryRoom() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES)) {
            Stream<String> names =
                    folders.filter(Files::isDirectory).map(Path::getFileName).map(Path::toString);
            assertThat(Stream.concat(names, Stream.of(BASE))).containsExactlyInAnyOrderElementsOf(ROOMS.keySet());
        }
    }

    @Test
    void roomsImportWhatTheTableSays() {
        assertThat(strangers(
                        name -> name.startsWith(ROOT + "."),
                        (room, name) -> room.equals(room(name))
                                || room(name).equals(BASE)
                                || ROOMS.get(room).imports().contains(room(name))))
                .isEmpty();
    }

    @Test
    void thirdPartiesStayInTheirRooms() {
        assertThat(strangers(
                        name -> !name.startsWith(ROOT) && !name.startsWith("java.") && name.contains("."),
                        (room, name) -> ROOMS.get(room).thirdParties().stream()
                                .anyMatch(party -> name.startsWith(party + "."))))
                .isEmpty();
    }

    /** What the table allows and nobody needs is a door left open. */
    @Test
    void theTableAllowsNothingThatIsNotUsed() {
        Map<String, Set<String>> used = ROOMS.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), room -> classes.stream()
                        .filter(type -> room.equals(room(type.getName())))
                        .flatMap(RoomsTest::mentioned)
                        .collect(Collectors.toSet())));
        ROOMS.forEach((name, room) -> {
            assertThat(room.imports()).as(name).allMatch(other -> used.get(name).stream()
                    .anyMatch(type -> other.equals(room(type))));
            assertThat(room.thirdParties()).as(name).allMatch(party -> used.get(name).stream()
                    .anyMatch(type -> type.startsWith(party + ".")));
        });
    }

    @FunctionalInterface
    private interface Allowed {
        boolean test(String room, String type);
    }

    private static List<String> strangers(java.util.function.Predicate<String> asked, Allowed allowed) {
        return classes.stream()
                .filter(type -> ROOMS.containsKey(room(type.getName())))
                .flatMap(type -> mentioned(type)
                        .filter(asked)
                        .filter(name -> !allowed.test(room(type.getName()), name))
                        .map(name -> type.getName() + " mentions " + name))
                .distinct()
                .sorted()
                .toList();
    }

    /** What a class depends on, with what the methods it calls take and give back. */
    private static Stream<String> mentioned(JavaClass type) {
        Stream<JavaClass> named = type.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass);
        Stream<JavaClass> passed = Stream.concat(
                        type.getMethodCallsFromSelf().stream()
                                .flatMap(call -> call.getTarget().resolveMember().stream()),
                        type.getConstructorCallsFromSelf().stream()
                                .flatMap(call -> call.getTarget().resolveMember().stream()))
                .map(JavaCodeUnit.class::cast)
                .filter(unit -> unit.getOwner().getName().startsWith(ROOT))
                .flatMap(unit ->
                        Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType())));
        return Stream.concat(named, passed).map(JavaClass::getBaseComponentType).map(JavaClass::getName);
    }

    /** The room of a type's name; nothing for other types than ours. */
    private static String room(String type) {
        if (!type.startsWith(ROOT + ".")) {
            return "";
        }
        String rest = type.substring(ROOT.length() + 1);
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : BASE;
    }

    private static Path folder(String room) {
        return room.equals(BASE) ? SOURCES : SOURCES.resolve(room);
    }

    @Test
    void noCycles() {
        check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void noRoomIsAHouse() throws IOException {
        Map<String, Long> lines = new HashMap<>();
        for (String room : ROOMS.keySet()) {
            try (Stream<Path> files = Files.list(folder(room))) {
                lines.put(
                        room,
                        files.filter(Files::isRegularFile)
                                .mapToLong(RoomsTest::lines)
                                .sum());
            }
        }
        long all = lines.values().stream().mapToLong(Long::longValue).sum();
        assertThat(lines).allSatisfy((room, count) -> assertThat((double) count / all)
                .as("share of the code in %s", room)
                .isLessThanOrEqualTo(LARGEST_SHARE));
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void libraryRoomsDoNotPrint() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".notebook..", ROOT + ".cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    @Test
    void libraryRoomsDoNotReadTheEnvironment() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".notebook..", ROOT + ".cli..", ROOT + ".provenance..")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class));
    }

    @Test
    void publicClassesCannotBeExtended() {
        check(classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotAssignableTo(Throwable.class)
                .should()
                .haveModifier(JavaModifier.FINAL));
    }

    private static void check(ArchRule rule) {
        rule.check(classes);
    }
}
