package io.github.jukelab;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The entries of a model's file, to be changed and written again. */
public final class ModelZip {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private ModelZip() {}

    /** The entries of a file. */
    public static ModelZip of(Path file) throws IOException {
        ModelZip copy = new ModelZip();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                copy.with(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return copy;
    }

    /** The content of an entry. */
    public byte[] entry(String name) {
        return entries.get(name);
    }

    /** Sets an entry. */
    public ModelZip with(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    /** Sets an entry. */
    public ModelZip with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces or adds one value of an entry of JSON. */
    public ModelZip with(String entry, String pointer, String value) throws IOException {
        JsonNode root = JSON.readTree(entry(entry));
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = root.at(at.head());
        if (parent instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), JSON.readTree(value));
        } else {
            ((ObjectNode) parent).set(at.last().getMatchingProperty(), JSON.readTree(value));
        }
        return with(entry, JSON.writeValueAsBytes(root));
    }

    /** Removes one value of an object in an entry of JSON. */
    public ModelZip without(String entry, String pointer) throws IOException {
        JsonNode root = JSON.readTree(entry(entry));
        JsonPointer at = JsonPointer.compile(pointer);
        ((ObjectNode) root.at(at.head())).remove(at.last().getMatchingProperty());
        return with(entry, JSON.writeValueAsBytes(root));
    }

    /** The pointers of all values of an entry of JSON. */
    public List<String> pointers(String entry) throws IOException {
        List<String> pointers = new ArrayList<>();
        collect(JSON.readTree(entry(entry)), "", pointers);
        return pointers;
    }

    private static void collect(JsonNode node, String pointer, List<String> pointers) {
        if (!pointer.isEmpty()) {
            pointers.add(pointer);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), pointer + "/" + i, pointers);
        }
        node.fields().forEachRemaining(field -> collect(field.getValue(), pointer + "/" + field.getKey(), pointers));
    }

    /** Writes a zip of the entries. */
    public Path write(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }
}
