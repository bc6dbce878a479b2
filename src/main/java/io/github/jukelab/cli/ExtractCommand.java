package io.github.jukelab.cli;

import io.github.jukelab.audio.AudioException;
import io.github.jukelab.audio.Wave;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes features by name as NPY files. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {"jukelab extract [OPTIONS] NAME[,NAME...] FILE... --out DIR", "       jukelab extract --list"
        },
        description = {
            "Write features as NPY files: DIR/<file name without ending>/<feature>.npy.",
            "",
            "Names, shapes and values are librosa's. Files that cannot be used are skipped and listed at the end; "
                    + "the exit code is 1 then.",
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
            description = "A feature, or several with commas between them.")
    private List<String> names = List.of();

    @CommandLine.Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "FILE...",
            hideParamSyntax = true,
            description = "Sound files.")
    private List<Path> files = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the files go.")
    private Optional<Path> out;

    @Option(names = "--list", description = "Name all features, with the parameters they take and their defaults.")
    private boolean list;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            description = "Rate to which the sound is brought first (default: its own).",
            defaultValue = Option.NULL_VALUE)
    private Optional<Integer> rate;

    @Option(
            names = "--n-fft",
            paramLabel = "N",
            description = "Samples in a frame (default: ${DEFAULT-VALUE}).",
            defaultValue = "2048")
    private int nFft;

    @Option(
            names = "--hop-length",
            paramLabel = "N",
            description = "Samples from frame to frame (default: ${DEFAULT-VALUE}).",
            defaultValue = "512")
    private int hop;

    @Option(
            names = "--padding",
            paramLabel = "HOW",
            description = "What a frame sees beyond the ends: constant (zeros) or reflect (default: ${DEFAULT-VALUE}).",
            defaultValue = "constant")
    private Padding padding;

    @Option(
            names = "--n-mels",
            paramLabel = "N",
            description = "Bands of the mel scale (default: ${DEFAULT-VALUE}).",
            defaultValue = "128")
    private int mels;

    @Option(
            names = "--n-mfcc",
            paramLabel = "N",
            description = "Coefficients (default: ${DEFAULT-VALUE}).",
            defaultValue = "20")
    private int mfcc;

    @Spec
    private CommandSpec spec;

    private final List<String> notes = new ArrayList<>();
    private final List<String> bad = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        PrintWriter console = spec.commandLine().getOut();
        if (list) {
            FeatureCatalog.features().forEach(feature -> console.println(line(feature)));
            return 0;
        }
        List<NamedFeature> features = features();
        FeatureParameters parameters = parameters(features);
        for (Map.Entry<Path, Path> clip : clips().entrySet()) {
            write(clip.getValue(), clip.getKey(), features, parameters);
        }
        Problems.list(spec.commandLine().getErr(), "warnings", notes);
        Problems.list(spec.commandLine().getErr(), "skipped", bad);
        return bad.isEmpty() ? 0 : 1;
    }

    private static String line(NamedFeature feature) {
        String taken = feature.parameters().stream()
                .map(parameter -> parameter + " " + FeatureParameters.LIBROSA.text(parameter))
                .collect(Collectors.joining(", "));
        String takes = taken.isEmpty() ? "" : " (" + taken + ")";
        return String.format("%-22s %s%s", feature.name(), feature.description(), takes);
    }

    private List<NamedFeature> features() {
        if (names.isEmpty() || files.isEmpty() || out.isEmpty()) {
            throw wrong("what is needed: a feature's name, a file, and --out; or --list");
        }
        try {
            return names.stream().map(FeatureCatalog::feature).toList();
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage() + " (--list names all)");
        }
    }

    /** What was set and no feature takes is a mistake. */
    private FeatureParameters parameters(List<NamedFeature> features) {
        for (FeatureParameter parameter : FeatureParameter.values()) {
            boolean taken =
                    features.stream().anyMatch(feature -> feature.parameters().contains(parameter));
            if (!taken && spec.commandLine().getParseResult().hasMatchedOption("--" + parameter)) {
                throw wrong("--" + parameter + " means nothing to " + String.join(", ", names));
            }
        }
        try {
            FeatureParameters own = FeatureParameters.LIBROSA
                    .withNFft(nFft)
                    .withHop(hop)
                    .withPadding(padding)
                    .withMels(mels)
                    .withMfcc(mfcc);
            return rate.map(own::withRate).orElse(own);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    /** The folder of each file's features. Of two files that would share one, the first has it. */
    private Map<Path, Path> clips() {
        Map<Path, Path> clips = new LinkedHashMap<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            Path folder = out.orElseThrow().resolve(name.replaceFirst("(?<=.)\\.[^.]*$", ""));
            Path other = clips.putIfAbsent(folder, file);
            if (other != null && !other.equals(file)) {
                bad.add(file + ": its features would go to " + folder + ", where those of " + other + " go");
            }
        }
        return clips;
    }

    private void write(Path file, Path folder, List<NamedFeature> features, FeatureParameters parameters)
            throws IOException {
        try {
            Wave wave = Wave.read(file);
            wave.warnings().forEach(warning -> notes.add(file + ": " + warning));
            for (NamedFeature feature : features) {
                write(wave, feature, parameters, folder.resolve(feature.name() + ".npy"), file);
            }
        } catch (AudioException e) {
            bad.add(e.getMessage());
        }
    }

    private void write(Wave wave, NamedFeature feature, FeatureParameters parameters, Path npy, Path file)
            throws IOException {
        try {
            FeatureArray array = feature.of(wave, parameters);
            NpyFile.write(npy, array);
            spec.commandLine().getOut().println(npy + ": " + array);
        } catch (IllegalArgumentException e) {
            bad.add(file + ": " + feature.name() + ": " + e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
