package io.auricle.spark.input;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;

/** Hadoop's settings on their way to the executors, which open files with them. */
public final class SharedConfiguration implements Serializable {
  private static final long serialVersionUID = 1L;

  private transient Configuration settings;

  public SharedConfiguration(Configuration settings) {
    this.settings = settings;
  }

  Configuration settings() {
    return settings;
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    settings.write(out);
  }

  private void readObject(ObjectInputStream in) throws IOException {
    settings = new Configuration(false);
    settings.readFields(in);
  }
}
