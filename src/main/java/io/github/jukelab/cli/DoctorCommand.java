package io.github.jukelab.cli;

import io.github.jukelab.dataset.DatasetLocator;
import io.github.jukelab.dataset.Datasets;
import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.network.Backend;
import io.github.jukelab.provenance.Build;
import java.awt.Color;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
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
            "What fails is printed with how to fix it; the exit code is then 1.",
            ""
        })
final class DoctorCommand implements Callable<Integer> {

    private static final long GIGABYTE = 1L << 30;
    private static final long MEMORY_NEEDED = 4 * GIGABYTE;

    @Spec
    private CommandSpec spec;

    private final Path home = Jukelab.home();

    @Override
    public Integer call() {
        List<DoctorCheck> checks = List.of(
                DoctorCheck.ok("Jukelab", Build.current().toString()),
                DoctorCheck.of("JDK", DoctorCommand::jdk),
                DoctorCheck.of("Python", this::python),
                DoctorCheck.of("kernel", this::kernel),
                DoctorCheck.of("class path", DoctorCommand::classPath),
                DoctorCheck.of("fonts", DoctorCommand::fonts),
                DoctorCheck.of("memory", this::memory),
                DoctorCheck.of("backend", DoctorCommand::backend),
                DoctorCheck.of("GPU", DoctorCommand::gpu),
                DoctorCheck.of("data", () -> data(System.getenv())));
        checks.forEach(spec.commandLine().getOut()::println);
        return checks.stream().allMatch(DoctorCheck::ok) ? 0 : 1;
    }

    private static DoctorCheck jdk() {
        String version = System.getProperty("java.vm.name") + " " + Runtime.version();
        return ModuleFinder.ofSystem().find("jdk.jshell").isPresent()
                ? DoctorCheck.ok("JDK", version + ", with jdk.jshell")
                : DoctorCheck.fail("JDK", version + " has no jdk.jshell: install a full JDK, not a runtime");
    }

    private DoctorCheck python() {
        Path config = home.resolve(".venv/pyvenv.cfg");
        return read(config)
                .flatMap(text -> find(text, "(?m)^version *= *(\\S+)"))
                .map(version -> DoctorCheck.ok("Python", version + " in .venv"))
                .orElseGet(() -> DoctorCheck.fail("Python", "no environment in .venv: run make setup"));
    }

    private DoctorCheck kernel() {
        Optional<String> text = read(home.resolve("target/jupyter/kernels/java/kernel.json"));
        Optional<String> java = text.flatMap(json -> find(json, "\"argv\": \\[\\s*\"([^\"]+)\""));
        if (java.isEmpty()) {
            return DoctorCheck.fail("kernel", "no kernel spec: run make setup");
        }
        return Files.isExecutable(Path.of(java.get()))
                ? DoctorCheck.ok("kernel", "spec java, runs " + java.get())
                : DoctorCheck.fail("kernel", java.get() + " no longer exists: run make setup");
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
    private static DoctorCheck fonts() {
        try {
            BufferedImage image = new BufferedImage(60, 20, BufferedImage.TYPE_INT_RGB);
            var graphics = image.createGraphics();
            graphics.setColor(Color.WHITE);
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            graphics.drawString("Hz", 5, 15);
            graphics.dispose();
            int families = GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length;
            return DoctorCheck.ok("fonts", families + " families");
        } catch (RuntimeException | LinkageError | InternalError e) { // JDK 17 wraps the reason in an InternalError
            return DoctorCheck.fail(
                    "fonts",
                    "none usable (" + rootCause(e).getMessage()
                            + "): on Debian, apt-get install libfreetype6 fontconfig fonts-dejavu-core");
        }
    }

    private static Throwable rootCause(Throwable e) {
        return e.getCause() == null ? e : rootCause(e.getCause());
    }

    private DoctorCheck memory() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long total = system.getTotalMemorySize();
        String limits = read(home.resolve("target/jupyter/kernels/java/kernel.json"))
                .map(json -> "a notebook may use " + find(json, "-Xmx(\\w+)").orElse("?") + " of heap and "
                        + find(json, "maxBytes=(\\w+)").orElse("?") + " of native memory")
                .orElse("");
        String finding = String.format(Locale.ROOT, "%.0f GB in total; %s", (double) total / GIGABYTE, limits);
        return total >= MEMORY_NEEDED
                ? DoctorCheck.ok("memory", finding)
                : DoctorCheck.fail("memory", finding + "; training at batch 128 needs 3 GB: use smaller batches");
    }

    private static DoctorCheck backend() {
        Backend backend = Backend.current();
        boolean expected = System.getProperty("os.arch").matches("amd64|x86_64");
        return backend.oneDnn() || !expected
                ? DoctorCheck.ok("backend", backend.toString())
                : DoctorCheck.fail("backend", backend + ": training is about five times slower than with oneDNN");
    }

    /** A machine without a GPU passes the check: it trains on the CPU. */
    private static DoctorCheck gpu() {
        Optional<GraphicsCard> card = GraphicsCard.find();
        if (card.isEmpty()) {
            return DoctorCheck.ok("GPU", "none found: training runs on the CPU");
        }
        return card.get()
                .obstacle()
                .map(reason -> DoctorCheck.ok("GPU", "not usable: " + reason + "; training runs on the CPU"))
                .orElseGet(() -> DoctorCheck.ok("GPU", card.get().name() + ": make run GPU=1 uses it"));
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
