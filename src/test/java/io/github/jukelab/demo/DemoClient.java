package io.github.jukelab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.jukelab.network.Network;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A server on a free port with a folder of its own, and what a client asks it. */
final class DemoClient implements AutoCloseable {

    /** Windows of 3 s every 1.5 s at 22 050 Hz, labels cat and dog. */
    static final Path WINDOWS = Path.of("src/test/resources/stored/version-3/small-windows_repaired.zip");

    /** The answer to a request. */
    record Answer(int status, JsonNode json, HttpResponse<byte[]> response) {

        String code() {
            return json.at("/error/code").asText();
        }

        String message() {
            return json.at("/error/message").asText();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path folder;
    private final DemoServer server;

    private DemoClient(Path folder, DemoServer server) {
        this.folder = folder;
        this.server = server;
    }

    static DemoClient start(Path folder) throws IOException {
        return start(folder, DemoLimits.DEFAULT);
    }

    static DemoClient start(Path folder, DemoLimits limits) throws IOException {
        return start(folder, limits, List.of(new DemoModel("small.zip", Network.load(WINDOWS))));
    }

    static DemoClient start(Path folder, DemoLimits limits, List<DemoModel> models) throws IOException {
        return new DemoClient(folder, DemoServer.start(models, "127.0.0.1", 0, limits, folder));
    }

    DemoServer server() {
        return server;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path));
    }

    Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").equals("application/json");
            return new Answer(
                    response.statusCode(), json ? JSON.readTree(response.body()) : JSON.createObjectNode(), response);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    Answer get(String path) throws IOException {
        return send(request(path));
    }

    Answer predict(byte[] sound) throws IOException {
        return send(request("/api/predict").POST(BodyPublishers.ofByteArray(sound)));
    }

    Answer predict(Path sound) throws IOException {
        return predict(Files.readAllBytes(sound));
    }

    /** A connection for what no client library sends. */
    Socket socket() throws IOException {
        return new Socket("127.0.0.1", server.address().getPort());
    }

    /** Sends text as it is and reads until the server closes the connection. */
    String raw(String text) throws IOException {
        try (Socket socket = socket()) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    /** The uploads that are stored at this moment. */
    List<String> uploads() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("upload"))
                    .toList();
        }
    }

    /** Waits until no thread works on a request and no upload is stored: an answer may arrive a little earlier. */
    void awaitIdle() throws IOException, InterruptedException {
        for (int i = 0; i < 100 && !isIdle(); i++) {
            Thread.sleep(50);
        }
        assertThat(uploads()).isEmpty();
        assertThat(isIdle()).isTrue();
    }

    private boolean isIdle() throws IOException {
        JsonNode health = get("/health").json();
        return uploads().isEmpty()
                && health.path("running").intValue() == 0
                && health.path("waiting").intValue() == 0;
    }

    @Override
    public void close() {
        server.close();
    }
}
