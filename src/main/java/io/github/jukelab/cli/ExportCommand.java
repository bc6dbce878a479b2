package io.github.jukelab.cli;

import io.github.jukelab.OutputFile;
import io.github.jukelab.Printable;
import io.github.jukelab.onnx.OnnxFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a model as a file for other programs. */
@Command(
        name = "export",
        sortOptions = false,
        customSynopsis = "jukelab export [OPTIONS] [MODEL] --onnx MODEL.onnx",
        description = {
            "Write a model as an ONNX file, for other programs.",
            "",
            "Where ONNX can express it, the file takes the samples of a sound; else it takes the model's tensors. What it "
                    + "takes, what it gives and what is not in it is printed, and is in the file too. docs/export.md shows "
                    + "how it is used from Python, Java and JavaScript.",
            ""
        },
        footer = {"", "Example: jukelab export model.zip --onnx model.onnx"})
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private ModelParameter model;

    @Option(names = "--onnx", required = true, paramLabel = "MODEL.onnx", description = "File to write the model to.")
    private Path onnx;

    @Mixin
    private ForceOption force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        OutputFile place = force.place(onnx, "an ONNX file of Jukelab", OnnxFile::isOnnx);
        PrintWriter err = spec.commandLine().getErr();
        ChosenModel chosen = model.choose(err);
        place.outside(List.of(chosen.file()));
        OnnxFile file = OnnxFile.of(chosen.load());
        double megabytes = file.write(onnx) / 1e6;
        PrintWriter out = place.isStream() ? err : spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%s: %.2f MB%n", Printable.of(onnx.toString()), megabytes);
        file.description().forEach(line -> out.println("  " + line));
        return 0;
    }
}
