package io.github.jukelab.network;

import io.github.jukelab.input.Shape;
import io.github.jukelab.model.ModelFile;
import io.github.jukelab.model.ModelFileException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/**
 * The file of a network: the entries that DL4J writes, from which the architecture is read back, and the description
 * of a {@link ModelFile}.
 */
final class NetworkFile {

    private NetworkFile() {}

    static void write(Network network, Path file) throws IOException {
        ModelFile.write(file, network, Map.of("shape", network.shape()), zip -> write(network.model(), zip));
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
        return ModelFile.read(file, description -> {
            Shape shape = description
                    .setting("shape", Shape.class)
                    .orElseThrow(() -> new ModelFileException(file, "a model of another kind, not a network"));
            Backend.current();
            MultiLayerNetwork model = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false);
            Architecture architecture = Dl4jConfiguration.read(model.getLayerWiseConfigurations(), shape);
            Network.check(architecture, description.labels(), description.preprocessing());
            Dl4jEngine engine = Dl4jEngine.of(model, architecture);
            return new Network(architecture, engine, description.labels(), description.preprocessing());
        });
    }
}
