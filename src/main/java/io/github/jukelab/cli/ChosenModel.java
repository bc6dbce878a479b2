package io.github.jukelab.cli;

import io.github.jukelab.Printable;
import io.github.jukelab.Workspace;
import io.github.jukelab.classic.ClassicalModel;
import io.github.jukelab.model.ModelFile;
import io.github.jukelab.model.TrainedModel;
import io.github.jukelab.network.Network;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The model that a command works with.
 *
 * @param file of a network or a classical model
 */
record ChosenModel(Path file) {

    /**
     * The given model, or else the newest that notebooks saved, which is then named.
     *
     * @throws IOException if none is given and there is none
     */
    static ChosenModel of(Optional<Path> given, PrintWriter err) throws IOException {
        if (given.isPresent()) {
            return new ChosenModel(given.get());
        }
        ChosenModel newest = newest(Workspace.models(Jukelab.home(), System.getenv()));
        newest.printNewest(err);
        return newest;
    }

    /** Names a model that was not given. */
    void printNewest(PrintWriter err) {
        err.println("model: " + Printable.of(file.toString()) + ", the newest there");
    }

    /** The model of a folder that was written last. */
    static ChosenModel newest(Path folder) throws IOException {
        return find(folder)
                .orElseThrow(() -> new IOException(folder + ": there is no model; give the file of one, such as "
                        + "'jukelab train' writes with --out"));
    }

    /** The model of a folder that was written last, if there is one. */
    static Optional<ChosenModel> find(Path folder) throws IOException {
        Optional<Path> newest = Optional.empty();
        for (Path file : byTime(folder)) {
            newest = ModelFile.isModel(file) ? Optional.of(file) : newest;
        }
        return newest.map(ChosenModel::new);
    }

    private static List<Path> byTime(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        files.sort(Comparator.comparingLong(file -> file.toFile().lastModified()));
        return files;
    }

    /** Reads the model; what kind it is, its content says. */
    TrainedModel load() throws IOException {
        return Files.isRegularFile(file) && Network.isNetwork(file) ? Network.load(file) : ClassicalModel.load(file);
    }
}
