package io.github.jukelab.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.jukelab.Require;
import io.github.jukelab.provenance.Build;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A server that predicts for sound files: a page for browsers, and JSON for programs. {@code docs/demo.md} has its
 * addresses, answers and errors. It runs in threads of its own until it is closed.
 *
 * <pre>{@code
 * try (DemoServer server = DemoServer.start(List.of(new DemoModel("small", network)), "127.0.0.1", 0, DemoLimits.DEFAULT)) {
 *     System.out.println("Open " + server.address());
 *     ...
 * }
 * }</pre>
 *
 * <p>Whoever can reach its address can use it. On {@code 127.0.0.1} these are the users of this machine.
 */
public final class DemoServer implements AutoCloseable {

    private static final Logger LOG = System.getLogger(DemoServer.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PREDICT = "/api/predict";

    /** Requests that wait, besides those that are worked on. */
    static final int WAITING = 16;

    private static final int MAX_THREADS = 64;
    private static final int MAX_CONNECTIONS = 200;
    private static final int IDLE_SECONDS = 30;
    private static final int DRAIN_SECONDS = 10;
    private static final int BLOCK = 1 << 16;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final String RETRY_SECONDS = "5";

    private final List<DemoModel> models;
    private final DemoLimits limits;
    private final URI address;
    private final RequestGuard guard;
    private final UploadPredictor predictor;
    private final ExampleSounds examples;
    private final Workers workers;
    private final Admission admission;
    private final UploadFolder uploads;
    private final byte[] description;
    private final Javalin javalin;
    private final AtomicBoolean closed = new AtomicBoolean();

    private DemoServer(
            List<DemoModel> models, String host, ServerSocketChannel channel, DemoLimits limits, UploadFolder uploads)
            throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        this.models = DemoModel.distinct(models);
        this.limits = limits;
        InetSocketAddress address = (InetSocketAddress) channel.getLocalAddress();
        String shown = address.getAddress().isAnyLocalAddress() ? "127.0.0.1" : RequestGuard.bracketed(host);
        this.address = URI.create("http://" + shown + ":" + address.getPort());
        this.guard = new RequestGuard(address.getAddress(), host);
        this.predictor = new UploadPredictor(this.models, limits.seconds());
        this.examples = ExampleSounds.of(models);
        this.workers = new Workers(threads);
        this.admission = new Admission(threads + WAITING, limits.perClient());
        this.uploads = uploads;
        this.description = json(Description.of(this.models, limits, examples));
        this.javalin = Javalin.create(config -> configure(config, channel));
    }

