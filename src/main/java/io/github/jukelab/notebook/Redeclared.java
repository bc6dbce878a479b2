package io.github.jukelab.notebook;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/**
 * Lets go of values of variables that are declared again, or the networks, examples and pictures of all earlier runs of
 * the cells would stay until memory is full. JShell makes a class whose static field is the variable, makes another one
 * when the variable or one that it depends on has changed, and keeps all of them. Here the fields of older ones get the
 * newest value: a lambda that was made before then sees it, too. Results of cells, which JShell also keeps as variables,
 * are let go with the next result.
 */
final class Redeclared {

    /** Results of cells share this key: only the last one is kept, in JShell's variable such as {@code $17}. */
    private static final String RESULT = "";

    private final ClassLoader loader;
    private final Method className;
    private final Map<String, Set<Field>> declarations = new HashMap<>();

    private Redeclared(ClassLoader loader) throws ReflectiveOperationException {
        this.loader = loader;
        className = Snippet.class.getDeclaredMethod("classFullName");
        className.setAccessible(true);
    }

    /**
     * Releases values from now on. If the JShell is not reached, because the kernel is another one than those that are
     * known, that is printed, and values stay.
     *
     * @param kernel a kernel with a JShell
     * @param loader the one of the classes that this JShell makes
     * @param path names of the fields by which the JShell is reached, such as evaluator, shell
     */
    static void release(Object kernel, ClassLoader loader, List<String> path) {
        try {
            Object shell = kernel;
            for (String name : path) {
                shell = value(shell, name);
            }
            ((JShell) shell).onSnippetEvent(new Redeclared(loader)::changed);
        } catch (ReflectiveOperationException | RuntimeException e) {
            System.err.println("jukelab: the kernel keeps values of variables that are declared again: " + e);
        }
    }

    private static Object value(Object object, String name) throws ReflectiveOperationException {
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field.get(object);
                }
            }
        }
        throw new NoSuchFieldException(object.getClass().getName() + "." + name);
    }

    private void changed(SnippetEvent event) {
        Snippet snippet = event.snippet();
        if (snippet.kind() != Snippet.Kind.VAR || event.status() != Snippet.Status.VALID) {
            return;
        }
        boolean result = snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
        try {
            Field now = variable(loader.loadClass((String) className.invoke(snippet)));
            Set<Field> fields = declarations.computeIfAbsent(result ? RESULT : snippet.id(), id -> new HashSet<>());
            fields.remove(now);
            for (Field before : fields) {
                release(before, now, result);
            }
            if (result) {
                fields.clear();
            }
            fields.add(now);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the earlier values of: " + snippet.source(), e);
        }
    }

    private static void release(Field before, Field now, boolean result) throws ReflectiveOperationException {
        if (!result && before.getType() == now.getType()) {
            before.set(null, now.get(null));
        } else if (!before.getType().isPrimitive()) {
            before.set(null, null);
        }
    }

    private static Field variable(Class<?> declaration) {
        Field field = declaration.getFields()[0];
        field.setAccessible(true);
        return field;
    }

    @Override
    public String toString() {
        return "Redeclared[" + declarations.size() + " variables]";
    }
}
