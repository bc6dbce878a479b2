package io.github.jukelab.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Our public types by the names that cells use: without package, such as {@code Wave} or {@code Layer.Dense}. */
final class TypeNames {

    /** Not a file of an anonymous or local class, nor one of a package's description. */
    private static final Pattern CLASS_FILE = Pattern.compile("(\\w+/)*(\\w+(\\$[A-Za-z]\\w*)*)\\.class");

    /** Name → full name of every class of ours. */
    private static final Map<String, String> ALL = all();

    private TypeNames() {}

    /** A type of ours by its name without package, or any type by its full name. */
    static Optional<Class<?>> find(String name) {
        return load(ALL.getOrDefault(name, name));
    }

    /** The names of our types. */
    static List<String> names() {
        return ALL.entrySet().stream()
                .filter(type -> load(type.getValue()).isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Without running any of its code. */
    private static Optional<Class<?>> load(String name) {
        try {
            Class<?> type = Class.forName(name, false, TypeNames.class.getClassLoader());
            return Optional.<Class<?>>of(type).filter(it -> Modifier.isPublic(it.getModifiers()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** From the folder or jar that has this class. */
    private static Map<String, String> all() {
        try {
            Path place = Path.of(TypeNames.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(place)) {
                return list(place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return list(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> list(Path root) throws IOException {
        Map<String, String> names = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root.resolve("io/github/jukelab"))) {
            files.forEach(file -> {
                Matcher type =
                        CLASS_FILE.matcher(root.relativize(file).toString().replace('\\', '/'));
                if (type.matches()) {
                    String path = type.group();
                    names.put(
                            type.group(2).replace('$', '.'),
                            path.substring(0, path.length() - ".class".length()).replace('/', '.'));
                }
            });
        }
        return names;
    }
}
