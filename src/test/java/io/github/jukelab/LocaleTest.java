package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Numbers and letters are the same in every country: no code uses the locale of the JVM. Of the methods of the JDK that
 * also come with a {@link Locale}, only those are called.
 */
class LocaleTest {

    /** Methods that use the locale of the JVM and have no twin with a {@link Locale}. */
    private static final Set<String> WITHOUT_TWIN = Set.of(
            "java.lang.String.formatted",
            "java.text.DecimalFormat.<init>",
            "java.text.MessageFormat.format",
            "java.util.Locale.getDefault");

    @Test
    void noCodeUsesTheLocaleOfTheJvm() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.github.jukelab", "org.nd4j.nativeblas");
        assertThat(classes).hasSizeGreaterThan(300);
        assertThat(dependent(classes)).isEmpty();
    }

    @Test
    void theRuleFindsWhatDependsOnTheLocale() {
        JavaClasses classes = new ClassFileImporter().importClasses(Dependent.class, Independent.class);
        assertThat(dependent(classes))
                .hasSize(9)
                .allMatch(line -> line.contains("Dependent") && !line.contains("Independent"));
    }

    @SuppressWarnings("unused")
    private static final class Dependent {
        void all() {
            String.format("%d", 1);
            "%d".formatted(1);
            "I".toLowerCase();
            Stream.of("i").map(String::toUpperCase).toList();
            System.out.printf("%d", 1);
            DateTimeFormatter.ofPattern("y");
            new DecimalFormat("0.0");
            MessageFormat.format("{0}", 1);
            Locale.getDefault();
        }
    }

    @SuppressWarnings("unused")
    private static final class Independent {
        void all() {
            String.format(Locale.ROOT, "%d", 1);
            "I".toLowerCase(Locale.ROOT);
            System.out.printf(Locale.ROOT, "%d", 1);
            DateTimeFormatter.ofPattern("y", Locale.ROOT);
            DecimalFormatSymbols.getInstance(Locale.ROOT);
            System.out.println(1.5);
        }
    }

    private static List<String> dependent(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> access.getTarget() instanceof CodeUnitAccessTarget target && dependsOnLocale(target))
                .map(JavaAccess::getDescription)
                .toList();
    }

    private static boolean dependsOnLocale(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getName();
        return owner.startsWith("java.")
                && (WITHOUT_TWIN.contains(owner + "." + target.getName())
                        || twins(target).anyMatch(twin -> withoutLocale(twin)
                                .equals(target.getRawParameterTypes().stream()
                                        .map(type -> type.getName())
                                        .toList())));
    }

    /** The methods or constructors of the same name that take a {@link Locale}. */
    private static Stream<Executable> twins(CodeUnitAccessTarget target) {
        Class<?> type = target.getOwner().reflect();
        return Stream.<Executable>concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getConstructors()))
                .filter(unit -> name(unit).equals(target.getName()))
                .filter(unit -> List.of(unit.getParameterTypes()).contains(Locale.class));
    }

    private static String name(Executable unit) {
        return unit instanceof Constructor ? "<init>" : unit.getName();
    }

    private static List<String> withoutLocale(Executable unit) {
        List<String> types = new ArrayList<>();
        for (Class<?> type : unit.getParameterTypes()) {
            if (type != Locale.class) {
                types.add(type.getName());
            }
        }
        return types;
    }
}
