package io.github.jukelab.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.jukelab.AtomicFile;
import io.github.jukelab.RelativePath;
import io.github.jukelab.Require;
import io.github.jukelab.evaluation.Temperature;
import io.github.jukelab.input.EmbeddingInput;
import io.github.jukelab.input.FeatureVectorInput;
import io.github.jukelab.input.JoinedInput;
import io.github.jukelab.input.MelStatisticsInput;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.PictureWindows;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.input.ResizedSpectrogram;
import io.github.jukelab.input.SpectrogramImage;
import io.github.jukelab.provenance.RunCard;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The file of a trained model: a zip whose entry {@code jukelab.json} has the version of the format, the labels, the
 * preprocessing and, under the name of its kind, one value that the kind needs. If the origin of the model is known,
 * {@code card.json} is its run card and {@code training.json} has the terms of its data and the checksums of the tracks
 * that it was trained on. Other entries belong to the kind. Files of versions 2 and 3 have no card. A model with a
 * temperature is written in version 5, which programs that do not know temperatures refuse, others in version 4.
 *
 * <p>A file may come from anyone. So whatever it says is checked before it is used: names, sizes and checksums of its
 * entries, the type and range of each value. Nothing of a file is run, and no class is looked up by a name in it.
 */
public final class ModelFile {

    private static final String ENTRY = "jukelab.json";
    private static final int VERSION = 5;
    private static final int WITHOUT_TEMPERATURE = 4;
    private static final int OLDEST = 2;
    private static final String CARD = "card.json";
    private static final String TRAINING = "training.json";

    /** 64 MiB: about a million tracks. */
    private static final int CARD_BYTES = 64 << 20;

    private static final String TEMPERATURE = "temperature";
    private static final Set<String> COMMON = Set.of("version", "labels", "preprocessing", TEMPERATURE);
    /** The name of each preprocessing in a file; never changed, even if a class is renamed. */
    private static final Map<String, Class<? extends Preprocessing>> PREPROCESSINGS = Map.of(
            "MelWindows", MelWindows.class,
            "PicturedClip", SpectrogramImage.class,
            "PictureWindows", PictureWindows.class,
            "ResizedClip", ResizedSpectrogram.class,
            "FeatureRows", FeatureVectorInput.class,
            "MelStatistics", MelStatisticsInput.class,
            "Embedding", EmbeddingInput.class,
            "Joined", JoinedInput.class);

    private ModelFile() {}

    /**
     * What a file of a kind of model may have.
     *
     * @param bytes of an entry of JSON, unpacked, at most
     * @param entries the names of its own entries; a file with another one is refused, unless all models may have it
     */
    public record Format(int bytes, Set<String> entries) {

        /**
         * Copies the names.
         *
         * @param bytes of an entry of JSON, unpacked, at most
         * @param entries the names of its own entries
         */
        public Format {
            entries = Set.copyOf(entries);
        }

        private Set<String> allEntries() {
            Set<String> all = new TreeSet<>(entries);
            all.addAll(List.of(CARD, TRAINING));
            return all;
        }
    }

    /** What a file says of its model, checked; open while it is read. */
    public static final class Description {

        private final CheckedZip zip;
        private final int limit;
        private final ObjectNode json;
        private final List<String> labels;
        private final Optional<Preprocessing> preprocessing;
        private final Temperature temperature;
        private final Optional<ModelCard> card;

        private Description(CheckedZip zip, int limit, ObjectNode json) throws IOException {
            this.zip = zip;
            this.limit = limit;
            this.json = json;
            this.card = ModelFile.card(zip);
            this.labels = ModelFile.labels(json.path("labels"));
            this.preprocessing = ModelFile.preprocessing(json);
            this.temperature = ModelFile.temperature(json);
        }

        /**
         * The classes.
         *
         * @return in the order of the probabilities; unique, none blank
         */
        public List<String> labels() {
            return labels;
        }

        /**
         * How a sound becomes the model's input.
         *
         * @return empty if its input is not sound
         */
        public Optional<Preprocessing> preprocessing() {
            return preprocessing;
        }

        /**
         * The temperature that calibrates its probabilities.
         *
         * @return {@link Temperature#NONE} if the file has none
         */
        public Temperature temperature() {
            return temperature;
        }

        /**
         * The origin of the model.
         *
         * @return empty if the file does not tell it
         */
        public Optional<ModelCard> card() {
            return card;
        }

