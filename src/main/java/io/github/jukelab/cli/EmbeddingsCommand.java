package io.github.jukelab.cli;

import io.github.jukelab.embedding.Embedding;
import io.github.jukelab.embedding.Embeddings;
import io.github.jukelab.embedding.MusicnnPackage;
import io.github.jukelab.onnx.EmbeddingOnnx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the file of an embedding from the package that has its weights. */
@Command(
        name = "embeddings",
        sortOptions = false,
        description = {
            "Write the file that --features embedding needs.",
            "",
            "The weights are those of the Python package musicnn 0.1.0, which `make embeddings` downloads. Nothing in the "
                    + "package is run.",
            ""
        },
        footer = {"", "Example: jukelab embeddings musicnn-0.1.0-py3-none-any.whl"})
final class EmbeddingsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "WHEEL", hideParamSyntax = true, description = "The package's file.")
    private Path wheel;

    @Option(
            names = "--out",
            paramLabel = "FILE.onnx",
            description = "File to write (default: data/embeddings/musicnn-msd.onnx of the project).",
            defaultValue = Option.NULL_VALUE)
    private Optional<Path> out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Embedding embedding = MusicnnPackage.read(wheel);
        Path file = out.orElseGet(() -> Embeddings.file(embedding.id().name()));
        EmbeddingOnnx.write(embedding, file);
        spec.commandLine().getOut().println(file + ": " + embedding);
        return 0;
    }
}
