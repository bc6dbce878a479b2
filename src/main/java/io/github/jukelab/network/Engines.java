package io.github.jukelab.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The engines that can train a network: DL4J, which every network has, and those that Java's service loader finds.
 *
 * <p>Example: {@code Engines.require("libtorch").description()}
 */
public final class Engines {

    /** The engine that every network has. */
    public static final String DL4J = "dl4j";

    /** Names the engine of trainings that name none. */
    private static final String PROPERTY = "io.github.jukelab.engine";

    private static final Set<String> USED = Collections.synchronizedSet(new LinkedHashSet<>());

    private Engines() {}

    /**
     * The engine of trainings that name none: that of the system property {@code io.github.jukelab.engine}, which the
     * command line and the kernel set to the environment variable {@code JUKELAB_ENGINE}; else DL4J.
     *
     * @return a name, which may be of no engine
     */
    public static String defaultName() {
        return System.getProperty(PROPERTY, DL4J);
    }

    /**
     * An engine that can be used here.
     *
     * @param name such as {@code libtorch}
     * @return what makes such engines
     * @throws IllegalArgumentException if no engine has this name
     * @throws EngineException if it cannot be used here, with the reason and what to do
     */
    public static EngineProvider require(String name) {
        EngineProvider provider = provider(name);
        provider.obstacle().ifPresent(reason -> {
            throw new EngineException("the engine " + name + " cannot be used: " + reason);
        });
        return provider;
    }

    /**
     * Name and version of an engine, whether it can be used here or not.
     *
     * @param name empty for the {@linkplain #defaultName default}
     * @return such as {@code libtorch 2.13.0}
     * @throws IllegalArgumentException if no engine has this name
     */
    public static String description(Optional<String> name) {
        return provider(name.orElseGet(Engines::defaultName)).description();
    }

    /**
     * The engines that have trained a network in this program so far.
     *
     * @return their descriptions, in the order of their first use
     */
    public static List<String> used() {
        synchronized (USED) {
            return List.copyOf(USED);
        }
    }

    /** Remembers that an engine trains a network. */
    static void use(EngineProvider provider) {
        USED.add(provider.description());
    }

    private static EngineProvider provider(String name) {
        List<String> names = new ArrayList<>();
        for (EngineProvider provider : providers()) {
            if (provider.name().equals(name)) {
                return provider;
            }
            names.add(provider.name());
        }
        throw new IllegalArgumentException("engine must be one of " + names + ", got " + name);
    }

    /** By our own class loader: in a notebook, that of the calling thread does not find them. */
    private static List<EngineProvider> providers() {
        Stream<EngineProvider> found = ServiceLoader.load(EngineProvider.class, Engines.class.getClassLoader()).stream()
                .<EngineProvider>map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(EngineProvider::name));
        return Stream.concat(Stream.of(new Dl4jProvider()), found).toList();
    }
}
