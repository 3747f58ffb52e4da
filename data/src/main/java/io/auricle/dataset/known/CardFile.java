package io.auricle.dataset.known;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.auricle.dataset.DatasetCard;
import io.auricle.dataset.DatasetSource;
import io.auricle.dataset.KnownFaults;
import io.auricle.dataset.Target;
import io.auricle.dataset.TrackId;
import io.auricle.label.Label;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Reads the card of a data set: the properties file of its name beside this class, in UTF-8, lists
 * divided by commas. Other keys are not read.
 *
 * <ul>
 *   <li>{@code title}, {@code citation}, {@code licence}, {@code obtain}, {@code tree}: needed
 *   <li>{@code targets}: names, the first counts where none is asked for; needed
 *   <li>{@code target.NAME}: what its labels say; needed
 *   <li>{@code target.NAME.labels}: all there can be, in the order of scores; without, whatever the
 *       files say
 *   <li>{@code target.NAME.several = true}: any number of labels a track
 *   <li>{@code target.NAME.threshold}: for labels that are shares of listeners
 *   <li>{@code splits}, {@code split.NAME}: published splits, with what they are
 *   <li>{@code published.COUNT}: published counts, as {@code published.genre.tracks}
 *   <li>{@code bad.TRACK}: what is wrong with a track that is left out
 *   <li>{@code copies}: sets of copies of one recording, track ids divided by spaces
 *   <li>{@code notes}: what else must be known
 * </ul>
 */
final class CardFile {
  private static final String BAD = "bad.";
  private static final String COUNT = "published.";

  private final String name;
  private final Properties text = new Properties();

  private CardFile(String name) {
    this.name = name;
  }

  /**
   * Reads a card.
   *
   * @throws IllegalArgumentException if there is none of this name, or it lacks something
   */
  static DatasetCard read(String name) {
    CardFile file = new CardFile(name);
    try (InputStream in = CardFile.class.getResourceAsStream(name + ".properties")) {
      if (in == null) {
        throw new IllegalArgumentException("name=" + name + " must be that of a card");
      }
      file.text.load(new InputStreamReader(in, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.card();
  }

  private DatasetCard card() {
    Map<String, String> splits = new LinkedHashMap<>();
    words("splits").forEach(split -> splits.put(split, get("split." + split)));
    return new DatasetCard(
        name,
        get("title"),
        new DatasetSource(get("citation"), get("licence"), get("obtain")),
        get("tree"),
        words("targets").stream().map(this::target).toList(),
        splits,
        counts(),
        faults());
  }

  private Target target(String target) {
    String key = "target." + target;
    String threshold = text.getProperty(key + ".threshold");
    return new Target(
        target,
        get(key),
        Boolean.parseBoolean(text.getProperty(key + ".several", "false")),
        words(key + ".labels").stream().map(Label::new).toList(),
        threshold == null ? null : Double.valueOf(threshold));
  }

  private Map<String, Integer> counts() {
    Map<String, Integer> counts = new HashMap<>();
    for (String key : text.stringPropertyNames()) {
      if (key.startsWith(COUNT)) {
        counts.put(key.substring(COUNT.length()), Integer.valueOf(get(key)));
      }
    }
    return counts;
  }

  private KnownFaults faults() {
    Map<TrackId, String> bad = new HashMap<>();
    for (String key : text.stringPropertyNames()) {
      if (key.startsWith(BAD)) {
        bad.put(new TrackId(key.substring(BAD.length())), get(key));
      }
    }
    List<List<TrackId>> copies = new ArrayList<>();
    for (String set : words("copies")) {
      copies.add(Stream.of(set.split(" ")).map(TrackId::new).toList());
    }
    return new KnownFaults(bad, KnownFaults.copies(copies), text.getProperty("notes", ""));
  }

  private String get(String key) {
    String value = text.getProperty(key);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("the card %s must have %s".formatted(name, key));
    }
    return value;
  }

  /** What commas divide; nothing if the key is not there. */
  private List<String> words(String key) {
    return Stream.of(text.getProperty(key, "").split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
