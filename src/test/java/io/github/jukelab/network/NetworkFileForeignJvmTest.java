package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.ModelZip;
import io.github.jukelab.TestJvm;
import io.github.jukelab.input.Shape;
import io.github.jukelab.model.ModelFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that could take a whole JVM down are read in one of their own, with 64 MB. */
class NetworkFileForeignJvmTest {

    private static final int MANY = 25_000_000;

    @TempDir
    Path folder;

    /** Prints the reason for each file. */
    static final class Program {
        public static void main(String[] files) {
            for (String file : files) {
                try {
                    System.out.println("loaded " + Network.load(Path.of(file)));
                } catch (ModelFileException e) {
                    System.out.println(e.getMessage());
                }
            }
        }
    }

    /** Says so when it is initialised. */
    static final class Initialised {
        static {
            System.out.println("class initialised");
        }
    }

    /** Says so when it is read. */
    static final class Marker implements Serializable {
        private static final long serialVersionUID = 1;

        private void readObject(ObjectInputStream in) {
            System.out.println("object read");
        }
    }

    private ModelZip zip() throws IOException {
        Path file = folder.resolve("network.zip");
        Network.of(Architecture.of(Shape.row(57), 2, 1), List.of("cat", "dog")).save(file);
        return ModelZip.of(file);
    }

    private static byte[] serialized() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Marker());
        }
        return bytes.toByteArray();
    }

    private static byte[] spaces(byte[] json) {
        return (new String(json, StandardCharsets.UTF_8) + " ".repeat(100_000_000)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] parameters(ModelZip zip, int bytes, long count) {
        byte[] header = zip.entry("coefficients.bin");
        ByteBuffer parameters = ByteBuffer.allocate(bytes).put(header, 0, 0x71);
        return parameters.putLong(0x28, count).putLong(0x62, count).array();
    }

    @Test
    void nothingIsRunAndNoMemoryTaken() throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        files.add(zip().with("preprocessor.bin", serialized()).write(folder.resolve("serialized.zip")));
        String type = '"' + Initialised.class.getName() + '"';
        for (String part : List.of("", "/activationFn", "/iupdater", "/lossFn", "/weightInitFn")) {
            files.add(zip().with("configuration.json", "/confs/0/layer" + part + "/@class", type)
                    .write(folder.resolve("class" + files.size() + ".zip")));
        }
        for (String name : List.of("jukelab.json", "configuration.json")) {
            ModelZip zip = zip();
            files.add(zip.with(name, spaces(zip.entry(name))).write(folder.resolve(name + ".zip")));
        }
        files.add(zip().with("noise.bin", new byte[100_000_000]).write(folder.resolve("noise.zip")));
        files.add(zip().with("jukelab.json", "/shape", "{\"channels\": 65536, \"height\": 65536, \"width\": 57}")
                .write(folder.resolve("shape.zip")));
        ModelZip count = zip();
        count.with("coefficients.bin", parameters(count, count.entry("coefficients.bin").length, 4_000_000_000L));
        files.add(count.write(folder.resolve("count.zip")));
        files.add(huge(4 * MANY).write(folder.resolve("huge.zip")));
        files.add(huge(1000).write(folder.resolve("claim.zip")));

        String[] names = files.stream().map(Path::toString).toArray(String[]::new);
        String output = TestJvm.run(List.of("-Xmx64m"), Program.class, names);

        assertThat(output).doesNotContain("loaded", "class initialised", "object read");
        assertThat(output.lines()).hasSameSizeAs(files);
        for (Path file : files) {
            assertThat(output).contains(file + ": ");
        }
        assertThat(output).contains("huge.zip: needs more memory than Java may use");
    }

    /** A network of 25 million parameters, of which the file has as many as fit into so many bytes. */
    private ModelZip huge(int bytes) throws IOException {
        ModelZip zip = zip().with("jukelab.json", "/shape/width", "" + (MANY / 2 - 1));
        return zip.with("coefficients.bin", parameters(zip, 0x71 + bytes, MANY));
    }
}
