package io.auricle.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Spark of Maven's jars, laid out as its own scripts and workers expect it, and its processes.
 * What they unpack goes to a cache of the tests.
 */
final class SparkHome {
  /** What Spark's own launcher hands to Java 17. */
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "jdk.internal.ref",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  private final Path home;
  private final Path work;
  private final String scala;

  private SparkHome(Path home, Path work, String scala) {
    this.home = home;
    this.work = work;
    this.scala = scala;
  }

  static Path list(String name) {
    return Path.of(name, "target", "classpath");
  }

  /** Whether Maven has put together the jars of a Spark. */
  static boolean isThere(String name) {
    return Files.isRegularFile(list(name));
  }

  /**
   * Lays out a Spark.
   *
   * @param name {@code on-3.5}, the module that lists its jars
   * @param work for everything that its processes write
   */
  static SparkHome of(String name, Path work) throws IOException {
    Path home = Files.createDirectories(Path.of("target", "homes", name).toAbsolutePath());
    Path jars = Files.createDirectories(home.resolve("jars"));
    Files.createDirectories(home.resolve("conf"));
    Files.writeString(
        home.resolve("conf").resolve("log4j2.properties"),
        """
        rootLogger.level = warn
        rootLogger.appenderRef.stderr.ref = console
        logger.deploy.name = org.apache.spark.deploy
        logger.deploy.level = info
        appender.console.type = Console
        appender.console.name = console
        appender.console.target = SYSTEM_ERR
        appender.console.layout.type = PatternLayout
        appender.console.layout.pattern = %d{HH:mm:ss} %p %c{1}: %m%n%ex
        """);
    String scala = "2.12";
    for (String jar : Files.readString(list(name)).split(File.pathSeparator, -1)) {
      Path file = Path.of(jar);
      String fileName = String.valueOf(file.getFileName());
      Path link = jars.resolve(fileName);
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, file);
      }
      scala = fileName.startsWith("spark-core_2.13") ? "2.13" : scala;
    }
    return new SparkHome(home, work, scala);
  }

  /** The jar that is submitted. */
  static Path jar() {
    return Path.of(System.getProperty("auricle.spark.jar", "target/auricle-spark.jar"));
  }

  Path work() {
    return work;
  }

  /** Where its processes unpack programs and libraries. */
  Path cache() {
    return work.resolve("cache").resolve("auricle");
  }

  /** Submits a job, as {@code spark-submit} does. */
  SparkProcess submit(String name, String master, List<String> conf, String... job)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit"));
    words.addAll(List.of("--master", master, "--class", "io.auricle.spark.Main"));
    for (String setting : conf) {
      words.addAll(List.of("--conf", setting));
    }
    words.add(jar().toAbsolutePath().toString());
    words.addAll(List.of(job));
    return start(name, "512m", List.of(), words);
  }

  /** Starts a process of Spark's or of the tests'. */
  SparkProcess start(String name, String heap, List<String> classes, List<String> words)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-Dspark.ui.enabled=false"));
    command.addAll(List.of("-Dspark.driver.host=127.0.0.1", "-XX:+IgnoreUnrecognizedVMOptions"));
    for (String opened : OPENED) {
      command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
    }
    List<String> path = new ArrayList<>(List.of(home.resolve("conf") + "/", home + "/jars/*"));
    path.addAll(classes);
    command.addAll(List.of("-cp", String.join(File.pathSeparator, path)));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.put("SPARK_HOME", home.toString());
    environment.put("SPARK_SCALA_VERSION", scala);
    environment.put("SPARK_LOCAL_IP", "127.0.0.1");
    environment.put("SPARK_LOCAL_DIRS", Files.createDirectories(work.resolve("local")).toString());
    environment.put("SPARK_NO_DAEMONIZE", "1");
    environment.put("XDG_CACHE_HOME", work.resolve("cache").toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.remove("SPARK_CONF_DIR");
    return new SparkProcess(builder, work.resolve(name + ".log"));
  }
}
