package io.github.jukelab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.BadFiles;
import io.github.jukelab.Mutants;
import io.github.jukelab.model.SmallModel;
import io.github.jukelab.signal.Waves;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests get that are not as they should be; afterwards the server still answers and has no file left. */
class DemoServerRefusalsTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    private DemoClient demo;

    private void start(DemoLimits limits) throws IOException {
        demo = DemoClient.start(folder, limits);
    }

    private void start() throws IOException {
        start(DemoLimits.DEFAULT);
    }

    @AfterEach
    void stop() throws Exception {
        demo.awaitIdle();
        assertThat(demo.predict(Waves.noise(Waves.RATE, 1).toWav()).status()).isEqualTo(200);
        demo.close();
        assertThat(folder).isEmptyDirectory();
    }

    private void assertRefused(byte[] sound, int status, String code, String message) throws IOException {
        DemoClient.Answer answer = demo.predict(sound);
        assertThat(answer.status()).as(answer.message()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.message()).contains(message).doesNotContain("Exception", "\n\tat ", folder.toString());
    }

    /** A wav file of 16-bit samples that are 0; its header may say something else. */
    private static byte[] wav(int channels, int rate, int bits, int declared, int bytes) {
        ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + declared);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
        wav.putShort((short) channels).putInt(rate).putInt(rate * channels * bits / 8);
        wav.putShort((short) (channels * bits / 8)).putShort((short) bits);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(declared);
        return wav.array();
    }

    @Test
    void nothing() throws IOException {
        start();
        assertRefused(new byte[0], 400, "bad-request", "no body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not a sound file",
                "<!doctype html><html><body>no sound</body></html>",
                "#EXTM3U\n#EXT-X-TARGETDURATION:1\nfile:///etc/passwd\n",
                "ffconcat version 1.0\nfile /etc/passwd\n",
                "\u0000\u0000\u0000",
                "{}"
            })
    void texts(String text) throws IOException {
        start();
        assertRefused(text.getBytes(StandardCharsets.UTF_8), 415, "not-audio", "This is no sound file");
    }

    @Test
    void aZipBombIsNotUnpacked() throws IOException {
        start();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("silence.wav"));
            for (int i = 0; i < 100; i++) {
                zip.write(new byte[MEBIBYTE]);
            }
        }
        assertRefused(bytes.toByteArray(), 415, "not-audio", "This is no sound file");
    }

    @Test
    void noSamples() throws IOException {
        start();
        assertRefused(wav(1, 8000, 16, 0, 0), 422, "unreadable", "This sound file cannot be used: ");
    }

    @ParameterizedTest
    @CsvSource({
        "bad-nan.wav, 422, unreadable",
        "bad-rate-50.wav, 415, not-audio",
        "bad-empty.wav, 400, bad-request",
        "bad-text.wav, 415, not-audio"
    })
    void badFiles(String name, int status, String code) throws IOException {
        start();
        Path files = folder.resolve("bad");
        BadFiles.write(files);
        byte[] bytes = Files.readAllBytes(files.resolve(name));
        for (String file : BadFiles.NAMES) {
            Files.delete(files.resolve(file));
        }
        Files.delete(files);
        assertRefused(bytes, status, code, "");
    }

    @Test
    void manyChannels() throws IOException {
        start();
        DemoClient.Answer answer = demo.predict(wav(24, 44_100, 16, 24 * 2 * 44_100, 24 * 2 * 44_100));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("channels").intValue()).isEqualTo(24);
        assertThat(answer.json().path("seconds").doubleValue()).isEqualTo(1);
    }

    @Test
    void hoursOfSilence() throws IOException {
        start();
        assertRefused(SilentFlac.of(3 * 3600), 413, "too-long", "longer than the limit of 1800 seconds");
        assertRefused(wav(1, 4000, 8, 3 * 3600 * 4000, 3 * 3600 * 4000), 413, "too-long", "1800 seconds");
    }

    /** The length that a header promises is not believed. */
    @Test
    void aHugeDeclaredLength() throws IOException {
        start();
        DemoClient.Answer answer = demo.predict(wav(1, 8000, 16, 2_000_000_000, 2 * 8000));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("seconds").doubleValue()).isEqualTo(1);
        assertThat(answer.json().path("warnings")).isNotEmpty();
    }

    @Test
    void silenceThatIsShortEnough() throws IOException {
        start();
        DemoClient.Answer answer = demo.predict(SilentFlac.of(60));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("seconds").doubleValue()).isEqualTo(8 * 65_535 / 8000.0);
        assertThat(answer.json().at("/waveform/maximum/999").doubleValue()).isZero();
    }

    /** Whatever the tests of the codec know of broken files: used, or refused with a reason. */
    @ParameterizedTest
    @MethodSource("field")
    void brokenFiles(Path file) throws IOException {
        start();
        DemoClient.Answer answer = demo.predict(file);
        assertThat(answer.status()).isIn(200, 413, 415, 422);
        assertThat(answer.message()).doesNotContain("Exception", folder.toString(), "null");
    }

    static Stream<Path> field() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("field"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tone.flac", "tone.mp3", "tone.ogg", "tone.m4a", "mp3_in_wav.wav"})
    void mutants(String name) throws IOException {
        start();
        byte[] whole = Files.readAllBytes(RESOURCES.resolve("audio").resolve(name));
        for (Iterator<byte[]> mutants = Mutants.of(whole, 8, 28).iterator(); mutants.hasNext(); ) {
            DemoClient.Answer answer = demo.predict(mutants.next());
            assertThat(answer.status()).as(answer.message()).isIn(200, 413, 415, 422);
        }
    }

    @Test
    void moreBytesThanAllowed() throws IOException {
        start(new DemoLimits(MEBIBYTE, 1800, 60, 4));
        assertRefused(new byte[MEBIBYTE + 1], 413, "too-large", "larger than the limit of 1 MB");
        assertRefused(new byte[8 * MEBIBYTE], 413, "too-large", "larger than the limit of 1 MB");
        assertRefused(new byte[MEBIBYTE], 415, "not-audio", "This is no sound file");
    }

    @Test
    void moreBytesThanAllowedOfUnknownLength() throws IOException {
        start(new DemoLimits(MEBIBYTE, 1800, 60, 4));
        byte[] block = new byte[MEBIBYTE];
        DemoClient.Answer answer =
                demo.send(demo.request("/api/predict").POST(BodyPublishers.ofByteArrays(List.of(block, block, block))));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too-large");
    }

    @Test
    void aClientThatAsksFirstSendsNothing() throws IOException {
        start(new DemoLimits(MEBIBYTE, 1800, 60, 4));
        String answer = demo.raw("POST /api/predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n"
                + "Expect: 100-continue\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"code\":\"too-large\"");
    }

    @Test
    void aBodyThatStops() throws IOException {
        start(new DemoLimits(MEBIBYTE, 1800, 1, 4));
        String answer = demo.raw(
                "POST /api/predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nonly the beginning");
        assertThat(answer).startsWith("HTTP/1.1 503 ").contains("\"code\":\"took-too-long\"", "Retry-After: ");
    }

    @Test
    void aBodyThatTrickles() throws Exception {
        start(new DemoLimits(MEBIBYTE, 1800, 1, 4));
        try (Socket socket = demo.socket()) {
            OutputStream out = socket.getOutputStream();
            out.write("POST /api/predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 30 && socket.getInputStream().available() == 0; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(100);
            }
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertThat(answer).asString().isEqualTo("HTTP/1.1 503");
        }
    }

    @Test
    void aClientThatHangsUp() throws Exception {
        start();
        try (Socket socket = demo.socket()) {
            socket.getOutputStream()
                    .write("POST /api/predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nabc"
                            .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 50 && demo.uploads().isEmpty(); i++) {
                Thread.sleep(100);
            }
            assertThat(demo.uploads()).hasSize(1);
            socket.setSoLinger(true, 0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Length: abc",
        "Content-Length: -1",
        "Content-Length: 99999999999999999999",
        "'Content-Length: 3\r\nContent-Length: 4'",
        "'Content-Length: 3\r\nTransfer-Encoding: chunked'",
        "X: \u0001",
        "X"
    })
    void brokenHeaders(String header) throws IOException {
        start(new DemoLimits(MEBIBYTE, 1800, 1, 4));
        String answer = demo.raw("POST /api/predict HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\nabc\r\n");
        assertThat(answer)
                .matches("(?s)HTTP/1.1 (400|503) .*")
                .contains("\"error\":{\"status\":", "Content-Security-Policy: ")
                .doesNotContain("Exception", "<html");
    }

    @Test
    void aHeaderThatIsTooLong() throws IOException {
        start();
        String answer = demo.raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(100_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 431 ").contains("\"code\":\"bad-request\"");
    }

    @Test
    void moreOfAClientThanAllowed() throws Exception {
        start(new DemoLimits(MEBIBYTE, 1800, 60, 1));
        try (Socket first = demo.socket()) {
            first.getOutputStream()
                    .write("POST /api/predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 50 && demo.uploads().isEmpty(); i++) {
                Thread.sleep(100);
            }
            DemoClient.Answer second = demo.predict(Waves.noise(Waves.RATE, 1).toWav());
            assertThat(second.status()).isEqualTo(429);
            assertThat(second.code()).isEqualTo("too-many-requests");
            assertThat(second.header("Retry-After")).matches("\\d+");
            first.getOutputStream().write("123456789".getBytes(StandardCharsets.US_ASCII));
            assertThat(first.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 415");
        }
    }

    @Test
    void moreThanTheServerCanDo() throws Exception {
        int places = Runtime.getRuntime().availableProcessors() + DemoServer.WAITING;
        start(new DemoLimits(MEBIBYTE, 1800, 60, 1000));
        Socket[] sockets = new Socket[places];
        try {
            for (int i = 0; i < places; i++) {
                sockets[i] = demo.socket();
                sockets[i]
                        .getOutputStream()
                        .write("POST /api/predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
            }
            for (int i = 0; i < 50 && demo.uploads().size() < places; i++) {
                Thread.sleep(100);
            }
            DemoClient.Answer busy = demo.predict(new byte[MEBIBYTE]);
            assertThat(busy.status()).isEqualTo(503);
            assertThat(busy.code()).isEqualTo("busy");
            assertThat(busy.header("Retry-After")).matches("\\d+");
            assertThat(demo.get("/health").status()).isEqualTo(200);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Origin: http://evil.example, other-origin",
        "Origin: null, other-origin",
        "Sec-Fetch-Site: cross-site, other-origin",
        "Sec-Fetch-Site: same-site, other-origin",
        "Host: evil.example, other-host"
    })
    void otherPages(String header, String code) throws IOException {
        start();
        String host = header.startsWith("Host") ? "" : "Host: localhost\r\n";
        String answer = demo.raw("POST /api/predict HTTP/1.1\r\n" + host + header
                + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 403 ").contains("\"code\":\"" + code + "\"");
    }

    @Test
    void aModelThatFails() throws IOException {
        start();
        try (DemoClient broken = DemoClient.start(
                folder,
                DemoLimits.DEFAULT,
                List.of(new DemoModel("broken", BrokenModel.of(SmallModel.catOrDog(), false))))) {
            DemoClient.Answer answer = broken.predict(Waves.noise(Waves.RATE, 1).toWav());
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.code()).isEqualTo("internal");
            assertThat(answer.message()).isEqualTo("The server failed; its log says why.");
        }
    }

    @Test
    void aModelThatTakesTooLong() throws Exception {
        start();
        try (DemoClient slow = DemoClient.start(
                folder,
                new DemoLimits(MEBIBYTE, 1800, 1, 4),
                List.of(new DemoModel("slow", BrokenModel.of(SmallModel.catOrDog(), true))))) {
            DemoClient.Answer answer = slow.predict(Waves.noise(Waves.RATE, 1).toWav());
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("took-too-long");
            slow.awaitIdle();
        }
    }
}
