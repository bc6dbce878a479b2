package io.github.jukelab.cli;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.LoadOptions;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Network;
import io.github.jukelab.prediction.FilePredictor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads the classes that commands need for networks and sounds. The build runs this program once, and the JVM keeps an
 * archive of its classes: with it, commands start with a quarter less processor time.
 *
 * <p>It does without picocli: JDK 17 fails to archive lambdas of interfaces that were compiled for Java 5.
 */
final class StartClasses {

    private StartClasses() {}

    /**
     * Predicts with a new network from a file, for an mp3.
     *
     * @param arguments none
     * @throws IOException if a temporary file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        List<String> labels = List.of("a", "b");
        MelWindows input = MelWindows.REPAIRED;
        Path folder = Files.createTempDirectory("jukelab");
        Path model = folder.resolve("model.zip");
        Path sound = folder.resolve("sound.mp3");
        try {
            Network.of(Architectures.small(input.shape(), labels.size(), 1), labels, input)
                    .save(model);
            Files.write(sound, Wave.sine(440, 1, 44_100).toMp3());
            new FilePredictor(Network.load(model), "", 1).predict("sound", sound, LoadOptions.WHOLE);
        } finally {
            Files.deleteIfExists(sound);
            Files.deleteIfExists(model);
            Files.delete(folder);
        }
    }
}
