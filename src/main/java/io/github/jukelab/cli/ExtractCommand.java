package io.github.jukelab.cli;

import io.github.jukelab.audio.FileWork;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.LoadOptions;
import io.github.jukelab.extraction.FeatureArray;
import io.github.jukelab.extraction.FeatureCatalog;
import io.github.jukelab.extraction.FeatureParameter;
import io.github.jukelab.extraction.FeatureParameters;
import io.github.jukelab.extraction.NamedFeature;
import io.github.jukelab.extraction.NpyFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes named features of sound files as NPY files. */
@Command(
        name = "extract",
        sortOptions = false,
        preprocessor = FeatureOptions.Underscores.class,
        customSynopsis = {
            "jukelab extract [OPTIONS] NAME[,NAME...] FILE... --out DIR",
            "       jukelab extract --list [NAME[,NAME...]]"
        },
        description = {
            "Write any feature of sound files as NPY files.",
            "",
            "The files are DIR/<file name without extension>/<feature>.npy. Names, shapes and values are librosa's. Files that cannot be used are skipped and listed at the end; "
                    + "the exit code is then 1.",
            "",
            "Parameters of features have librosa's names, also with underscores, and its defaults. A parameter goes to those of the named features that take it.",
            ""
        },
        footer = {"", "Example: jukelab extract mfcc,chroma_stft track.mp3 --n-mfcc 13 --out features"})
final class ExtractCommand implements Callable<Integer> {

    @CommandLine.Parameters(
            index = "0",
            arity = "0..1",
            split = ",",
            paramLabel = "NAME",
            hideParamSyntax = true,
            description = "One feature, or several separated by commas.")
    private List<String> names = List.of();

