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
import io.github.jukelab.signal.Padding;
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
        customSynopsis = {"jukelab extract [OPTIONS] NAME[,NAME...] FILE... --out DIR", "       jukelab extract --list"
        },
        description = {
            "Write any feature of sound files as NPY files.",
            "",
            "The files are DIR/<file name without extension>/<feature>.npy. Names, shapes and values are librosa's. Files that cannot be used are skipped and listed at the end; "
                    + "the exit code is then 1.",
            ""
        },
        footer = {"", "Example: jukelab extract mfcc,chroma_stft track.mp3 --rate 22050 --out features"})
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

    @Option(names = "--list", description = "List all features with their parameters and defaults.")
    private boolean list;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            description = "Sample rate to resample to first (default: that of the file).",
            defaultValue = Option.NULL_VALUE)
    private Optional<Integer> rate;

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

    @Option(
            names = "--n-fft",
            paramLabel = "N",
            description = "Samples per frame (default: ${DEFAULT-VALUE}).",
            defaultValue = "2048")
    private int nFft;

    @Option(
            names = "--hop-length",
            paramLabel = "N",
            description = "Samples from one frame to the next (default: ${DEFAULT-VALUE}).",
            defaultValue = "512")
    private int hop;

    @Option(
            names = "--padding",
            paramLabel = "HOW",
            description = "Padding at both ends: constant (zeros) or reflect (default: ${DEFAULT-VALUE}).",
            defaultValue = "constant")
    private Padding padding;

    @Option(
            names = "--n-mels",
            paramLabel = "N",
            description = "Mel bands (default: ${DEFAULT-VALUE}).",
            defaultValue = "128")
    private int mels;

    @Option(
            names = "--n-mfcc",
            paramLabel = "N",
            description = "MFCC coefficients (default: ${DEFAULT-VALUE}).",
            defaultValue = "20")
    private int mfcc;

    @Mixin
    private ForceOption force;

    @Spec
    private CommandSpec spec;

    private final List<String> warnings = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        PrintWriter output = spec.commandLine().getOut();
        if (list) {
            FeatureCatalog.features().forEach(feature -> output.println(line(feature)));
            return 0;
        }
        List<NamedFeature> features = features();
        FeatureParameters parameters = parameters(features);
        LoadOptions part = part();
        Map<Path, Path> filesByFolder = filesByFolder();
        checkPlaces(filesByFolder.keySet(), features);
        for (Map.Entry<Path, Path> entry : filesByFolder.entrySet()) {
            write(entry.getValue(), part, entry.getKey(), features, parameters);
        }
        Problems.printFirst(spec.commandLine().getErr(), "warnings", warnings);
        Problems.print(spec.commandLine().getErr(), "skipped", skipped);
        return skipped.isEmpty() ? 0 : 1;
    }

    private void checkPlaces(Set<Path> folders, List<NamedFeature> features) throws IOException {
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

    private static String line(NamedFeature feature) {
        String defaults = feature.parameters().stream()
                .map(parameter -> parameter + " " + FeatureParameters.LIBROSA.text(parameter))
                .collect(Collectors.joining(", "));
        String suffix = defaults.isEmpty() ? "" : " (" + defaults + ")";
        return String.format(Locale.ROOT, "%-22s %s%s", feature.name(), feature.description(), suffix);
    }

    private List<NamedFeature> features() {
        if (names.isEmpty() || files.isEmpty() || out.isEmpty()) {
            throw usageError("give a feature, a file and --out; or --list");
        }
        try {
            return names.stream().map(FeatureCatalog::feature).toList();
        } catch (IllegalArgumentException e) {
            throw usageError(e.getMessage() + " (--list lists all)");
        }
    }

    /** An option that no feature uses is a mistake. */
    private FeatureParameters parameters(List<NamedFeature> features) {
        for (FeatureParameter parameter : FeatureParameter.values()) {
            boolean used =
                    features.stream().anyMatch(feature -> feature.parameters().contains(parameter));
            if (!used && spec.commandLine().getParseResult().hasMatchedOption("--" + parameter)) {
                throw usageError("--" + parameter + " has no effect on " + String.join(", ", names));
            }
        }
        try {
            FeatureParameters parameters = FeatureParameters.LIBROSA
                    .withNFft(nFft)
                    .withHop(hop)
                    .withPadding(padding)
                    .withMels(mels)
                    .withMfcc(mfcc);
            checkMfcc(features);
            return rate.map(parameters::withRate).orElse(parameters);
        } catch (IllegalArgumentException e) {
            throw usageError(e.getMessage());
        }
    }

    private void checkMfcc(List<NamedFeature> features) {
        boolean used =
                features.stream().anyMatch(feature -> feature.parameters().contains(FeatureParameter.N_MFCC));
        if (used && mfcc > mels) {
            throw usageError("n-mfcc must be at most n-mels, " + mels + ", got " + mfcc);
        }
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

    private void write(
            Path file, LoadOptions part, Path folder, List<NamedFeature> features, FeatureParameters parameters)
            throws IOException {
        try {
            Wave wave = FileWork.run(file, () -> Wave.read(file, part));
            wave.warnings().forEach(warning -> warnings.add(file + ": " + warning));
            for (NamedFeature feature : features) {
                write(wave, feature, parameters, npy(folder, feature), file);
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
