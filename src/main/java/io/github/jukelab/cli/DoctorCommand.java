package io.github.jukelab.cli;

import io.github.jukelab.dataset.DatasetLocator;
import io.github.jukelab.dataset.Datasets;
import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.embedding.Embedding;
import io.github.jukelab.embedding.Embeddings;
import io.github.jukelab.embedding.MusicnnPackage;
import io.github.jukelab.network.DeviceChoice;
import io.github.jukelab.provenance.Build;
import java.awt.Color;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks what works on this machine and prints one line per check. */
@Command(
        name = "doctor",
        description = {
            "Check what works on this machine.",
            "",
            "`make doctor` checks the tools and the system before.",
            "What fails is printed with how to fix it; the exit code is then 1.",
            ""
        })
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    private final Path home = Jukelab.home();

    @Override
    public Integer call() {
        List<DoctorCheck> checks = List.of(
                DoctorCheck.ok("Jukelab", Build.current().toString()),
                DoctorCheck.of("kernel", () -> kernel(System.getenv())),
                DoctorCheck.of("class path", DoctorCommand::classPath),
                DoctorCheck.of("drawing", DoctorCommand::drawing),
                DoctorCheck.of("backend", NativeCheck.BACKEND::check),
                DoctorCheck.of("decoder", NativeCheck.DECODER::check),
                DoctorCheck.of("GPU", () -> gpu(System.getenv())),
                DoctorCheck.of("data", () -> data(System.getenv())),
                DoctorCheck.of("embedding", DoctorCommand::embedding));
        checks.forEach(spec.commandLine().getOut()::println);
        return checks.stream().allMatch(DoctorCheck::ok) ? 0 : 1;
    }

    /** The spec is in the environment that runs Jupyter: an active one of conda, else {@code .venv}. */
    private DoctorCheck kernel(Map<String, String> environment) {
        boolean base = environment.getOrDefault("CONDA_DEFAULT_ENV", "base").equals("base");
        Path jupyter = home.resolve(base ? ".venv" : environment.getOrDefault("CONDA_PREFIX", ".venv"));
        Path file = jupyter.resolve("share/jupyter/kernels/java/kernel.json");
        Optional<String> text = read(file);
        Optional<String> java = text.flatMap(json -> find(json, "\"argv\": \\[\\s*\"([^\"]+)\""));
        if (java.isEmpty()) {
            return DoctorCheck.fail("kernel", "no kernel spec " + file + ": run make setup");
        }
        if (!Files.isExecutable(Path.of(java.get()))) {
            return DoctorCheck.fail("kernel", java.get() + " no longer exists: run make setup");
        }
        String heap = text.flatMap(json -> find(json, "-Xmx(\\w+)")).orElse("?");
        String offHeap = text.flatMap(json -> find(json, "maxBytes=(\\w+)")).orElse("?");
        return DoctorCheck.ok(
                "kernel",
                "spec java, runs " + java.get() + " with " + heap + " of heap and " + offHeap + " of native memory");
    }

    private static DoctorCheck classPath() {
        String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
        long bytes = 0;
        for (String entry : entries) {
            bytes += new File(entry).length();
        }
        return DoctorCheck.ok("class path", entries.length + " entries, " + bytes / 1_000_000 + " MB");
    }

    /** Without a font, the first chart would fail deep inside the JDK. */
    private static DoctorCheck drawing() {
        try {
            BufferedImage image = new BufferedImage(60, 20, BufferedImage.TYPE_INT_RGB);
            var graphics = image.createGraphics();
            graphics.setColor(Color.WHITE);
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            graphics.drawString("Hz", 5, 15);
            graphics.dispose();
            int families =
                    GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT).length;
            return DoctorCheck.ok("drawing", families + " font families");
        } catch (RuntimeException | LinkageError | InternalError e) { // JDK 17 wraps the reason in an InternalError
            return DoctorCheck.fail(
                    "drawing",
                    "no usable font (" + rootCause(e).getMessage()
                            + "): on Debian, apt-get install fontconfig fonts-dejavu-core libfreetype6 libharfbuzz0b");
        }
    }

    private static Throwable rootCause(Throwable e) {
        return e.getCause() == null ? e : rootCause(e.getCause());
    }

    /** A machine without a GPU passes the check, unless {@code GPU=1} asks for one: it trains on the CPU. */
    private DoctorCheck gpu(Map<String, String> environment) {
        try {
            DeviceChoice choice = GpuCommand.choice(home, environment.getOrDefault("JUKELAB_GPU", "auto"));
            return new DoctorCheck(choice.device().isPresent(), "GPU", choice.words());
        } catch (IOException e) {
            return DoctorCheck.ok("GPU", "not looked for: " + e.getMessage());
        }
    }

    private DoctorCheck data(Map<String, String> environment) {
        DatasetLocator locator = new DatasetLocator(home, environment);
        try {
            Optional<Path> recordings = locator.recordings(DefaultDataset.MUSIC);
            return DoctorCheck.ok(
                    "data",
                    recordings.isPresent()
                            ? Datasets.open(recordings.get(), DefaultDataset.MUSIC)
                                    .toString()
                            : "no copy of GTZAN: the synthetic data set is rendered on first use (see make data)");
        } catch (IOException e) {
            return DoctorCheck.fail("data", e.getMessage());
        }
    }

    private static DoctorCheck embedding() {
        Path file = Embeddings.file(MusicnnPackage.NAME);
        if (Files.notExists(file)) {
            return DoctorCheck.ok("embedding", "none: make embeddings writes it, for --features embedding");
        }
        try {
            return DoctorCheck.ok("embedding", Embedding.read(file).id().toString());
        } catch (IOException e) {
            return DoctorCheck.fail("embedding", e.getMessage() + ": remove it, and run make embeddings");
        }
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> find(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