    @CommandLine.Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "FILE...",
            hideParamSyntax = true,
            description = "Sound files.")
    private List<Path> files = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the NPY files.")
    private Optional<Path> out;

    @Option(names = "--list", description = "List all features, or the parameters of those named.")
    private boolean list;

    @Option(
            names = "--offset",
            paramLabel = "S",
            description = "Start reading after this many seconds (default: ${DEFAULT-VALUE}).",
            defaultValue = "0")
    private double offset;

    @Option(
            names = "--duration",
            paramLabel = "S",
            description = "Read at most this many seconds (default: to the end).",
            defaultValue = "Infinity")
    private double duration;

    @Option(
            names = "--max-samples",
            paramLabel = "N",
            description = {
                "Skip a file of more samples, as it is held in memory whole",
                "(default: ${DEFAULT-VALUE}, 38 minutes at 44100 Hz, 76 at 22050 Hz)."
            },
            defaultValue = "" + LoadOptions.DEFAULT_MAX_SAMPLES)
    private long maxSamples;

    @Mixin
    private ForceOption force;

    private CommandSpec spec;

    private final List<String> warnings = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    /** Adds an option for each parameter of a feature. */
    @Spec
    void setSpec(CommandSpec spec) {
        this.spec = spec;
        FeatureOptions.addTo(spec);
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter output = spec.commandLine().getOut();
        if (list) {
            list(output);
            return 0;
        }
        Map<NamedFeature, FeatureParameters> features = parameters(features());
        LoadOptions part = part();
        Map<Path, Path> filesByFolder = filesByFolder();
        checkPlaces(filesByFolder.keySet(), features.keySet());
        for (Map.Entry<Path, Path> entry : filesByFolder.entrySet()) {
            write(entry.getValue(), part, entry.getKey(), features);
        }
        Problems.printFirst(spec.commandLine().getErr(), "warnings", warnings);
        Problems.print(spec.commandLine().getErr(), "skipped", skipped);
        return skipped.isEmpty() ? 0 : 1;
    }

    private void checkPlaces(Set<Path> folders, Set<NamedFeature> features) throws IOException {
        for (Path folder : folders) {
            for (NamedFeature feature : features) {
                force.place(npy(folder, feature), "an NPY file", NpyFile::isNpy).outside(files);
            }
        }
    }

    private static Path npy(Path folder, NamedFeature feature) {
        return folder.resolve(feature.name() + ".npy");
    }

    private LoadOptions part() {
        try {
            return LoadOptions.WHOLE.withOffset(offset).withDuration(duration).withMaxSamples(maxSamples);
        } catch (IllegalArgumentException e) {
            throw usageError(e.getMessage());
        }
    }

    /** All features, or the parameters of the named ones. */
    private void list(PrintWriter output) {
        if (names.isEmpty()) {
            FeatureCatalog.features().forEach(feature -> output.println(line(feature)));
            output.println();
            output.println("'jukelab extract --list NAME' shows the parameters of a feature.");
        }
        for (NamedFeature feature : named()) {
            output.println(line(feature));
            feature.parameters().forEach(parameter -> output.println(line(parameter)));
        }
    }

    private static String line(NamedFeature feature) {
        return String.format(Locale.ROOT, "%-22s %s", feature.name(), feature.description());
    }

    private static String line(FeatureParameter<?> parameter) {
        return String.format(
                Locale.ROOT,
                "  %-18s %s; %s (default: %s)",
                FeatureOptions.name(parameter),
                FeatureOptions.meaning(parameter),
                parameter.range(),
                parameter.defaultText());
    }

    private List<NamedFeature> features() {
        if (names.isEmpty() || files.isEmpty() || out.isEmpty()) {
            throw usageError("give a feature, a file and --out; or --list");
        }
        return named();
    }

    private List<NamedFeature> named() {
        try {
            return names.stream().map(FeatureCatalog::feature).toList();
        } catch (IllegalArgumentException e) {
            throw usageError(e.getMessage() + " (--list lists all)");
        }
    }

    /** Each feature with the options it takes. An option that none of them takes is a mistake. */
    private Map<NamedFeature, FeatureParameters> parameters(List<NamedFeature> features) {
        Map<String, String> texts = FeatureOptions.given(spec.commandLine().getParseResult());
        try {
            for (String name : texts.keySet()) {
                if (features.stream()
                        .allMatch(feature -> feature.parameter(name).isEmpty())) {
                    throw new IllegalArgumentException(features.stream()
                            .map(feature -> feature.refusal(name))
                            .collect(Collectors.joining("; ")));
                }
            }
            Map<NamedFeature, FeatureParameters> parameters = new LinkedHashMap<>();
            features.forEach(feature -> parameters.put(feature, parameters(feature, texts)));
            return parameters;
        } catch (IllegalArgumentException e) {
            throw usageError(e.getMessage());
        }
    }

    private static FeatureParameters parameters(NamedFeature feature, Map<String, String> texts) {
        FeatureParameters parameters = FeatureParameters.LIBROSA;
        for (FeatureParameter<?> parameter : feature.parameters()) {
            if (texts.containsKey(parameter.name())) {
                parameters = parameters.withText(parameter, texts.get(parameter.name()));
            }
        }
        feature.check(parameters);
        return parameters;
    }

    /** The file whose features go into each folder. If two files have the same folder, the second is skipped. */
    private Map<Path, Path> filesByFolder() {
        Map<Path, Path> filesByFolder = new LinkedHashMap<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            Path folder = out.orElseThrow().resolve(name.replaceFirst("(?<=.)\\.[^.]*$", ""));
            Path other = filesByFolder.putIfAbsent(folder, file);
            if (other != null && !other.equals(file)) {
                skipped.add(file + ": its output folder " + folder + " is already used for " + other);
            }
        }
        return filesByFolder;
    }

    private void write(Path file, LoadOptions part, Path folder, Map<NamedFeature, FeatureParameters> features)
            throws IOException {
        try {
            Wave wave = FileWork.run(file, () -> Wave.read(file, part));
            wave.warnings().forEach(warning -> warnings.add(file + ": " + warning));
            for (Map.Entry<NamedFeature, FeatureParameters> entry : features.entrySet()) {
                NamedFeature feature = entry.getKey();
                write(wave, feature, entry.getValue(), npy(folder, feature), file);
            }
        } catch (AudioException e) {
            skipped.add(e.getMessage());
        }
    }

    private void write(Wave wave, NamedFeature feature, FeatureParameters parameters, Path npy, Path file)
            throws IOException {
        try {
            FeatureArray array = FileWork.run(file, () -> feature.of(wave, parameters));
            NpyFile.write(npy, array);
            spec.commandLine().getOut().println(npy + ": " + array);
        } catch (AudioException e) {
            skipped.add(file + ": " + feature.name() + ": " + e.reason());
        }
    }

    private ParameterException usageError(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
