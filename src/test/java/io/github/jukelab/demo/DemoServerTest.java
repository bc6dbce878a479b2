package io.github.jukelab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.evaluation.SoundPrediction;
import io.github.jukelab.model.SmallModel;
import io.github.jukelab.model.WavePrediction;
import io.github.jukelab.network.Network;
import io.github.jukelab.provenance.Build;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.net.BindException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests get that are as they should be. */
class DemoServerTest {

    private static final Path AUDIO = Path.of("src/test/resources/audio");

    @TempDir
    Path folder;

    private DemoClient demo;

    @BeforeEach
    void start() throws IOException {
        Network network = Network.load(DemoClient.WINDOWS);
        demo = DemoClient.start(
                folder,
                DemoLimits.DEFAULT,
                List.of(
                        new DemoModel("a.zip", network),
                        new DemoModel("b.zip", SmallModel.catOrDog()),
                        new DemoModel("a.zip", network)));
    }

    @AfterEach
    void stop() throws IOException {
        assertThat(demo.uploads()).isEmpty();
        demo.close();
        assertThat(folder).isEmptyDirectory();
    }

    private static List<Double> numbers(JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number.doubleValue()));
        return numbers;
    }

    @Test
    void predictsAsTheNetworkDoes() throws IOException {
        Wave wave = Waves.chirp(10 * Waves.RATE);
        byte[] wav = wave.toWav();
        Path file = Files.write(folder.resolve("chirp.wav"), wav);
        WavePrediction expected = Network.load(DemoClient.WINDOWS).predict(Wave.read(file));
        Files.delete(file);

        DemoClient.Answer answer = demo.predict(wav);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("seconds").doubleValue()).isEqualTo(10);
        assertThat(answer.json().path("rate").intValue()).isEqualTo(Waves.RATE);
        assertThat(answer.json().path("channels").intValue()).isEqualTo(1);
        assertThat(answer.json().path("warnings")).isEmpty();
        JsonNode prediction = answer.json().at("/predictions/0");
        assertThat(prediction.path("model").asText()).isEqualTo("a.zip");
        assertThat(prediction.path("label").asText()).isEqualTo(expected.label());
        List<String> labels = List.copyOf(expected.probabilities().keySet());
        for (int i = 0; i < labels.size(); i++) {
            JsonNode row = prediction.path("probabilities").path(i);
            assertThat(row.path("label").asText()).isEqualTo(labels.get(i));
            assertThat(row.path("probability").doubleValue())
                    .isEqualTo(expected.probabilities().get(labels.get(i)));
        }
        List<SoundPrediction.Segment> segments = expected.segments();
        assertThat(prediction.path("segments")).hasSameSizeAs(segments);
        for (int i = 0; i < segments.size(); i++) {
            JsonNode row = prediction.path("segments").path(i);
            assertThat(row.path("start").doubleValue())
                    .isEqualTo(segments.get(i).start());
            assertThat(row.path("end").doubleValue()).isEqualTo(segments.get(i).end());
            float[] probabilities = segments.get(i).probabilities();
            assertThat(row.path("probabilities")).hasSize(2);
            for (int j = 0; j < 2; j++) {
                assertThat(Float.parseFloat(row.at("/probabilities/" + j).asText()))
                        .isEqualTo(probabilities[j]);
            }
            assertThat(row.path("label").asText()).isEqualTo(probabilities[0] >= probabilities[1] ? "cat" : "dog");
        }
    }

    @Test
    void showsTheSound() throws IOException {
        JsonNode json = demo.predict(Waves.sine(3 * Waves.RATE, 440).toWav()).json();

        List<Double> minimum = numbers(json.at("/waveform/minimum"));
        List<Double> maximum = numbers(json.at("/waveform/maximum"));
        assertThat(minimum).hasSize(1000).allSatisfy(value -> assertThat(value).isBetween(-0.5, -0.4));
        assertThat(maximum).hasSize(1000).allSatisfy(value -> assertThat(value).isBetween(0.4, 0.5));
        JsonNode spectrogram = json.path("spectrogram");
        assertThat(spectrogram.path("png").asText()).startsWith("data:image/png;base64,iVBOR");
        assertThat(spectrogram.path("seconds").doubleValue()).isEqualTo(3);
        assertThat(spectrogram.path("lowestHertz").doubleValue()).isZero();
        assertThat(spectrogram.path("highestHertz").doubleValue()).isEqualTo(11_025);
        assertThat(spectrogram.path("scale").asText()).isEqualTo("mel");
        assertThat(spectrogram.path("alt").asText()).contains("3.0 seconds");
    }

    @ParameterizedTest
    @CsvSource({"clip.flac, 1", "clip.mp3, 1", "clip.ogg, 1", "tone.m4a, 1", "tone.opus, 1", "mulaw.au, 1"})
    void knowsAFileByItsContent(String name, int channels) throws IOException {
        DemoClient.Answer answer = demo.send(demo.request("/api/predict?model=a.zip")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofFile(AUDIO.resolve(name))));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("channels").intValue()).isGreaterThanOrEqualTo(channels);
        assertThat(answer.json().path("predictions")).hasSize(1);
    }

    @Test
    void predictsWithTheModelsThatAreNamed() throws IOException {
        byte[] wav = Waves.noise(Waves.RATE, 1).toWav();
        assertThat(demo.predict(wav).json().path("predictions").findValuesAsText("model"))
                .containsExactly("a.zip", "b.zip", "a.zip (2)");
        DemoClient.Answer two = demo.send(demo.request("/api/predict?model=a.zip%20(2)&model=b.zip&model=b.zip")
                .POST(BodyPublishers.ofByteArray(wav)));
        assertThat(two.json().path("predictions").findValuesAsText("model")).containsExactly("a.zip (2)", "b.zip");
        assertThat(two.json().at("/predictions/1/segments")).hasSize(1);
        DemoClient.Answer unknown =
                demo.send(demo.request("/api/predict?model=c.zip").POST(BodyPublishers.ofByteArray(wav)));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.code()).isEqualTo("bad-request");
    }

    @Test
    void warnsOfWhatTheFileLacks() throws IOException {
        byte[] slow = Wave.of(Waves.noise(8000, 1).samples(), 8000).toWav();
        assertThat(demo.predict(slow).json().path("warnings"))
                .extracting(JsonNode::asText)
                .containsExactly("nothing above 4 kHz in this file, the model listens up to 11.025 kHz");
    }

    @Test
    void describesItsModels() throws IOException {
        DemoClient.Answer answer = demo.get("/api/model");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("version").asText())
                .isEqualTo(Build.current().version());
        assertThat(answer.json().path("limits"))
                .hasToString("{\"bytes\":67108864,\"seconds\":1800.0,\"requestSeconds\":60}");
        JsonNode model = answer.json().at("/models/0");
        assertThat(model.path("name").asText()).isEqualTo("a.zip");
        assertThat(model.path("labels")).extracting(JsonNode::asText).containsExactly("cat", "dog");
        assertThat(model.path("rate").intValue()).isEqualTo(22_050);
        assertThat(model.path("segmentSeconds").doubleValue()).isEqualTo(3);
        assertThat(model.path("temperature").asText()).startsWith("No temperature was fitted");
        assertThat(model.path("card")).isEmpty();
        assertThat(model.path("cautions"))
                .extracting(JsonNode::asText)
                .contains("Its file does not tell what it was trained on, or how well it does.");
        assertThat(answer.json().at("/models/1/segmentSeconds").isNull()).isTrue();
    }

    @Test
    void tellsThatItIsWell() throws IOException {
        assertThat(demo.get("/health").json())
                .hasToString("{\"status\":\"ok\",\"models\":3,\"running\":0,\"waiting\":0}");
    }

    @Test
    void hasAnExampleForEachLabelThatIsSynthetic() throws IOException {
        JsonNode examples = demo.get("/api/model").json().path("examples");
        assertThat(examples.findValuesAsText("label")).containsExactly("cat", "dog");
        DemoClient.Answer wav = demo.get(examples.at("/1/url").asText());
        assertThat(wav.status()).isEqualTo(200);
        assertThat(wav.header("Content-Type")).isEqualTo("audio/wav");
        assertThat(demo.predict(wav.response().body()).status()).isEqualTo(200);
    }

    @Test
    void servesTheFilesOfThePage() throws IOException {
        DemoClient.Answer css = demo.get("/test-page.css");
        assertThat(css.status()).isEqualTo(200);
        assertThat(css.header("Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(css.response().body()).asString().isEqualTo("p {\n}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/test-page",
                "/DemoServer.class",
                "/DemoServer__Javadoc.json",
                "/package-info.java",
                "/..%2Fimage%2Fviridis.csv",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/.css",
                "/a/b.css",
                "/examples/",
                "/examples/2.wav",
                "/examples/00.wav",
                "/examples/-1.wav",
                "/examples/..%2F0.wav",
                "/api",
                "/api/predict/x"
            })
    void hasNothingElse(String path) throws IOException {
        DemoClient.Answer answer = demo.get(path);
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.code()).isIn("bad-request", "not-found");
        assertThat(answer.json().at("/error/status").intValue()).isEqualTo(answer.status());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/predict, POST",
        "PUT, /api/predict, POST",
        "OPTIONS, /api/predict, POST",
        "POST, /health, 'GET, HEAD'",
        "DELETE, /api/model, 'GET, HEAD'",
        "OPTIONS, /, 'GET, HEAD'"
    })
    void saysWhichMethodsThereAre(String method, String path, String allowed) throws IOException {
        DemoClient.Answer answer = demo.send(demo.request(path).method(method, BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.code()).isEqualTo("method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo(allowed);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void headIsGetWithoutTheBody() throws IOException {
        for (String path : List.of("/health", "/api/model", "/test-page.css", "/nothing.css")) {
            DemoClient.Answer get = demo.get(path);
            DemoClient.Answer head = demo.send(demo.request(path).method("HEAD", BodyPublishers.noBody()));
            assertThat(head.status()).as(path).isEqualTo(get.status());
            assertThat(head.header("Content-Length")).as(path).isEqualTo(get.header("Content-Length"));
            assertThat(head.header("Content-Type")).as(path).isEqualTo(get.header("Content-Type"));
            assertThat(head.response().body()).isEmpty();
        }
    }

    @Test
    void everyAnswerHasTheHeaders() throws IOException {
        for (String path : List.of("/health", "/api/model", "/test-page.css", "/nothing", "/examples/0.wav")) {
            Map<String, List<String>> headers =
                    demo.get(path).response().headers().map();
            assertThat(headers).doesNotContainKeys("Server", "server");
            RequestGuard.HEADERS.forEach((name, value) -> assertThat(headers.get(name.toLowerCase(Locale.ROOT)))
                    .as(path + name)
                    .containsExactly(value));
        }
        String policy = RequestGuard.HEADERS.get("Content-Security-Policy");
        assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe");
    }

    @Test
    void saysThatThePortIsInUse() {
        int port = demo.server().address().getPort();
        DemoModel model = new DemoModel("m", SmallModel.catOrDog());
        assertThatThrownBy(() -> DemoServer.start(List.of(model), "127.0.0.1", port, DemoLimits.DEFAULT, folder))
                .isInstanceOf(BindException.class)
                .hasMessageStartingWith("cannot listen on port " + port + " of 127.0.0.1: ");
    }

    @Test
    void needsAModelForSoundAndAPort() throws IOException {
        assertThatThrownBy(() -> DemoServer.start(List.of(), "127.0.0.1", 0, DemoLimits.DEFAULT))
                .hasMessage("number of models must be at least 1, got 0");
        List<DemoModel> models = List.of(new DemoModel("m", SmallModel.catOrDog()));
        assertThatThrownBy(() -> DemoServer.start(models, "127.0.0.1", 65_536, DemoLimits.DEFAULT))
                .hasMessage("port must be from 0 to 65535, got 65536");
    }

    @Test
    void tellsItsAddress() {
        assertThat(demo.server()).hasToString("DemoServer[" + demo.server().address() + ", [a.zip, b.zip, a.zip (2)]]");
        assertThat(demo.server().address().toString()).matches("http://127\\.0\\.0\\.1:\\d+");
    }

    /** Threads by name: those of the native libraries, and of the client here, live as long as the JVM. */
    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.matches(".*(jukelab|qtp|Scheduler|Session|Javalin|Jetty|jetty).*"))
                .toList();
    }

    @Test
    void leavesNoThread(@TempDir Path other) throws IOException {
        demo.close();
        List<String> before = threads();
        try (DemoClient second = DemoClient.start(other)) {
            second.predict(Waves.noise(Waves.RATE, 1).toWav());
            assertThat(threads()).anyMatch(name -> name.startsWith("jukelab-demo-worker"));
        }
        assertThat(threads()).isEqualTo(before).noneMatch(name -> name.startsWith("jukelab-demo"));
        try (Stream<Path> left = Files.list(other)) {
            assertThat(left).isEmpty();
        }
    }
}
