package io.auricle.web;

import io.auricle.predict.ScoringLimits;
import io.auricle.web.analysis.Analyzer;
import io.auricle.web.analysis.ClassifyHandler;
import io.auricle.web.analysis.ModelHandlers;
import io.auricle.web.analysis.Models;
import io.auricle.web.health.FaultLog;
import io.auricle.web.health.Metrics;
import io.auricle.web.health.RequestCounter;
import io.auricle.web.health.SelfCheck;
import io.auricle.web.http.BodyLength;
import io.auricle.web.http.ConnectionWatch;
import io.auricle.web.http.Guard;
import io.auricle.web.http.ProblemErrors;
import io.auricle.web.http.ProblemException;
import io.auricle.web.http.Problems;
import io.auricle.web.http.Refusal;
import io.auricle.web.http.RequestGate;
import io.auricle.web.job.JobHandlers;
import io.auricle.web.job.Jobs;
import io.auricle.web.library.LibraryRoutes;
import io.auricle.web.site.OpenApi;
import io.auricle.web.site.StaticFiles;
import io.auricle.web.upload.Places;
import io.auricle.web.upload.UploadFolder;
import io.auricle.web.upload.UploadReader;
import io.auricle.web.upload.UploadSpace;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Auricle as a server of HTTP: the REST API and the page. */
public final class WebServer implements AutoCloseable {
  private static final String API = "/api/v1";

  /** Beside those of uploads: watchers of jobs, answers to slow readers, refusals, a reserve. */
  private static final int OTHER_THREADS = 192;

  private static final int IDLE_MILLIS = 20_000;
  private static final int HEADER_BYTES = 8192;
  private static final int LAST_ANSWERS_MILLIS = 5000;

  private final ServerOptions options;
  private final FaultLog faults;
  private final UploadFolder folder;
  private final UploadSpace space;
  private final Models models;
  private final Analyzer analyzer;
  private final Places places;
  private final Jobs jobs;
  private final Metrics metrics = new Metrics();
  private final Refusal refusal = new Refusal();
  private final Guard guard;
  private final SelfCheck check;
  private final LibraryRoutes library;
  private final Javalin http;

  private WebServer(ServerOptions options, FaultLog faults, UploadFolder folder, Models models)
      throws IOException {
    this.options = options;
    this.faults = faults;
    this.folder = folder;
    this.space =
        new UploadSpace(
            folder::newFile,
            options.uploads().totalBytes(),
            e -> doubt("an upload cannot be written: " + e));
    this.models = models;
    this.check = new SelfCheck(folder::newFile, faults);
    this.analyzer = new Analyzer(options.analyses(), this::doubt);
    this.places = new Places(options.analyses().atOnce() + options.analyses().waiting());
    this.jobs = new Jobs(options.jobs(), Clock.systemUTC());
    this.guard = new Guard(isLoopback(options.host()), options.apiKey());
    this.library =
        new LibraryRoutes(options.library(), options.models(), options.analyses().atOnce(), faults);
    this.http = Javalin.create(this::configure);
  }

  /**
   * Loads the models and listens.
   *
   * @param log learns of faults of this program
   * @throws IOException if a model, the folder for temporary files or the port cannot be used
   */
  public static WebServer start(ServerOptions options, PrintWriter log) throws IOException {
    return start(options, log, Path.of(System.getProperty("java.io.tmpdir", "")));
  }

