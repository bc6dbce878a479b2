package io.github.jukelab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The folder in which Jukelab keeps what it makes without being told where: rendered sounds, computed tables, trained
 * models.
 */
public final class Workspace {

    private Workspace() {}

    /**
     * The project's folder; but the user's cache folder if the project is installed for many and read-only for this
     * user.
     *
     * @param home the project's folder
     * @param environment such as {@link System#getenv()}; {@code XDG_CACHE_HOME} names the cache folder, which is
     *     {@code ~/.cache} otherwise
     * @return the folder, which may not exist yet
     */
    public static Path of(Path home, Map<String, String> environment) {
        return Files.isWritable(home) || Files.notExists(home) ? home : cache(environment);
    }

    /**
     * The folder of the models that notebooks save.
     *
     * @param home the project's folder
     * @param environment such as {@link System#getenv()}
     * @return {@code build/models} of the workspace, which may not exist yet
     */
    public static Path models(Path home, Map<String, String> environment) {
        return of(home, environment).resolve("build/models");
    }

    /**
     * The folder of the examples that are kept for later runs.
     *
     * @param home the project's folder
     * @param environment such as {@link System#getenv()}
     * @return {@code build/examples} of the workspace, which may not exist yet
     */
    public static Path examples(Path home, Map<String, String> environment) {
        return of(home, environment).resolve("build/examples");
    }

    /**
     * The folder of the checkpoints of trainings that are not finished.
     *
     * @param home the project's folder
     * @param environment such as {@link System#getenv()}
     * @return {@code build/checkpoints} of the workspace, which may not exist yet
     */
    public static Path checkpoints(Path home, Map<String, String> environment) {
        return of(home, environment).resolve("build/checkpoints");
    }

    static Path cache(Map<String, String> environment) {
        String named = environment.getOrDefault("XDG_CACHE_HOME", "").strip();
        Path folder = named.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(named);
        return folder.resolve("jukelab");
    }
}
