package io.auricle.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A standalone cluster on this machine: a master and workers of one core, each a process. */
final class Cluster implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("Starting Spark master at (spark://\\S+)");

  private final SparkHome home;
  private final SparkProcess master;
  private final List<SparkProcess> workers = new ArrayList<>();
  private final String address;

  private Cluster(SparkHome home, SparkProcess master, String address) {
    this.home = home;
    this.master = master;
    this.address = address;
  }

  /** Starts one. */
  static Cluster start(SparkHome home, int workers) throws IOException, InterruptedException {
    SparkProcess master =
        home.start(
            "master",
            "256m",
            List.of(),
            List.of(
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0"));
    Cluster cluster = null;
    try {
      String said = master.until(text -> ADDRESS.matcher(text).find());
      Matcher matcher = ADDRESS.matcher(said);
      if (!matcher.find()) {
        throw new IOException("no address");
      }
      cluster = new Cluster(home, master, matcher.group(1));
      for (int i = 0; i < workers; i++) {
        cluster.addWorker();
      }
      return cluster;
    } finally {
      if (cluster == null) {
        master.close();
      }
    }
  }

  private void addWorker() throws IOException, InterruptedException {
    String name = "worker-" + workers.size();
    SparkProcess worker =
        home.start(
            name,
            "256m",
            List.of(),
            List.of(
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--work-dir",
                home.work().resolve(name).toString(),
                address));
    workers.add(worker);
    worker.until(text -> text.contains("Successfully registered with master"));
  }

  String address() {
    return address;
  }

  /** Processes of executors that run now. */
  List<ProcessHandle> executors() {
    return workers.stream()
        .flatMap(worker -> worker.handle().descendants())
        .filter(process -> SparkProcess.command(process).contains("CoarseGrainedExecutorBackend"))
        .toList();
  }

  @Override
  public void close() {
    for (SparkProcess worker : workers) {
      worker.close();
    }
    master.close();
  }
}
