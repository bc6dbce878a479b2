package io.github.jukelab.notebook;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Methods and types as a reader writes them in a cell: without packages. */
final class Signatures {

    private Signatures() {}

    /** Such as {@code Wave.read(String file)}; a value's method and a word of cells stand alone. */
    static String call(Method method) {
        String parameters =
                Arrays.stream(method.getParameters()).map(Signatures::parameter).collect(Collectors.joining(", "));
        boolean alone = !Modifier.isStatic(method.getModifiers()) || method.getDeclaringClass() == Notebook.class;
        return (alone ? "" : name(method.getDeclaringClass()) + ".") + method.getName() + "(" + parameters + ")";
    }

    /** Without the names that the compiler makes up where a library has none. */
    private static String parameter(Parameter parameter) {
        return parameter.isNamePresent() ? type(parameter) + " " + parameter.getName() : type(parameter);
    }

    /** Such as {@code Map<String, Wave>}, {@code String...}. */
    static String type(Parameter parameter) {
        String type = name(parameter.getParameterizedType());
        return parameter.isVarArgs() ? type.replaceFirst("\\[]$", "...") : type;
    }

    /** What a method gives, such as {@code List<Wave>}. */
    static String result(Method method) {
        return method.getReturnType() == void.class ? "nothing" : name(method.getGenericReturnType());
    }

    static String name(Type type) {
        return simple(fullName(type));
    }

    /** With package; of a type that a cell declares, without the class that the kernel puts it in. */
    static String fullName(Type type) {
        return type.getTypeName().replaceAll("REPL\\.\\$JShell\\$\\w+\\$", "").replace('$', '.');
    }

    /** A name, or a reference of Javadoc, without packages. */
    static String simple(String name) {
        return name.replaceFirst("^#", "").replace('#', '.').replaceAll("\\b([a-z_]\\w*\\.)+(?=[A-Z])", "");
    }
}
