package io.github.jukelab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/demo.md shows what the server answers. */
class DemoServerDocumentTest {

    private static final Path TEXT = Path.of("docs/demo.md");

    /** A command, and the answer below it, perhaps after a sentence. */
    private static final Pattern EXAMPLE = Pattern.compile(
            "```\ncurl (--data-binary @sound\\.mp3 )?\"?http://127\\.0\\.0\\.1:8080(/[^\"\n]*)\"?\n```\n\n"
                    + "```json\n(.*?)\n```",
            Pattern.DOTALL);

    private static final Pattern ERROR = Pattern.compile("(?m)^\\| (\\d+) \\| `([a-z-]+)` \\|");

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    /** The paths of all values; of an array, those of its first element. */
    private static Set<String> shape(JsonNode node, String path) {
        Set<String> paths = new TreeSet<>();
        if (node.isObject()) {
            node.fields().forEachRemaining(field -> paths.addAll(shape(field.getValue(), path + "/" + field.getKey())));
        } else if (node.isArray()) {
            paths.add(path + "[]");
            if (!node.isEmpty()) {
                paths.addAll(shape(node.get(0), path + "[]"));
            }
        } else {
            paths.add(path + ": " + (node.isNumber() ? "number" : node.getNodeType()));
        }
        return paths;
    }

    @Test
    void answersHaveTheShapeOfTheExamples() throws IOException {
        byte[] sound = Wave.of(Waves.noise(3 * 44_100, 1).samples(), 44_100).toMp3();
        List<MatchResult> examples =
                EXAMPLE.matcher(Files.readString(TEXT)).results().toList();
        assertThat(examples).hasSize(3);
        try (DemoClient demo = DemoClient.start(folder)) {
            for (MatchResult example : examples) {
                HttpRequest.Builder request = demo.request(example.group(2));
                DemoClient.Answer answer =
                        demo.send(example.group(1) == null ? request : request.POST(BodyPublishers.ofByteArray(sound)));
                assertThat(answer.status()).isEqualTo(200);
                assertThat(shape(answer.json(), "")).isEqualTo(shape(JSON.readTree(example.group(3)), ""));
            }
            assertThat(Files.readString(TEXT))
                    .contains("```json\n{\"error\": {\"status\": 415, \"code\": \"not-audio\"");
            assertThat(shape(demo.get("/nothing").json(), ""))
                    .containsExactly("/error/code: STRING", "/error/message: STRING", "/error/status: number");
        }
    }

    @Test
    void listsTheErrors() throws IOException {
        List<String> rows = new ArrayList<>();
        ERROR.matcher(Files.readString(TEXT)).results().forEach(row -> rows.add(row.group(1) + " " + row.group(2)));
        Set<String> known = Stream.of(
                        RequestFailure.badRequest(""),
                        RequestFailure.otherOrigin(),
                        RequestFailure.otherHost(),
                        RequestFailure.notFound(),
                        RequestFailure.methodNotAllowed(),
                        RequestFailure.tooLarge(1),
                        RequestFailure.tooLong(1),
                        RequestFailure.tooMany(1),
                        RequestFailure.busy(),
                        RequestFailure.tookTooLong("", 1),
                        RequestFailure.internal(null),
                        RequestFailure.ofStatus(431))
                .map(failure -> failure.answer().error())
                .map(error -> error.status() + " " + error.code())
                .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(List.of("415 not-audio", "422 unreadable"));
        assertThat(rows).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(known);
    }
}
