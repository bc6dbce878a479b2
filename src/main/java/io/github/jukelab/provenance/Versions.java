package io.github.jukelab.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The versions of Java, the system, this code and the libraries that affect results; those of libraries are read from
 * their jars.
 */
final class Versions {

    private static final Map<String, String> LIBRARIES = Map.of(
            "dl4j", "org.deeplearning4j/deeplearning4j-nn",
            "nd4j", "org.nd4j/nd4j-api",
            "ffmpeg", "org.bytedeco/ffmpeg");

    private Versions() {}

    static SortedMap<String, String> current() {
        SortedMap<String, String> versions = new TreeMap<>();
        versions.put("java", System.getProperty("java.version"));
        versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        versions.put("jukelab", Build.current().toString());
        LIBRARIES.forEach((name, jar) -> of(jar).ifPresent(version -> versions.put(name, version)));
        return versions;
    }

    private static Optional<String> of(String jar) {
        String file = "/META-INF/maven/" + jar + "/pom.properties";
        try (InputStream in = Versions.class.getResourceAsStream(file)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return Optional.ofNullable(properties.getProperty("version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
