package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.jukelab.Progress;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.dataset.DatasetLocator;
import io.github.jukelab.input.ExampleCollector;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.provenance.Cost;
import io.github.jukelab.recipe.Budget;
import io.github.jukelab.recipe.FeatureTables;
import io.github.jukelab.recipe.MelWindowsRecipe;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No value that a cell can end with is shown as its type's name and an address, such as {@code [F@1b2c}. */
class NotebookValuesTest {

    private static final String ROOT = "io.github.jukelab.";

    /** The types of all rooms but the command line that cells can have a value of. */
    private static List<JavaClass> types() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.github.jukelab").stream()
                        .filter(type -> type.getPackageName().startsWith(ROOT))
                        .filter(type -> !type.getPackageName().equals(ROOT + "cli"))
                        .filter(type -> hasValues(type.reflect()))
                        .toList();
    }

    private static boolean hasValues(Class<?> type) {
        return !type.isInterface()
                && !type.isEnum()
                && !type.isAnonymousClass()
                && !Throwable.class.isAssignableFrom(type)
                && !Extension.class.isAssignableFrom(type)
                && isSeen(type)
                && Arrays.stream(type.getDeclaredMethods()).anyMatch(NotebookValuesTest::belongsToAValue);
    }

    /** Public, or given out as one of our public interfaces. */
    private static boolean isSeen(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                || !type.isMemberClass()
                        && Stream.of(type.getInterfaces())
                                .anyMatch(parent -> isOurs(parent) && Modifier.isPublic(parent.getModifiers()));
    }

    private static boolean belongsToAValue(Method method) {
        return !Modifier.isStatic(method.getModifiers()) && !Modifier.isPrivate(method.getModifiers());
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith(ROOT);
    }

    @Test
    void classesDescribeThemselves() {
        List<Class<?>> classes = types().stream()
                .filter(type -> !type.isRecord())
                .<Class<?>>map(JavaClass::reflect)
                .toList();

        assertThat(classes).hasSizeGreaterThan(30).allSatisfy(type -> assertThat(
                        isOurs(type.getMethod("toString").getDeclaringClass()))
                .as("%s has a toString", type)
                .isTrue());
    }

    @Test
    void recordsWithArraysDescribeThemselves() {
        List<JavaClass> records = types().stream()
                .filter(JavaClass::isRecord)
                .filter(type -> Stream.of(type.reflect().getRecordComponents()).anyMatch(NotebookValuesTest::hasArray))
                .toList();

        assertThat(records).hasSizeGreaterThan(3).allSatisfy(type -> assertThat(isWritten(type.getMethod("toString")))
                .as("%s has a toString of its own", type.getName())
                .isTrue());
    }

    private static boolean hasArray(RecordComponent component) {
        return component.getGenericType().getTypeName().contains("[]");
    }

    /** What the compiler writes for a record only calls {@code ObjectMethods}, dynamically. */
    private static boolean isWritten(JavaMethod method) {
        return !method.getAccessesFromSelf().isEmpty();
    }

    @Test
    void descriptionsAreShort(@TempDir Path folder) throws IOException {
        DatasetLocator locator = new DatasetLocator(Path.of("home"), Map.of());
        Path file = Files.write(folder.resolve("x.wav"), new byte[44]);

        assertThat(locator).hasToString("DatasetLocator[home]");
        assertThat(new FeatureTables(Path.of("home"), locator, Budget.of(Map.of())))
                .hasToString("FeatureTables[home, Budget[full]]");
        assertThat(new ExampleCollector(List.of(MelWindows.REPAIRED)))
                .hasToString("ExampleCollector[" + MelWindows.REPAIRED + "]");
        assertThat(AudioSource.of("x", new byte[2])).hasToString("AudioSource[x, 2 bytes]");
        try (AudioSource source = AudioSource.open(file)) {
            assertThat(source).hasToString("AudioSource[" + file + "]");
        }
        assertThat(Cost.start().toString()).matches("Stopwatch\\[\\d+\\.\\d s]");
        assertThat(MelWindowsRecipe.REPAIRED.learner().toString()).startsWith("NetworkLearner[Training[");
    }

    @Test
    void progressSaysWhatWasReportedLast() {
        Progress progress = new LiveProgress(
                "reading",
                new Display() {
                    @Override
                    public String show(MimeBundle bundle) {
                        return "id";
                    }

                    @Override
                    public void update(String id, MimeBundle bundle) {}
                },
                () -> 0);

        assertThat(progress).hasToString("LiveProgress[reading]");
        progress.report(0, 2, "first");
        assertThat(progress).hasToString("LiveProgress[reading: 0 of 2, first]");
    }
}
