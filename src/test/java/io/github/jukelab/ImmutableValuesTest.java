package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No public record hands out a collection or an array that somebody could change. */
class ImmutableValuesTest {

    /** {@code Decoded}: sounds may have hundreds of megabytes, and its array belongs to its receiver, as it says. */
    private static final Set<String> ARRAY_IS_HANDED_OVER = Set.of("io.github.jukelab.codec.Decoded");

    private static final Set<String> COPIES = Set.of(
            "java.util.List.copyOf",
            "java.util.Set.copyOf",
            "java.util.Map.copyOf",
            "java.util.Collections.unmodifiableList",
            "java.util.Collections.unmodifiableSet",
            "java.util.Collections.unmodifiableMap",
            "java.util.Collections.unmodifiableSortedSet",
            "java.util.Collections.unmodifiableSortedMap");

    /** Its canonical constructor copies each collection. */
    @Test
    void recordsCopyTheirCollections() {
        assertThat(records()).allSatisfy(record -> {
            long collections = components(record)
                    .filter(component -> Collection.class.isAssignableFrom(component.getType())
                            || Map.class.isAssignableFrom(component.getType()))
                    .count();
            assertThat(calls(record, "<init>").filter(COPIES::contains).count())
                    .as(record.getName())
                    .isGreaterThanOrEqualTo(collections);
        });
    }

    /** Constructor and accessor copy each array. */
    @Test
    void recordsCopyTheirArrays() {
        assertThat(records())
                .filteredOn(record -> !ARRAY_IS_HANDED_OVER.contains(record.getName()))
                .allSatisfy(record -> components(record)
                        .filter(component -> component.getType().isArray())
                        .forEach(component -> {
                            assertThat(calls(record, "<init>"))
                                    .as(record.getName())
                                    .anyMatch(ImmutableValuesTest::copies);
                            assertThat(calls(record, component.getName()))
                                    .as(record.getName() + "." + component.getName())
                                    .anyMatch(ImmutableValuesTest::copies);
                        }));
    }

    private static boolean copies(String method) {
        return method.endsWith(".clone") || method.endsWith(".map") || method.endsWith(".copyOf");
    }

    private static List<JavaClass> records() {
        List<JavaClass> records = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.github.jukelab").stream()
                        .filter(type -> type.isAssignableTo(Record.class)
                                && type.getModifiers().contains(JavaModifier.PUBLIC))
                        .toList();
        assertThat(records).hasSizeGreaterThan(50);
        return records;
    }

    private static Stream<RecordComponent> components(JavaClass record) {
        return Arrays.stream(record.reflect().getRecordComponents());
    }

    /** What the constructors or the methods of a name call, each call once. */
    private static Stream<String> calls(JavaClass record, String unit) {
        return record.getMethodCallsFromSelf().stream()
                .filter(call -> call.getOrigin().getName().equals(unit))
                .map(call -> call.getTargetOwner().getName() + "." + call.getName());
    }
}
