package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    @TempDir
    private Path folder;

    @Test
    void isTheProjectsFolder() {
        assertThat(Workspace.of(folder, Map.of())).isEqualTo(folder);
        assertThat(Workspace.of(folder.resolve("not yet made"), Map.of())).isEqualTo(folder.resolve("not yet made"));
    }

    @Test
    void whatIsMadeLiesInItsBuildFolder() {
        assertThat(Workspace.models(folder, Map.of())).isEqualTo(folder.resolve("build/models"));
        assertThat(Workspace.checkpoints(folder, Map.of())).isEqualTo(folder.resolve("build/checkpoints"));
        assertThat(Workspace.examples(folder, Map.of())).isEqualTo(folder.resolve("build/examples"));
    }

    @Test
    void isTheCacheOfTheUserIfTheProjectIsReadOnly() {
        Assumptions.assumeTrue(folder.toFile().setWritable(false) && !Files.isWritable(folder), "not for root");
        assertThat(Workspace.of(folder, Map.of("XDG_CACHE_HOME", "/cache"))).isEqualTo(Path.of("/cache/jukelab"));
    }

    @Test
    void theCacheIsWhereTheSystemSays() {
        assertThat(Workspace.cache(Map.of("XDG_CACHE_HOME", "/cache"))).isEqualTo(Path.of("/cache/jukelab"));
        assertThat(Workspace.cache(Map.of("XDG_CACHE_HOME", " ")))
                .isEqualTo(Path.of(System.getProperty("user.home"), ".cache", "jukelab"));
    }
}
