package io.github.jukelab.notebook;

import io.github.jukelab.Suggestions;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes what {@code help(…)} says. */
final class HelpPages {

    private static final String OURS = "io.github.jukelab.";

    /** Rows of a table: types of other libraries have hundreds of methods. */
    private static final int MOST = 40;

    /** In the order of the data flow. */
    private static final List<String> MAIN_TYPES = List.of(
            "Wave",
            "Spectrogram",
            "Stft",
            "MelBank",
            "Mfcc",
            "FeatureRow",
            "Picture",
            "Dataset",
            "Datasets",
            "Split",
            "FeatureTable",
            "FeatureVectors",
            "LogisticRegression",
            "MelWindows",
            "Examples",
            "Architectures",
            "Network",
            "Training",
            "Predictions",
            "Evaluation",
            "RunCard",
            "Tables",
            "Plots",
            "Playlist");

    private static final String NULL = "null is no value: it has no type and no methods";

    private HelpPages() {}

    /** The words of cells, and the types to begin with. */
    static Help words() {
        List<Help.Row> types = MAIN_TYPES.stream()
                .map(name -> TypeNames.find(name).orElseThrow())
                .map(type -> new Help.Row(Signatures.name(type), room(type), Javadocs.sentence(Javadocs.of(type))))
                .toList();
        return new Help(
                "help",
                "help(value) says what a value can do, help(\"Wave\") what a type can do,"
                        + " help(\"Wave.read\") how a method is called.",
                List.of(
                        section("words", "call", calls(methods(Notebook.class))),
                        new Help.Section("main types", "", List.of("type", "package", "what it is"), types)));
    }

    private static String room(Class<?> type) {
        return type.getPackageName().substring(OURS.length());
    }

    static Help ofValue(Object value) {
        Objects.requireNonNull(value, NULL);
        return of(value instanceof Class<?> type ? type : visible(value.getClass()));
    }

    /** The type by which others know a value: its class, or what the first public ancestor of a hidden one is. */
    private static Class<?> visible(Class<?> type) {
        if (Modifier.isPublic(type.getModifiers())) {
            return type;
        }
        return Stream.of(type.getInterfaces())
                .filter(parent -> Modifier.isPublic(parent.getModifiers()) && parent.getMethods().length > 0)
                .<Class<?>>map(parent -> parent)
                .findFirst()
                .orElseGet(() -> visible(type.getSuperclass()));
    }

    /** A type, a method of a type, or a word of cells. */
    static Help named(String name) {
        String asked = Objects.requireNonNull(name, NULL).strip().replaceFirst("\\(.*", "");
        return TypeNames.find(asked).map(HelpPages::of).orElseGet(() -> ofMethod(asked));
    }

    private static Help ofMethod(String asked) {
        int dot = asked.lastIndexOf('.');
        Class<?> type = dot < 0 ? Notebook.class : owner(asked.substring(0, dot));
        String prefix = asked.substring(0, dot + 1);
        List<Method> overloads = methods(type)
                .filter(method -> asked.equals(prefix + method.getName()))
                .toList();
        if (overloads.isEmpty()) {
            Stream<String> others = dot < 0 ? TypeNames.names().stream() : Stream.empty();
            throw unknown(asked, Stream.concat(others, methods(type).map(method -> prefix + method.getName())));
        }
        List<Help.Section> sections = isOurs(type)
                ? overloads.stream().map(HelpPages::details).toList()
                : List.of(section("calls", "call", calls(overloads.stream())));
        return new Help(asked, "", sections);
    }

    private static Class<?> owner(String name) {
        return TypeNames.find(name).orElseThrow(() -> unknown(name, TypeNames.names().stream()));
    }

    private static IllegalArgumentException unknown(String name, Stream<String> known) {
        return new IllegalArgumentException("there is no type, method or word '" + name + "'"
                + Suggestions.text(known.distinct().toList(), name)
                + " (help() lists the main ones; help(value), without quotes, is about a value)");
    }

    private static Help of(Class<?> type) {
        String name = Signatures.name(type);
        Stream<Help.Section> sections = Stream.of(
                section("constants of " + name, "constant", constants(type)),
                section(
                        "called by the name " + name,
                        "call",
                        calls(methods(type).filter(HelpPages::isStatic))),
                section("called on a value", "call", calls(methods(type).filter(method -> !isStatic(method)))));
        return new Help(
                name,
                text(type, name),
                sections.filter(section -> !section.rows().isEmpty()).toList());
    }

    /** The first sentence about a type of ours; the full name of another, if it says more. */
    private static String text(Class<?> type, String name) {
        String full = Signatures.fullName(type);
        return isOurs(type) ? Javadocs.sentence(Javadocs.of(type)) : full.equals(name) ? "" : full;
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith(OURS);
    }

    /** Only some of very many rows; no third column if no row has a text. */
    private static Help.Section section(String title, String column, List<Help.Row> rows) {
        boolean described = rows.stream().anyMatch(row -> !row.text().isEmpty());
        List<String> columns = described ? List.of(column, "gives", "what it does") : List.of(column, "gives");
        String some = rows.size() > MOST ? ", the first " + MOST + " of " + rows.size() : "";
        return new Help.Section(
                title + some, "", columns, rows.stream().limit(MOST).toList());
    }

    private static List<Help.Row> constants(Class<?> type) {
        return Stream.of(type.getFields())
                .filter(field -> isStatic(field) && field.getDeclaringClass() == type)
                .map(field -> new Help.Row(
                        Signatures.name(type) + "." + field.getName(),
                        Signatures.name(field.getGenericType()),
                        isOurs(type) ? Javadocs.sentence(Javadocs.of(field)) : ""))
                .toList();
    }

    private static boolean isStatic(Member member) {
        return Modifier.isStatic(member.getModifiers());
    }

    private static List<Help.Row> calls(Stream<Method> methods) {
        return methods.map(method -> new Help.Row(
                        Signatures.call(method), Signatures.result(method), Javadocs.sentence(Javadocs.of(method))))
                .toList();
    }

    /** By name, then number of parameters: without what every object has, and of a type of ours only what is ours. */
    private static Stream<Method> methods(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> !method.isSynthetic() && !isOfEveryObject(method))
                .filter(method -> !isOurs(type) || isOurs(method.getDeclaringClass()))
                .sorted(Comparator.comparing(Method::getName)
                        .thenComparing(Method::getParameterCount)
                        .thenComparing(Signatures::call));
    }

    private static boolean isOfEveryObject(Method method) {
        return Stream.of(Object.class.getMethods())
                .anyMatch(known -> known.getName().equals(method.getName())
                        && Arrays.equals(known.getParameterTypes(), method.getParameterTypes()));
    }

    private static Help.Section details(Method method) {
        Stream<Help.Row> parameters = Stream.of(method.getParameters())
                .map(parameter -> new Help.Row(
                        parameter.getName(),
                        Signatures.type(parameter),
                        Javadocs.parameter(method, parameter.getName())));
        Help.Row result = new Help.Row("gives", Signatures.result(method), Javadocs.returned(method));
        return new Help.Section(
                Signatures.call(method),
                Javadocs.of(method),
                List.of("part", "type", "what it is"),
                Stream.of(parameters, Stream.of(result), Javadocs.errors(method).stream())
                        .flatMap(rows -> rows)
                        .toList());
    }
}
