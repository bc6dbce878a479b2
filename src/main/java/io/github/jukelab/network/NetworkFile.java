package io.github.jukelab.network;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.jukelab.AtomicFile;
import io.github.jukelab.input.FeatureVectorInput;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.input.ResizedSpectrogram;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.SpectrogramImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/** DL4J's zip with one more entry, {@code jukelab.json}: labels, shape, and preprocessing if the input is sound. */
final class NetworkFile {

    private static final String ENTRY = "jukelab.json";
    private static final int VERSION = 2;
    /** The name of each preprocessing in a file; never changed, even if a class is renamed. */
    private static final Map<String, Class<? extends Preprocessing>> PREPROCESSINGS = Map.of(
            "MelWindows", MelWindows.class,
            "PicturedClip", SpectrogramImage.class,
            "ResizedClip", ResizedSpectrogram.class,
            "FeatureRows", FeatureVectorInput.class);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private NetworkFile() {}

    static void write(Network network, Path file) throws IOException {
        AtomicFile.write(file, part -> {
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
                .ifPresent(input -> node.putObject("preprocessing").set(name(input), JSON.valueToTree(input)));
        node.set("shape", JSON.valueToTree(network.shape()));
        return node;
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
            throw new NetworkFileException(file, "has no readable network: " + e.getMessage(), e);
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
        Shape shape = JSON.treeToValue(node.path("shape"), Shape.class);
        return Network.of(model, labels(node), shape, preprocessing(node.path("preprocessing")));
    }

    private static List<String> labels(JsonNode node) {
        List<String> labels = new ArrayList<>();
        node.path("labels").forEach(label -> labels.add(label.asText()));
        return labels;
    }

    private static String name(Preprocessing preprocessing) {
        return PREPROCESSINGS.entrySet().stream()
                .filter(entry -> entry.getValue() == preprocessing.getClass())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Preprocessing> preprocessing(JsonNode node) throws IOException {
        for (Map.Entry<String, Class<? extends Preprocessing>> entry : PREPROCESSINGS.entrySet()) {
            if (node.has(entry.getKey())) {
                return Optional.of(JSON.treeToValue(node.path(entry.getKey()), entry.getValue()));
            }
        }
        return Optional.empty();
    }
}
