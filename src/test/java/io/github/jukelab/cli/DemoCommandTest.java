package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code jukelab demo}. */
class DemoCommandTest {

    private static final Path MODEL = Path.of("src/test/resources/stored/version-3/small-windows_repaired.zip");
    private static final Path OTHER = Path.of("src/test/resources/stored/models/small-windows_repaired.zip");

    @TempDir
    Path folder;

    private final Console console = new Console(Path.of("."));
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        thread.shutdownNow();
    }

    private String address() throws InterruptedException {
        for (int i = 0; i < 600 && console.output().isEmpty(); i++) {
            Thread.sleep(50);
        }
        assertThat(console.output()).hasSize(1).first().asString().matches("Open http://[\\d.\\[\\]:]+:\\d+");
        return console.output().get(0).substring("Open ".length());
    }

    @Test
    void servesTheModelsUntilItIsInterrupted() throws Exception {
        Future<Integer> code = thread.submit(() -> console.run("demo", MODEL, OTHER, "--port", 0, "--max-seconds", 9));
        String address = address();
        JsonNode json =
                new ObjectMapper().readTree(URI.create(address + "/api/model").toURL());
        assertThat(json.path("models").findValuesAsText("title"))
                .containsExactly("small-windows_repaired.zip", "small-windows_repaired.zip (2)");
        assertThat(json.path("limits")).hasToString("{\"bytes\":67108864,\"seconds\":9.0,\"requestSeconds\":60}");
        thread.shutdownNow();
        assertThat(code.get()).isEqualTo(130);
        assertThat(console.errors()).isEmpty();
        int port = URI.create(address).getPort();
        assertThat(new ServerSocket(port)).satisfies(ServerSocket::close);
    }

    @Test
    void warnsIfOthersCanUseIt() throws Exception {
        Future<Integer> code = thread.submit(() -> console.run("demo", MODEL, "--port", 0, "--host", "0.0.0.0"));
        assertThat(address()).startsWith("http://127.0.0.1:");
        thread.shutdownNow();
        assertThat(code.get()).isEqualTo(130);
        assertThat(console.errors())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("jukelab: anyone who reaches this machine");
    }

    @Test
    void saysThatThePortIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(console.run("demo", MODEL, "--port", taken.getLocalPort()))
                    .isEqualTo(1);
            assertThat(console.errors())
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("jukelab: cannot listen on port " + taken.getLocalPort() + " of 127.0.0.1: ")
                    .endsWith("; choose another --port, such as 8081, or another --host");
        }
        assertThat(console.output()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--port, 65536, '--port must be from 0 to 65535, got 65536'",
        "--port, -1, '--port must be from 0 to 65535, got -1'",
        "--max-mb, 0, '--max-mb must be at least 1, got 0'",
        "--max-seconds, 0, '--max-seconds must be at least 1, got 0'",
        "--timeout, 0, '--timeout must be at least 1, got 0'",
        "--per-client, 0, '--per-client must be at least 1, got 0'"
    })
    void checksItsOptions(String option, String value, String message) {
        assertThat(console.run("demo", MODEL, option + "=" + value)).isEqualTo(2);
        assertThat(console.errors()).first().isEqualTo("jukelab: " + message);
    }

    @Test
    void needsAModelForSound() throws IOException {
        Path none = folder.resolve("none.zip");
        assertThat(console.run("demo", none, "--port", 0)).isEqualTo(1);
        assertThat(console.errors().get(0)).contains("none.zip", "there is no such file");
        Path text = Files.writeString(folder.resolve("text.zip"), "no model");
        assertThat(console.run("demo", text, "--port", 0)).isEqualTo(1);
        assertThat(console.errors().get(1)).contains("text.zip");
    }

    @Test
    void needsAnAddressThatExists() {
        assertThat(console.run("demo", MODEL, "--host", "nowhere.invalid")).isEqualTo(1);
        assertThat(console.errors()).containsExactly("jukelab: --host: there is no address nowhere.invalid");
    }
}
