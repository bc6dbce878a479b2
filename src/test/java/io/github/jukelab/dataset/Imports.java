package io.github.jukelab.dataset;

import io.github.jukelab.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Imports of short sounds, for tests. */
final class Imports {

    private Imports() {}

    /** A sound of some hundred samples; that it is too short is no matter here. */
    static byte[] sound(int seed) {
        return Tree.wav(400, seed);
    }

    static ImportReport of(Path to, Path from) throws IOException {
        return GtzanImport.into(to, from, Progress.NONE);
    }

    /** The findings, each as a text; without those of short sounds. */
    static List<String> findings(ImportReport report) {
        return report.findings().stream()
                .filter(finding -> finding.fault() != Fault.TOO_SHORT)
                .map(Finding::toString)
                .toList();
    }

    /** Paths of all files in a folder, hidden ones too. */
    static List<String> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
