package io.auricle.library.tag;

import io.auricle.file.FileName;
import io.auricle.library.song.KnownModel;
import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import io.auricle.library.store.LibraryException;
import io.auricle.work.FileAnswers;
import io.auricle.work.NoAnswerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file and what was heard in it.
 *
 * @param songs of the library that are this file: one, or several where links lead to it
 * @param heard values by fields
 */
public record TagWish(List<Song> songs, Map<String, List<String>> heard) {
  public TagWish {
    songs = List.copyOf(songs);
    heard = Collections.unmodifiableMap(new LinkedHashMap<>(heard));
  }

  /** The path as the library has it. */
  public String name() {
    return songs.get(0).path();
  }

  /** The file of it, links not followed. */
  public Path path() {
    return FileName.path(name());
  }

  /** Of songs, in their order; those that are one file become one. */
  public static List<TagWish> of(
      SongReader reader, List<Song> songs, TagRules rules, FileAnswers answers)
      throws LibraryException {
    List<KnownModel> models = reader.models();
    List<TagWish> wishes = new ArrayList<>();
    for (List<Song> same : files(songs, answers)) {
      Song song = same.get(0);
      wishes.add(
          new TagWish(same, rules.heard(song, models, reader.scores(song), reader.given(song))));
    }
    return wishes;
  }

  /** Songs by the files that they really are. */
  static List<List<Song>> files(List<Song> songs, FileAnswers answers) {
    Map<Path, List<Song>> files = new LinkedHashMap<>();
    for (Song song : songs) {
      Path named = FileName.path(song.path());
      Path path = named;
      try {
        path = answers.of(named, () -> named.toRealPath());
      } catch (NoAnswerException e) {
        answers.silent(named);
      } catch (IOException e) {
        // Who opens it will say what is wrong.
      }
      files.computeIfAbsent(path, none -> new ArrayList<>()).add(song);
    }
    return List.copyOf(files.values());
  }
}
