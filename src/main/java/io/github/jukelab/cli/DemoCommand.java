package io.github.jukelab.cli;

import io.github.jukelab.Printable;
import io.github.jukelab.Require;
import io.github.jukelab.Workspace;
import io.github.jukelab.demo.DemoLimits;
import io.github.jukelab.demo.DemoModel;
import io.github.jukelab.demo.DemoServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves a page that predicts for sounds. */
@Command(
        name = "demo",
        sortOptions = false,
        customSynopsis = "jukelab demo [OPTIONS] [MODEL...]",
        description = {
            "Show what models predict, in a page of the browser.",
            "",
            "It runs until Ctrl-C. Sounds stay on this machine, and are removed at the end of each request.",
            ""
        },
        footer = {"", "Example: jukelab demo model.zip --port 8080"})
final class DemoCommand implements Callable<Integer> {

    private static final int INTERRUPTED = 130;

    @Parameters(
            arity = "0..*",
            paramLabel = "MODEL",
            hideParamSyntax = true,
            description = "Files of models, shown side by side (default: the newest in build/models, where notebooks "
                    + "save theirs; if there is none, a small network is trained on synthetic music and kept there).")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the page, 0 for any that is free (default: ${DEFAULT-VALUE}).",
            defaultValue = "8080")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen on; 0.0.0.0 lets anyone in the network use it (default: "
                    + "${DEFAULT-VALUE}, this machine only).",
            defaultValue = "127.0.0.1")
    private String host;

    @Option(
            names = "--max-mb",
            paramLabel = "N",
            description = "Largest file, in MB (default: ${DEFAULT-VALUE}).",
            defaultValue = "64")
    private int megabytes;

    @Option(
            names = "--max-seconds",
            paramLabel = "N",
            description = "Longest sound, in seconds (default: ${DEFAULT-VALUE}).",
            defaultValue = "1800")
    private int seconds;

    @Option(
            names = "--timeout",
            paramLabel = "N",
            description = "Seconds that an upload may take, and as many again for its prediction (default: "
                    + "${DEFAULT-VALUE}).",
            defaultValue = "60")
    private int timeout;

    @Option(
            names = "--per-client",
            paramLabel = "N",
            description = "Requests of one address that run at a time; behind a proxy, all have one (default: "
                    + "${DEFAULT-VALUE}).",
            defaultValue = "4")
    private int perClient;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        DemoLimits limits = limits();
        List<DemoModel> models = new ArrayList<>();
        for (ChosenModel model : models(err)) {
            models.add(new DemoModel(model.file().getFileName().toString(), model.load()));
        }
        try (DemoServer server = start(models, limits)) {
            warn(err);
            return waitForInterrupt(server);
        }
    }

    private DemoLimits limits() {
        try {
            Require.atLeast("--max-mb", 1, megabytes);
            Require.atLeast("--max-seconds", 1, seconds);
            Require.atLeast("--timeout", 1, timeout);
            Require.atLeast("--per-client", 1, perClient);
            return new DemoLimits((long) megabytes << 20, seconds, timeout, perClient);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private List<ChosenModel> models(PrintWriter err) throws IOException {
        if (!files.isEmpty()) {
            return files.stream().map(ChosenModel::new).toList();
        }
        Path folder = Workspace.models(Jukelab.home(), System.getenv());
        Optional<ChosenModel> newest = ChosenModel.find(folder);
        newest.ifPresent(model -> model.printNewest(err));
        return List.of(newest.isPresent() ? newest.get() : SmallNetwork.train(Jukelab.locator(), folder, err));
    }

    private DemoServer start(List<DemoModel> models, DemoLimits limits) throws IOException {
        try {
            return DemoServer.start(models, host, port, limits);
        } catch (BindException e) {
            throw new IOException(e.getMessage() + "; choose another --port, such as 8081, or another --host", e);
        } catch (UnknownHostException e) {
            throw new IOException("--host: there is no address " + Printable.of(host), e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage());
        }
    }

    private void warn(PrintWriter err) throws UnknownHostException {
        if (!InetAddress.getByName(host).isLoopbackAddress()) {
            err.println(
                    "jukelab: anyone who reaches this machine in the network can use it, and sounds travel unencrypted");
        }
    }

    /** Ctrl-C and SIGTERM end the program in their own way; until then, it waits. */
    private int waitForInterrupt(DemoServer server) {
        Thread hook = new Thread(server::close, "jukelab-demo-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Open " + server.address());
        out.flush();
        try {
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            Runtime.getRuntime().removeShutdownHook(hook);
            return INTERRUPTED;
        }
    }
}
