package io.github.jukelab.model;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.jukelab.AtomicFile;
import io.github.jukelab.RelativePath;
import io.github.jukelab.input.FeatureVectorInput;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.input.ResizedSpectrogram;
import io.github.jukelab.input.SpectrogramImage;
import io.github.jukelab.signal.Frames;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Stft;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The file of a trained model: a zip whose entry {@code jukelab.json} has labels, preprocessing and what else its kind
 * needs. Other entries belong to the kind of model.
 */
public final class ModelFile {

    private static final String ENTRY = "jukelab.json";
    private static final int VERSION = 3;
    private static final int OLDEST = 2;
    /** The name of each preprocessing in a file; never changed, even if a class is renamed. */
    private static final Map<String, Class<? extends Preprocessing>> PREPROCESSINGS = Map.of(
            "MelWindows", MelWindows.class,
            "PicturedClip", SpectrogramImage.class,
            "ResizedClip", ResizedSpectrogram.class,
            "FeatureRows", FeatureVectorInput.class);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private ModelFile() {}

    /**
     * The description of a model.
     *
     * @param labels in the order of the probabilities
     * @param preprocessing how a sound becomes its input, if it is sound
     * @param settings all of the entry, with the further settings of its kind
     */
    public record Description(List<String> labels, Optional<Preprocessing> preprocessing, ObjectNode settings) {

        /**
         * Copies the labels.
         *
         * @param labels in the order of the probabilities
         * @param preprocessing how a sound becomes its input
         * @param settings all of the entry
         */
        public Description {
            labels = List.copyOf(labels);
        }

        /**
         * A setting of the model's kind.
         *
         * @param name of the setting
         * @param type a record or another type that Jackson reads
         * @param <T> the type
         * @return the value; empty if there is none of that name
         * @throws IOException if it is not of that type
         */
        public <T> Optional<T> setting(String name, Class<T> type) throws IOException {
            return settings.has(name) ? Optional.of(JSON.treeToValue(settings.get(name), type)) : Optional.empty();
        }
    }

    /** Writes the entries of a kind of model. */
    @FunctionalInterface
    public interface Entries {
        /**
         * Adds entries.
         *
         * @param zip open
         * @throws IOException if it cannot be written
         */
        void write(ZipOutputStream zip) throws IOException;
    }

    /**
     * Reads a model of one kind.
     *
     * @param <T> the kind of model
     */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * Makes the model.
         *
         * @param description from the file
         * @return the model
         * @throws IOException if something is missing or damaged
         */
        T read(Description description) throws IOException;
    }

    /**
     * Writes a model; the file appears only when it is complete.
     *
     * @param file to write; replaced if it exists
     * @param model its labels and preprocessing are written
     * @param settings further settings of its kind by name: records or other types that Jackson writes
     * @param entries further entries of its kind
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, TrainedModel model, Map<String, ?> settings, Entries entries)
            throws IOException {
        AtomicFile.write(file, part -> {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
                zip.putNextEntry(new ZipEntry(ENTRY));
                zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json(model, settings)));
                entries.write(zip);
            }
        });
    }

    private static ObjectNode json(TrainedModel model, Map<String, ?> settings) {
        ObjectNode node = JSON.createObjectNode().put("version", VERSION);
        model.labels().forEach(node.putArray("labels")::add);
        model.preprocessing()
                .ifPresent(input -> node.putObject("preprocessing").set(name(input), JSON.valueToTree(input)));
        settings.forEach((name, value) -> node.set(name, JSON.valueToTree(value)));
        return node;
    }

    private static String name(Preprocessing preprocessing) {
        return PREPROCESSINGS.entrySet().stream()
                .filter(entry -> entry.getValue() == preprocessing.getClass())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Reads a model.
     *
     * @param file written by {@link #write}
     * @param reader makes the model from its description
     * @param <T> the kind of model
     * @return the model
     * @throws ModelFileException if the file is missing, damaged, or not a model of this kind
     */
    public static <T> T read(Path file, Reader<T> reader) throws ModelFileException {
        if (!Files.isRegularFile(file)) {
            throw new ModelFileException(file, "there is no such file" + RelativePath.lookedIn(file));
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return reader.read(description(file, zip));
        } catch (ModelFileException e) {
            throw e;
        } catch (ZipException e) {
            throw new ModelFileException(file, "not a zip file, or a damaged one", e);
        } catch (IOException | RuntimeException e) {
            throw new ModelFileException(file, "has no readable model: " + e.getMessage(), e);
        }
    }

    private static Description description(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(ENTRY);
        if (entry == null) {
            throw new ModelFileException(file, "not a model of Jukelab, it has no " + ENTRY);
        }
        JsonNode node;
        try (InputStream in = zip.getInputStream(entry)) {
            node = JSON.readTree(in);
        }
        int version = node.path("version").asInt();
        if (version < OLDEST || version > VERSION) {
            throw new ModelFileException(
                    file, "written in version " + version + ", this program reads " + OLDEST + " to " + VERSION);
        }
        List<String> labels = new ArrayList<>();
        node.path("labels").forEach(label -> labels.add(label.asText()));
        return new Description(labels, preprocessing(node.path("preprocessing")), (ObjectNode) node);
    }

    private static Optional<Preprocessing> preprocessing(JsonNode node) throws IOException {
        for (Map.Entry<String, Class<? extends Preprocessing>> entry : PREPROCESSINGS.entrySet()) {
            if (node.has(entry.getKey())) {
                return Optional.of(JSON.treeToValue(current(node.path(entry.getKey())), entry.getValue()));
            }
        }
        return Optional.empty();
    }

    /** In version 2, {@link MelWindows} named each number of windows, transform and bands by itself. */
    private static JsonNode current(JsonNode settings) {
        if (!settings.has("nFft")) {
            return settings;
        }
        int rate = settings.path("rate").asInt();
        ObjectNode node = JSON.createObjectNode();
        node.set("samples", settings.path("samples"));
        node.set(
                "windows",
                JSON.valueToTree(Frames.of(
                                settings.path("window").asInt(),
                                settings.path("step").asInt())
                        .withCentered(false)));
        node.set(
                "stft",
                JSON.valueToTree(Stft.of(settings.path("nFft").asInt())
                        .withHop(settings.path("hop").asInt())));
        node.set("mel", JSON.valueToTree(MelBank.of(settings.path("bands").asInt(), rate)));
        node.set("scale", settings.path("scale"));
        node.set("normalisation", settings.path("normalisation"));
        return node;
    }
}
