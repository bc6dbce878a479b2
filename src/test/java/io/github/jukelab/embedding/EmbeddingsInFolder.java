package io.github.jukelab.embedding;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** For tests with embeddings of their own: they are looked for in an empty folder. */
public abstract class EmbeddingsInFolder {

    @TempDir
    protected Path home;

    @BeforeEach
    protected final void useHome() {
        Embeddings.useInThisProgram(home);
    }

    @AfterEach
    protected final void useTheWorkingDirectory() {
        Embeddings.useInThisProgram(Path.of(""));
    }
}