        /**
         * The value that a kind of model needs.
         *
         * @param kind its name
         * @param type a record or another type that Jackson reads
         * @param <T> the type
         * @return the value; empty if the model is of another kind
         * @throws IOException if it is not of that type
         */
        public <T> Optional<T> value(String kind, Class<T> type) throws IOException {
            return json.has(kind) ? Optional.of(ModelJson.value(json.get(kind), type, kind)) : Optional.empty();
        }

        /**
         * A further entry that has JSON.
         *
         * @param name of the entry
         * @return its content
         * @throws IOException if there is none, or it is damaged or too large
         */
        public JsonNode json(String name) throws IOException {
            return ModelJson.parse(zip.read(name, limit), name);
        }

        /**
         * Opens a further entry of known size; whoever reads it to its end knows that its checksum fits.
         *
         * @param name of the entry
         * @param size in bytes
         * @return its content
         * @throws IOException if there is none of that name and size
         */
        public InputStream open(String name, long size) throws IOException {
            return zip.open(name, size);
        }

        @Override
        public String toString() {
            return "Description[" + labels
                    + preprocessing.map(input -> ", " + input).orElse("") + "]";
        }
    }

    /**
     * What a kind of model writes.
     *
     * @param kind the name of the kind
     * @param value what the kind needs: a record or another type that Jackson writes
     * @param entries writes the further entries of the kind
     */
    public record Content(String kind, Object value, Entries entries) {

        @Override
        public String toString() {
            return "Content[" + kind + "]";
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
         * @throws IllegalArgumentException if a value is out of its range
         */
        T read(Description description) throws IOException;
    }

