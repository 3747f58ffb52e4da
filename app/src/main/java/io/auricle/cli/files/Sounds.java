package io.auricle.cli.files;

import io.auricle.folder.NamelessFile;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files that a command listens to, in their order; to be closed when they have been read. */
public record Sounds(List<Sound> all, @Nullable NamelessFile input) implements Closeable {
  public Sounds {
    all = List.copyOf(all);
  }

  /** Each file once, where it was named first. */
  public List<Sound> distinct() {
    return List.copyOf(
        all.stream()
            .collect(
                Collectors.toMap(
                    Sound::name,
                    sound -> sound,
                    (first, again) -> first,
                    java.util.LinkedHashMap::new))
            .values());
  }

  @Override
  public void close() throws IOException {
    if (input != null) {
      input.close();
    }
  }
}