  /** The same with another folder for temporary files than the system's. */
  static WebServer start(ServerOptions options, PrintWriter log, Path temporary)
      throws IOException {
    // Drawing needs no screen, and a screen that cannot be reached must not stop it.
    System.setProperty("java.awt.headless", "true");
    Models models =
        Models.load(options.models(), new ScoringLimits(options.analyses().wallSeconds()));
    WebServer server;
    try {
      UploadFolder folder = UploadFolder.open(temporary);
      server = new WebServer(options, new FaultLog(log), folder, models);
    } catch (IOException | RuntimeException e) {
      models.close();
      throw e;
    }
    try {
      server.http.start();
      return server;
    } catch (JavalinBindException e) {
      server.close();
      throw new IOException(
          "port %d is taken; choose another with --port".formatted(options.port()), e);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** A fault of the program or its machine, told in one line. */
  private void doubt(String fault) {
    faults.tell(fault);
    check.doubt();
  }

  /** Whether only this machine can reach a host's address. */
  public static boolean isLoopback(String host) throws IOException {
    return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
  }

  /** The port listened on. */
  public int port() {
    return http.port();
  }

  /** Every route, as {@code METHOD /path}; HEAD goes wherever GET does. */
  List<String> routes() {
    return http.unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint)
        .filter(
            endpoint -> endpoint.method.isHttpMethod() && !endpoint.method.equals(HandlerType.HEAD))
        .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
        .toList();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = CompressionStrategy.GZIP;
    QueuedThreadPool threads = new QueuedThreadPool(places.total() + OTHER_THREADS, 4);
    threads.setName("auricle-http");
    config.jetty.threadPool = threads;
    config.jetty.modifyHttpConfiguration(WebServer::configure);
    config.jetty.modifyServer(
        server -> {
          server.setStopTimeout(LAST_ANSWERS_MILLIS);
          server.setErrorHandler(
              new ProblemErrors(fault -> faults.write("a fault of the HTTP server:", fault)));
          server.setRequestLog(new RequestCounter(metrics));
          // The inner one waits for answers that are being written when the server ends.
          server.setHandler(new RequestGate(new GracefulHandler()));
        });
    config.jetty.addConnector(
        (server, http1) -> {
          ServerConnector connector =
              new ServerConnector(server, 1, 1, new HttpConnectionFactory(http1));
          connector.setHost(options.host());
          connector.setPort(options.port());
          connector.setIdleTimeout(IDLE_MILLIS);
          ConnectionWatch.over(server, connector);
          return connector;
        });
    config.requestLogger.http((context, millis) -> RequestCounter.note(context));
    routes(config.routes);
  }

  private static void configure(HttpConfiguration config) {
    config.setSendServerVersion(false);
    config.setSendXPoweredBy(false);
    config.setRequestHeaderSize(HEADER_BYTES);
  }

  private void routes(RoutesConfig routes) {
    UploadReader uploads = new UploadReader(space, options.uploads(), places);
    JobHandlers job = new JobHandlers(places, uploads, models, analyzer, metrics, jobs, faults);
    ModelHandlers model = new ModelHandlers(models);
    OpenApi openApi = new OpenApi();
    StaticFiles files = new StaticFiles();
    routes.before(guard::check);
    routes.after(BodyLength::note);
    routes.before(API + "/*", guard::checkKey);
    routes.before("/metrics", guard::checkKey);
    routes.post(API + "/classify", new ClassifyHandler(places, uploads, models, analyzer, metrics));
    routes.post(API + "/jobs", job::create);
    read(routes, API + "/jobs/{id}", job::show);
    routes.delete(API + "/jobs/{id}", job::remove);
    read(routes, API + "/pictures/{id}/{name}.png", job::picture);
    read(routes, API + "/models", model::list);
    read(routes, API + "/models/{name}", model::show);
    library.add(routes, API + "/library");
    read(routes, "/healthz", context -> context.result("ok\n"));
    read(routes, "/readyz", this::ready);
    read(routes, "/metrics", this::metrics);
    read(routes, "/openapi.json", openApi::json);
    read(routes, "/api", openApi::page);
    read(routes, "/", files::serve);
    read(routes, "/<path>", context -> file(files, context));
    routes.exception(ProblemException.class, (problem, context) -> refuse(context, problem));
    routes.exception(
        HttpResponseException.class, (e, context) -> refuse(context, ProblemException.of(e)));
    routes.exception(Exception.class, (e, context) -> fault(context, e));
  }

  /** Where only others than GET go, a file is not missing, but the method is wrong. */
  private void file(StaticFiles files, Context context) throws IOException {
    List<String> others =
        Stream.of(HandlerType.POST, HandlerType.DELETE)
            .filter(m -> http.unsafe.internalRouter.hasHttpHandlerEntry(m, context.path()))
            .map(HandlerType::name)
            .toList();
    if (!others.isEmpty()) {
      throw ProblemException.methodNotAllowed(others);
    }
    files.serve(context);
  }

  /** HEAD runs what GET does, so that the headers are the same; HTTP leaves the body out. */
  private static void read(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  private void refuse(Context context, ProblemException problem) {
    if (Set.of("POST", "PUT", "PATCH").contains(context.req().getMethod())) {
      refusal.send(context.req(), context.res(), problem);
    } else {
      Problems.send(context, problem);
    }
  }

  private void fault(Context context, Exception e) {
    if (context.res().isCommitted()) {
      return; // the client went while it was being answered
    }
    if (e instanceof ExecutionException && e.getCause() instanceof CancellationException) {
      refuse(context, ProblemException.busy("the server was shut down"));
      return;
    }
    check.doubt();
    faults.write("a fault while answering a request:", e);
    refuse(
        context,
        ProblemException.of(500, "INTERNAL", "a fault of this program; its log has the details"));
  }

  private void ready(Context context) throws InterruptedException {
    if (places.areClosed()) {
      throw Places.closing();
    }
    Optional<String> fault = check.fault();
    if (fault.isPresent()) {
      throw ProblemException.notReady(fault.get() + "; the server's log has details");
    }
    context.result("ready\n");
  }

  private void metrics(Context context) {
    context.contentType("text/plain; version=0.0.4; charset=utf-8");
    context.result(metrics.text(places, jobs.count(), space, check.isReady()));
  }

  /** Takes no more work, finishes what was begun, and ends. */
  @Override
  public void close() {
    try {
      places.close(options.analyses().wallSeconds());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    library.endStreams();
    http.stop();
    library.close();
    analyzer.close();
    check.close();
    models.close();
    try {
      folder.close();
    } catch (IOException e) {
      faults.write("uploads cannot be removed:", e);
    }
  }
}
