package io.github.jukelab.network;

import io.github.jukelab.WholeFile;
import io.github.jukelab.signal.Scale;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

/** DL4J's own zip with one entry more, {@code jukelab.json}: labels, and preprocessing or, without one, shape. */
final class NetworkFile {

    private static final String ENTRY = "jukelab.json";
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private NetworkFile() {}

    static void write(Network network, Path file) throws IOException {
        WholeFile.write(file, part -> {
            try (OutputStream out = Files.newOutputStream(part)) {
                write(network, out);
            }
        });
    }

    private static void write(Network network, OutputStream out) throws IOException {
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network.model(), model, false);
        try (ZipOutputStream zip = new ZipOutputStream(out);
                ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(model.toByteArray()))) {
            zip.putNextEntry(new ZipEntry(ENTRY));
            zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(description(network)));
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                entries.transferTo(zip);
            }
        }
    }

    private static ObjectNode description(Network network) {
        ObjectNode node = JSON.createObjectNode().put("version", VERSION);
        network.labels().forEach(node.putArray("labels")::add);
        network.preprocessing()
                .ifPresentOrElse(
                        preprocessing -> describe(preprocessing, node.putObject("preprocessing")),
                        () -> describe(network.shape(), node.putObject("shape")));
        return node;
    }

    private static void describe(Preprocessing p, ObjectNode node) {
        node.put("rate", p.rate())
                .put("samples", p.samples())
                .put("window", p.window())
                .put("step", p.step())
                .put("nFft", p.nFft())
                .put("hop", p.hop())
                .put("bands", p.bands())
                .put("scale", p.scale().name())
                .put("mean", p.normalisation().mean())
                .put("deviation", p.normalisation().deviation());
    }

    private static void describe(Shape shape, ObjectNode node) {
        node.put("channels", shape.channels()).put("height", shape.height()).put("width", shape.width());
    }

    static Network read(Path file) throws NetworkFileException {
        if (!Files.isRegularFile(file)) {
            throw new NetworkFileException(file, "there is no such file");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return read(file, zip);
        } catch (NetworkFileException e) {
            throw e;
        } catch (ZipException e) {
            throw new NetworkFileException(file, "not a zip file, or a damaged one", e);
        } catch (IOException | RuntimeException e) {
            throw new NetworkFileException(file, "holds no readable network: " + e.getMessage(), e);
        }
    }

    private static Network read(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(ENTRY);
        if (entry == null) {
            throw new NetworkFileException(file, "not a network of Jukelab, it has no " + ENTRY);
        }
        JsonNode node;
        try (InputStream in = zip.getInputStream(entry)) {
            node = JSON.readTree(in);
        }
        if (node.path("version").asInt() != VERSION) {
            throw new NetworkFileException(
                    file, "written in version " + node.path("version") + ", this program reads " + VERSION);
        }
        Backend.current();
        MultiLayerNetwork model = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false);
        Optional<Preprocessing> preprocessing = preprocessing(node.path("preprocessing"));
        Shape shape = preprocessing.map(Preprocessing::shape).orElseGet(() -> shape(node.path("shape")));
        return Network.of(model, labels(node), shape, preprocessing);
    }

    private static List<String> labels(JsonNode node) {
        List<String> labels = new ArrayList<>();
        node.path("labels").forEach(label -> labels.add(label.asText()));
        return labels;
    }

    private static Shape shape(JsonNode node) {
        return new Shape(
                node.path("channels").asInt(),
                node.path("height").asInt(),
                node.path("width").asInt());
    }

    private static Optional<Preprocessing> preprocessing(JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(new Preprocessing(
                node.path("rate").asInt(),
                node.path("samples").asInt(),
                node.path("window").asInt(),
                node.path("step").asInt(),
                node.path("nFft").asInt(),
                node.path("hop").asInt(),
                node.path("bands").asInt(),
                Scale.valueOf(node.path("scale").asText()),
                new Normalisation(
                        node.path("mean").asDouble(), node.path("deviation").asDouble())));
    }
}
