package io.github.jukelab.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class BuildTest {

    private static final String COMMIT = "5380674f18ca00a83e98c6cdb2d097ac80333b9c";

    private static Build of(String... lines) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(String.join("\n", lines)));
        return Build.of(properties);
    }

    @Test
    void codeOfACommit() throws IOException {
        Build build = of("version=0.1.0", "commit=" + COMMIT, "modified=false");
        assertThat(build).isEqualTo(new Build("0.1.0", COMMIT, false));
        assertThat(build).hasToString("0.1.0, commit 5380674f18ca");
    }

    @Test
    void codeWithChanges() throws IOException {
        assertThat(of("version=0.1.0", "commit=" + COMMIT, "modified=true"))
                .hasToString("0.1.0, commit 5380674f18ca, modified");
    }

    @Test
    void withoutGit() throws IOException {
        assertThat(of("version=0.1.0", "commit=", "modified=false")).hasToString("0.1.0, commit unknown");
    }

    @Test
    void notBuiltByMaven() throws IOException {
        assertThat(of()).isEqualTo(new Build("unknown", "unknown", false));
    }

    @Test
    void theRunningCodeHasTheVersionOfItsPom() throws IOException {
        String version = Build.current().version();
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<artifactId>jukelab</artifactId>\n  <version>" + version + "</version>");
        assertThat(Build.current().commit()).matches("[0-9a-f]{40,64}|unknown");
    }
}