    /**
     * Starts a server.
     *
     * @param models at least one; a name that was there before gets a number
     * @param host name or address to listen on, such as {@code 127.0.0.1}, or {@code 0.0.0.0} for all of this machine
     * @param port 0 for any that is free
     * @param limits of each request
     * @return the server, ready
     * @throws UnknownHostException if there is no such host
     * @throws BindException if the port is in use, or the address is not this machine's
     * @throws IOException if there is no room for uploads, or the server cannot start
     * @throws IllegalArgumentException if there is no model, or the port is not within 0 to 65535
     */
    public static DemoServer start(List<DemoModel> models, String host, int port, DemoLimits limits)
            throws IOException {
        return start(models, host, port, limits, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** With another folder in which the one for uploads is made. */
    static DemoServer start(List<DemoModel> models, String host, int port, DemoLimits limits, Path temporary)
            throws IOException {
        Require.atLeast("number of models", 1, models.size());
        if (port < 0 || port > 0xFFFF) {
            throw new IllegalArgumentException("port must be from 0 to 65535, got " + port);
        }
        ServerSocketChannel channel = listening(host, port);
        DemoServer server;
        try {
            server = new DemoServer(models, host, channel, limits, UploadFolder.in(temporary));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        try {
            server.javalin.start();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw new IOException("the server cannot start: " + e.getMessage(), e);
        }
    }

    /** Tried before the server is made, which would log a failure. */
    private static ServerSocketChannel listening(String host, int port) throws IOException {
        InetAddress address = InetAddress.getByName(host);
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            return channel.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            channel.close();
            throw new BindException("cannot listen on port " + port + " of " + host + ": " + e.getMessage());
        }
    }

    private void configure(JavalinConfig config, ServerSocketChannel channel) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.prefer405over404 = true;
        config.jetty.threadPool = threads();
        config.jetty.addConnector((server, http) -> {
            http.setSendServerVersion(false);
            ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
            open(connector, channel);
            connector.setIdleTimeout(1000L * Math.min(IDLE_SECONDS, limits.requestSeconds()));
            connector.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, connector));
            return connector;
        });
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new JettyErrors());
            server.setStopTimeout(0);
        });
        routes(config);
    }

    private static void open(ServerConnector connector, ServerSocketChannel channel) {
        try {
            connector.open(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 4);
        threads.setName("jukelab-demo-http");
        return threads;
    }

    private void routes(JavalinConfig config) {
        RoutesConfig routes = config.routes;
        routes.before(context -> {
            RequestGuard.HEADERS.forEach(context::header);
            guard.check(context.req());
        });
        get(routes, "/health", context -> answer(context, health()));
        get(routes, "/api/model", context -> context.contentType("application/json")
                .result(description));
        routes.post(PREDICT, this::predict);
        get(routes, "/examples/{file}", this::example);
        get(routes, "/", context -> page(context, "index.html"));
        get(routes, "/{file}", context -> page(context, context.pathParam("file")));
        routes.exception(RequestFailure.class, this::fail)
                .exception(HttpResponseException.class, this::refuse)
                .exception(Exception.class, (e, context) -> fail(RequestFailure.internal(e), context));
    }

    /** HEAD is GET without the body, which Jetty leaves out. */
    private static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler).head(path, handler);
    }

    /** The answer of {@code /health}. */
    record Health(String status, int models, int running, int waiting) {}

    private Health health() {
        return new Health("ok", models.size(), workers.running(), workers.waiting());
    }

    /** The answer of {@code /api/model}. */
    record Description(List<ModelText> models, Limits limits, List<ExampleSounds.Example> examples, String version) {

        /** The limits, as the page needs them. */
        record Limits(long bytes, double seconds, int requestSeconds) {}

        static Description of(List<DemoModel> models, DemoLimits limits, ExampleSounds examples) {
            return new Description(
                    models.stream().map(ModelText::of).toList(),
                    new Limits(limits.bytes(), limits.seconds(), limits.requestSeconds()),
                    examples.list(),
                    Build.current().version());
        }
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(Context context, Object value) {
        context.contentType("application/json").result(json(value));
    }

    private static void page(Context context, String name) throws IOException {
        PageFiles.PageFile file = PageFiles.read(name);
        context.contentType(file.type()).result(file.bytes());
    }

    private void example(Context context) throws IOException {
        context.contentType("audio/wav").result(examples.wav(context.pathParam("file")));
    }

    private void predict(Context context) throws IOException {
        HttpServletRequest request = context.req();
        try {
            Set<String> named = predictor.models(context.queryParams("model"));
            if (request.getContentLengthLong() > limits.bytes()) {
                throw RequestFailure.tooLarge(limits.bytes());
            }
            Admission.Place place = admission.enter(request.getRemoteAddr());
            try (place) {
                predict(context, request.getInputStream(), named);
            }
        } catch (RequestFailure e) {
            if (!e.isSlow()) {
                drain(request);
            }
            throw e;
        }
    }

    private void predict(Context context, InputStream body, Set<String> named) throws IOException {
        try (UploadFolder.Upload upload = uploads.receive(body, limits)) {
            answer(context, predicted(upload.file(), named));
        }
    }

    private PredictAnswer predicted(Path file, Set<String> named) throws IOException {
        try {
            return workers.run(() -> predictor.predict(file, named), limits.requestSeconds());
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static RequestFailure failure(Throwable cause) {
        if (cause instanceof RequestFailure known) {
            return known;
        }
        boolean stopped = cause instanceof CancellationException;
        return stopped ? RequestFailure.busy() : RequestFailure.internal(cause);
    }

    /**
     * Reads what a client still sends, for some seconds: most clients read no answer before they have sent everything.
     * One that asked first has sent nothing.
     */
    private static void drain(HttpServletRequest request) {
        if (request.getHeader("Expect") != null) {
            return;
        }
        long deadline = System.nanoTime() + DRAIN_SECONDS * SECOND_NANOS;
        byte[] block = new byte[BLOCK];
        try (InputStream body = request.getInputStream()) {
            while (body.read(block) >= 0 && System.nanoTime() < deadline) {
                continue;
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the client is gone", e);
        }
    }

    private void refuse(HttpResponseException e, Context context) {
        RequestFailure failure = RequestFailure.ofStatus(e.getStatus());
        if (failure.status() == RequestFailure.METHOD_NOT_ALLOWED) {
            context.header("Allow", context.path().equals(PREDICT) ? "POST" : "GET, HEAD");
        }
        fail(failure, context);
    }

    private void fail(RequestFailure failure, Context context) {
        if (failure.getCause() != null) {
            LOG.log(Level.ERROR, "a request failed", failure.getCause());
        }
        if (failure.passes()) {
            context.header("Retry-After", RETRY_SECONDS);
        }
        context.status(failure.status());
        answer(context, failure.answer());
    }

    /**
     * Where it is.
     *
     * @return such as {@code http://127.0.0.1:8080}; if it listens on all addresses, that of loopback
     */
    public URI address() {
        return address;
    }

    /** Stops the server: running requests are interrupted, uploads removed, threads ended. Once is enough. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        workers.close();
        javalin.stop();
        try {
            uploads.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "DemoServer[" + address() + ", "
                + models.stream().map(DemoModel::name).toList() + "]";
    }
}
