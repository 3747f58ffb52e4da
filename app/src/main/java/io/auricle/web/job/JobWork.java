package io.auricle.web.job;

import io.auricle.audio.DecodeException;
import io.auricle.classify.Classification;
import io.auricle.plot.sound.PictureKind;
import io.auricle.predict.Classifier;
import io.auricle.web.analysis.Analyzer;
import io.auricle.web.analysis.Order;
import io.auricle.web.health.FaultLog;
import io.auricle.web.health.Metrics;
import io.auricle.web.upload.UploadedFile;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The work of a job: each file is analysed, drawn and removed. */
final class JobWork {
  private final Job job;
  private final Order order;
  private final Analyzer analyzer;
  private final Metrics metrics;
  private final FaultLog faults;
  private final AtomicInteger left;
  private final Runnable atEnd;

  /**
   * @param atEnd run once, when all files are done
   */
  JobWork(
      Job job,
      Order order,
      int files,
      Analyzer analyzer,
      Metrics metrics,
      FaultLog faults,
      Runnable atEnd) {
    this.job = job;
    this.order = order;
    this.analyzer = analyzer;
    this.metrics = metrics;
    this.faults = faults;
    this.left = new AtomicInteger(files);
    this.atEnd = atEnd;
  }

  void submit(List<UploadedFile> files) {
    for (int i = 0; i < files.size(); i++) {
      int index = i;
      analyzer.execute(() -> work(index, files.get(index)));
    }
  }

  private void work(int index, UploadedFile file) {
    boolean good = false;
    try {
      good = analyse(index, file);
      if (good) {
        draw(index, "mel", PictureKind.MEL, file);
        draw(index, "waveform", PictureKind.WAVEFORM, file);
      }
    } catch (IOException | RuntimeException e) {
      faults.write("a fault in a job:", e);
    } finally {
      try {
        file.delete();
      } finally {
        job.file(index, good ? Job.State.DONE : Job.State.FAILED, 1);
        if (left.decrementAndGet() == 0) {
          atEnd.run();
        }
      }
    }
  }

  private boolean analyse(int index, UploadedFile file) {
    int models = order.models().size();
    boolean good = false;
    job.file(index, Job.State.RUNNING, 0);
    for (int i = 0; i < models; i++) {
      int before = i;
      Classifier model = order.models().get(i);
      Classification result =
          analyzer.classify(
              model, file, share -> job.file(index, Job.State.RUNNING, (before + share) / models));
      metrics.analysed(result);
      good |= result.error() == null;
      job.result(index * models + i, order.json(model, result));
    }
    return good;
  }

  private void draw(int index, String name, PictureKind kind, UploadedFile file)
      throws IOException {
    try {
      job.picture(index, name, analyzer.picture(kind, file));
    } catch (DecodeException e) {
      // What could be classified can be drawn, but for the time it takes; then there is none.
      return;
    }
  }
}
