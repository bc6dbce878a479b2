package io.github.jukelab.network;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.jukelab.evaluation.Temperature;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.input.Shape;
import io.github.jukelab.model.ModelCard;
import io.github.jukelab.model.ModelFile;
import io.github.jukelab.model.ModelFileException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/**
 * The file of a network: the description of a {@link ModelFile} and the two entries that DL4J writes. DL4J does not
 * read them: the architecture is read from its configuration and made anew, and the parameters are set.
 */
final class NetworkFile {

    private static final String KIND = "shape";
    private static final String CONFIGURATION = "configuration.json";
    private static final String PARAMETERS = "coefficients.bin";
    private static final ModelFile.Format FORMAT = new ModelFile.Format(1 << 20, Set.of(CONFIGURATION, PARAMETERS));

    /** All of a file, checked; no memory outside the heap is used for its numbers yet. */
    private record Content(
            Architecture architecture,
            MultiLayerConfiguration configuration,
            float[] parameters,
            List<String> labels,
            Optional<Preprocessing> preprocessing,
            Temperature temperature,
            Optional<ModelCard> card) {}

    private NetworkFile() {}

    static boolean isNetwork(Path file) throws IOException {
        return ModelFile.isModel(file) && ModelFile.hasEntry(file, CONFIGURATION);
    }

    static void write(Network network, Optional<ModelCard> card, Path file) throws IOException {
        ModelFile.Content content = new ModelFile.Content(KIND, network.shape(), zip -> write(network.model(), zip));
        ModelFile.write(file, FORMAT, network, card, content);
    }

    private static void write(MultiLayerNetwork model, ZipOutputStream zip) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ModelSerializer.writeModel(model, bytes, false);
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                entries.transferTo(zip);
            }
        }
    }

    static Network read(Path file) throws ModelFileException {
        Content content = ModelFile.read(file, FORMAT, NetworkFile::content);
        Dl4jEngine engine = Dl4jEngine.of(content.architecture, content.configuration, content.parameters);
        return new Network(
                content.architecture, engine, content.labels, content.preprocessing, content.temperature, content.card);
    }

    private static Content content(ModelFile.Description description) throws IOException {
        Shape shape = description
                .value(KIND, Shape.class)
                .orElseThrow(() -> new IOException("a model of another kind, not a network"));
        JsonNode json = description.json(CONFIGURATION);
        Architecture architecture = SavedConfiguration.architecture(json, shape);
        Network.check(architecture, description.labels(), description.preprocessing());
        long count = architecture.parameters();
        float[] parameters;
        try (InputStream in = description.open(PARAMETERS, SavedParameters.bytes(count))) {
            parameters = SavedParameters.read(in, (int) count);
        }
        MultiLayerConfiguration configuration = SavedConfiguration.restored(json, architecture);
        return new Content(
                architecture,
                configuration,
                parameters,
                description.labels(),
                description.preprocessing(),
                description.temperature(),
                description.card());
    }
}
