package io.github.jukelab.cli;

import io.github.jukelab.OutputFile;
import io.github.jukelab.audio.AudioFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The option {@code --force}, and the files that a command writes: they are tried before its work. */
final class ForceOption {

    @Option(names = "--force", description = "Replace files of another kind than the one that is written, too.")
    private boolean force;

    /**
     * The place of a file.
     *
     * @param path where it is written
     * @param name of its kind, such as {@code a feature table}
     * @param kind recognises an existing one, which is replaced without {@code --force}
     * @throws IOException if it cannot be written, looks like a recording, or would replace something else
     */
    OutputFile place(Path path, String name, OutputFile.Kind kind) throws IOException {
        if (AudioFiles.isAudioFile(path)) {
            throw new IOException(path + ": has the name of a sound file, but will be " + name);
        }
        OutputFile output = OutputFile.of(path);
        if (!force && !output.mayReplace(kind)) {
            throw new IOException(path + ": exists and is not " + name + "; --force replaces it");
        }
        return output;
    }

    /**
     * The folder of files that one command writes.
     *
     * @param folder where they are written
     * @param mark a file in it by which a folder is known that this command wrote
     * @throws IOException if no file can be written there, or other files are there
     */
    void folder(Path folder, String mark) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IOException(folder + ": is a file, but must be a folder");
        }
        OutputFile.of(folder.resolve(mark));
        if (!force && Files.isDirectory(folder) && !Files.exists(folder.resolve(mark)) && !isEmpty(folder)) {
            throw new IOException(folder + ": has other files; --force writes into it, over files of the same name");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