    /**
     * Writes a model; the file appears only when it is complete.
     *
     * @param file to write; replaced if it exists
     * @param format of its kind
     * @param model its labels, preprocessing and temperature are written
     * @param card its origin, if known
     * @param content of its kind
     * @throws IOException if it cannot be written, or its description or card is larger than can be read again
     */
    public static void write(Path file, Format format, TrainedModel model, Optional<ModelCard> card, Content content)
            throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        byte[] description = ModelJson.bytes(json(model, content.kind, content.value));
        entries.put(ENTRY, limited(file, "description", description, format.bytes()));
        if (card.isPresent()) {
            byte[] training = ModelJson.bytes(ModelJson.tree(card.get().training()));
            entries.put(CARD, limited(file, "run card", card.get().run().json(), CARD_BYTES));
            entries.put(TRAINING, limited(file, "list of tracks", training, CARD_BYTES));
        }
        AtomicFile.write(file, part -> {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                }
                content.entries.write(zip);
            }
        });
    }

    private static byte[] limited(Path file, String what, byte[] bytes, int limit) throws IOException {
        if (bytes.length > limit) {
            throw new IOException(file + ": its " + what + " would have " + bytes.length + " bytes, at most " + limit
                    + " can be read again");
        }
        return bytes;
    }

    private static ObjectNode json(TrainedModel model, String kind, Object value) {
        boolean plain = model.temperature().equals(Temperature.NONE);
        ObjectNode node = ModelJson.object().put("version", plain ? WITHOUT_TEMPERATURE : VERSION);
        model.labels().forEach(node.putArray("labels")::add);
        model.preprocessing().ifPresent(input -> node.putObject("preprocessing").set(name(input), written(input)));
        if (!plain) {
            node.set(TEMPERATURE, ModelJson.tree(model.temperature()));
        }
        return node.set(kind, ModelJson.tree(value));
    }

    private static String name(Preprocessing preprocessing) {
        return PREPROCESSINGS.entrySet().stream()
                .filter(entry -> entry.getValue() == preprocessing.getClass())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Whether a file is one of a model, by its entries.
     *
     * @param file any file
     * @return whether it is a zip with a description
     * @throws IOException if the file cannot be read
     */
    public static boolean isModel(Path file) throws IOException {
        return hasEntry(file, ENTRY);
    }

    /**
     * Whether a file is a zip with an entry of a name, by which a kind of model can be known.
     *
     * @param file any file
     * @param name of the entry
     * @return whether it has it
     * @throws IOException if the file cannot be read
     */
    public static boolean hasEntry(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry(name) != null;
        } catch (ZipException e) {
            return false;
        }
    }

    /**
     * Reads a model.
     *
     * @param file written by {@link #write}
     * @param format of its kind
     * @param reader makes the model from its description
     * @param <T> the kind of model
     * @return the model
     * @throws ModelFileException if the file is missing, damaged, or not a model of this kind
     */
    public static <T> T read(Path file, Format format, Reader<T> reader) throws ModelFileException {
        if (!Files.isRegularFile(file)) {
            String reason = Files.exists(file) ? "not a file" : "there is no such file" + RelativePath.lookedIn(file);
            throw new ModelFileException(file, reason);
        }
        try (CheckedZip zip = CheckedZip.open(file, ENTRY, format.allEntries())) {
            return reader.read(description(file, zip, format.bytes()));
        } catch (ModelFileException e) {
            throw e;
        } catch (ZipException | EOFException e) {
            throw new ModelFileException(file, "not a zip file, or a damaged one", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelFileException(file, "has no readable model: " + e.getMessage(), e);
        } catch (OutOfMemoryError e) {
            throw new ModelFileException(file, "needs more memory than Java may use", e);
        }
    }

    private static Description description(Path file, CheckedZip zip, int limit) throws IOException {
        if (!(ModelJson.parse(zip.read(ENTRY, limit), ENTRY) instanceof ObjectNode json)) {
            throw new IOException(ENTRY + " is no JSON object");
        }
        requireVersion(file, json.path("version"));
        List<String> kinds =
                names(json).stream().filter(name -> !COMMON.contains(name)).toList();
        if (kinds.size() != 1) {
            throw new IOException(ENTRY + " must name one kind of model, got " + kinds);
        }
        return new Description(zip, limit, json);
    }

    /** Run card and tracks stand together. */
    private static Optional<ModelCard> card(CheckedZip zip) throws IOException {
        if (!zip.has(CARD) && !zip.has(TRAINING)) {
            return Optional.empty();
        }
        JsonNode training = ModelJson.parse(zip.read(TRAINING, CARD_BYTES), TRAINING);
        return Optional.of(new ModelCard(
                run(zip.read(CARD, CARD_BYTES)), ModelJson.value(training, TrainingData.class, TRAINING)));
    }

    /** Jackson's reasons name classes, which say nothing to a reader. */
    private static RunCard run(byte[] json) throws IOException {
        try {
            return RunCard.of(json, CARD);
        } catch (IOException e) {
            throw new IOException(CARD + " is not a readable run card", e);
        }
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void requireVersion(Path file, JsonNode version) throws ModelFileException {
        if (!version.isInt() || version.asInt() < OLDEST || version.asInt() > VERSION) {
            String written = version.isNumber() ? version.asText() : "unknown";
            throw new ModelFileException(
                    file, "written in version " + written + ", this program reads " + OLDEST + " to " + VERSION);
        }
    }

    private static List<String> labels(JsonNode node) throws IOException {
        List<String> labels = new ArrayList<>();
        for (JsonNode label : node) {
            if (!node.isArray() || !label.isTextual()) {
                throw new IOException("labels must be a list of texts");
            }
            labels.add(label.asText());
        }
        Require.labels(labels);
        return List.copyOf(labels);
    }

    private static Temperature temperature(JsonNode json) throws IOException {
        return json.has(TEMPERATURE)
                ? ModelJson.value(json.get(TEMPERATURE), Temperature.class, TEMPERATURE)
                : Temperature.NONE;
    }

    private static Optional<Preprocessing> preprocessing(JsonNode json) throws IOException {
        if (!json.has("preprocessing")) {
            return Optional.empty();
        }
        JsonNode node = json.get("preprocessing");
        List<String> names = names(node);
        if (names.size() != 1 || !PREPROCESSINGS.containsKey(names.get(0))) {
            throw new IOException(
                    "preprocessing must be one of " + new TreeSet<>(PREPROCESSINGS.keySet()) + ", got " + names);
        }
        String name = names.get(0);
        JsonNode settings = completed(node.get(name), name);
        return Optional.of(
                settings.has("nFft")
                        ? ModelJson.value(settings, OldMelWindows.class, name).current()
                        : ModelJson.value(settings, PREPROCESSINGS.get(name), name));
    }

    /** Without the settings that files of earlier programs do not have, where they are as they were then. */
    private static JsonNode written(Preprocessing input) {
        ObjectNode settings = (ObjectNode) ModelJson.tree(input);
        if (input.normalisation().span() == 1) {
            ((ObjectNode) settings.findValue("normalisation")).remove("span");
        }
        if (!settings.path("delta").asBoolean()) {
            settings.remove("delta");
        }
        return settings;
    }

    /** With those settings. */
    private static JsonNode completed(JsonNode settings, String name) {
        if (settings.findPath("normalisation") instanceof ObjectNode normalisation) {
            normalisation.putIfAbsent("span", ModelJson.tree(1));
        }
        if (settings instanceof ObjectNode windows && name.equals("MelWindows") && !windows.has("nFft")) {
            windows.putIfAbsent("delta", ModelJson.tree(false));
        }
        return settings;
    }
}
