package io.auricle.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The smallest tree that each data set loads: two tracks of different content or more. Audio is a
 * header and no sound ({@link #wav}, {@code mp3}), tables are written line by line.
 */
public final class TinyTree {
  private TinyTree() {}

  public static void make(String dataset, Path root) throws IOException {
    switch (dataset) {
      case "folder" -> {
        wav(root.resolve("Hip-Hop/one.wav"), 1);
        wav(root.resolve("polka/deep/two.wav"), 2);
      }
      case "gtzan" -> {
        wav(root.resolve("genres_original/blues/blues.00001.wav"), 1);
        wav(root.resolve("genres_original/jazz/jazz.00099.wav"), 2);
        wav(root.resolve("genres_original/jazz/jazz.00054.wav"), 3);
      }
      case "emotify" -> {
        wav(root.resolve("classical/001.wav"), 1);
        wav(root.resolve("electronic/001.wav"), 2);
        labels(
            root,
            "track,genre,amazement,solemnity,tenderness,nostalgia,calmness,power,joyful_activation,"
                + "tension,sadness,path",
            "classical-001,classical,0.1,0.25,0.2,0.3,0.62,0,0,0,0.31,classical/001.wav",
            "electronic-001,electronic,0,0,0,0,0,0,0.2,0,0,electronic/001.wav");
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
        labels(
            root,
            "path,label,tags,artist",
            "a.wav,Rap,loud|fast,Somebody",
            "b/b.wav,Jazz,slow; old ; slow,");
      }
      case "jamendo" -> jamendo(root);
      case "fma" -> fma(root);
      default ->
          throw new IllegalArgumentException(
              "dataset=" + dataset + " must have a case in TinyTree.make: its smallest folder");
    }
  }

  /** As a clone of the published repository with audio of low quality unpacked beside its data. */
  private static void jamendo(Path root) throws IOException {
    mp3(root.resolve("audio-low/48/948.low.mp3"), 1);
    mp3(root.resolve("audio-low/50/950.low.mp3"), 2);
    String header = "TRACK_ID\tARTIST_ID\tALBUM_ID\tPATH\tDURATION\tTAGS";
    String one = "track_0000948\tartist_1\talbum_1\t48/948.mp3\t212.7\t";
    String two = "track_0000950\tartist_2\talbum_2\t50/950.mp3\t248.0\t";
    for (String table : List.of("_genre", "_instrument", "_moodtheme", "_top50tags", "")) {
      List<String> tags =
          switch (table) {
            case "_genre" -> List.of("genre---rock\tgenre---punkrock", "genre---rock");
            case "_instrument" -> List.of("instrument---piano", "instrument---bass");
            case "_moodtheme" ->
                List.of("mood/theme---happy\tmood/theme---film", "mood/theme---sad");
            default -> List.of("genre---rock\tmood/theme---happy", "instrument---bass");
          };
      Path data = root.resolve("data");
      write(
          data.resolve("autotagging" + table + ".tsv"),
          header,
          one + tags.get(0),
          two + tags.get(1));
      for (int split = 0; split < 5; split++) {
        String name = "splits/split-" + split + "/autotagging" + table;
        write(data.resolve(name + "-train.tsv"), header, one + tags.get(0));
        write(data.resolve(name + "-validation.tsv"), header);
        write(data.resolve(name + "-test.tsv"), header, two + tags.get(1));
      }
    }
  }

  /** As the archives of metadata and of the small subset unpacked side by side. */
  private static void fma(Path root) throws IOException {
    mp3(root.resolve("fma_small/000/000002.mp3"), 1);
    mp3(root.resolve("fma_small/001/001482.mp3"), 2);
    write(
        root.resolve("fma_metadata/genres.csv"),
        "genre_id,#tracks,parent,title,top_level",
        "12,32923,0,Rock,12",
        "21,12706,0,Hip-Hop,21",
        "25,9261,12,Punk,12");
    write(
        root.resolve("fma_metadata/tracks.csv"),
        ",album,artist,set,set,track,track,track",
        ",id,id,split,subset,genre_top,genres_all,title",
        "track_id,,,,,,,",
        "2,1,1,training,small,Hip-Hop,[21],Food",
        "1482,2,2,test,small,Rock,\"[25, 12]\",\"A, \"\"b\"\"\nc\"",
        "5000,3,3,training,large,,\"[12, 21]\",Of the large subset");
  }

  /** A file with the first bytes of an MP3 and a content of its own. */
  private static void mp3(Path file, int content) throws IOException {
    write(file, "ID3" + content);
  }

  private static void write(Path file, String... lines) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, List.of(lines));
  }

  /** A file with a good header and a content of its own. */
  public static void wav(Path file, int content) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "RIFF....WAVE" + content);
  }

  public static void labels(Path root, String... lines) throws IOException {
    Files.write(root.resolve("labels.csv"), List.of(lines));
  }
}
