package io.auricle.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The smallest tree that each data set loads: two tracks of different content or more. */
final class TinyTree {
  private TinyTree() {}

  static void make(String dataset, Path root) throws IOException {
    switch (dataset) {
      case "folder" -> {
        wav(root.resolve("Hip-Hop/one.wav"), 1);
        wav(root.resolve("polka/deep/two.wav"), 2);
      }
      case "gtzan" -> {
        wav(root.resolve("genres_original/blues/blues.00000.wav"), 1);
        wav(root.resolve("genres_original/jazz/jazz.00099.wav"), 2);
        wav(root.resolve("genres_original/jazz/jazz.00054.wav"), 3);
      }
      case "emotify" -> {
        wav(root.resolve("classical/001.wav"), 1);
        wav(root.resolve("electronic/001.wav"), 2);
        labels(
            root,
            "track,genre,path",
            "classical-001,classical,classical/001.wav",
            "electronic-001,electronic,electronic/001.wav");
      }
      case "mood4q" -> {
        wav(root.resolve("Q1/MT1.wav"), 1);
        wav(root.resolve("Q2/MT2.wav"), 2);
        wav(root.resolve("Q2/MT3.wav"), 3);
        labels(
            root,
            "song,quadrant,artist,title,genres,path",
            "MT1,Q1,De La Soul,\"A, B\",Rap,Q1/MT1.wav",
            "MT2,Q2,Moby,C,Electronic,Q2/MT2.wav",
            "MT3,Q2,Moby,D,Electronic; Jazz,Q2/MT3.wav");
      }
      case "csv" -> {
        wav(root.resolve("a.wav"), 1);
        wav(root.resolve("b/b.wav"), 2);
        labels(root, "path,label,artist", "a.wav,Rap,Somebody", "b/b.wav,polka,");
      }
      default -> throw new IllegalArgumentException("no tiny tree for dataset=" + dataset);
    }
  }

  /** A file with a good header and a content of its own. */
  static void wav(Path file, int content) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "RIFF....WAVE" + content);
  }

  static void labels(Path root, String... lines) throws IOException {
    Files.write(root.resolve("labels.csv"), List.of(lines));
  }
}
