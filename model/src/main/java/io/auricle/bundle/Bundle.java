package io.auricle.bundle;

import io.auricle.text.FileFault;
import io.auricle.text.RegularFile;
import io.auricle.text.TextFile;
import io.auricle.text.TextFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A model with its card, in a folder or on the class path: {@code card.json} and {@code
 * model.onnx}, or for an ensemble {@code card.json} and a bundle in a folder for each member. The
 * model's bytes are read when asked for. Immutable.
 */
public final class Bundle {
  static final String CARD_FILE = "card.json";
  static final String MODEL_FILE = "model.onnx";

  /** What fits into one array, which a model is read to. */
  private static final int MOST_BYTES_OF_MODEL = Integer.MAX_VALUE - 16;

  private final String location;
  private final Folders folders;
  private final ModelCard card;
  private final List<Bundle> members;

  /** Where a bundle's files come from. */
  interface FileSource {
    /** The file's bytes, or null if there is no such file. */
    byte @Nullable [] read(String name) throws IOException;
  }

  /**
   * Where files are.
   *
   * @param own the bundle's
   * @param beside those beside the bundle's folder, or beside that of its ensemble
   */
  private record Folders(FileSource own, FileSource beside) {
    Folders member(String folder) {
      return new Folders(name -> own.read(folder + "/" + name), beside);
    }
  }

  private Bundle(String location, Folders folders, ModelCard card, List<Bundle> members) {
    this.location = location;
    this.folders = folders;
    this.card = card;
    this.members = members;
  }

  /**
   * Reads the bundle in a folder.
   *
   * @throws BundleException if the folder or a part of it is missing or wrong
   */
  public static Bundle read(Path folder) throws BundleException {
    Folders folders =
        new Folders(
            name -> bytes(folder.resolve(name)),
            name -> bytes(folder.toAbsolutePath().resolveSibling(name)));
    return read(folder.toString(), folders, true);
  }

  /** Reads a model that comes with the program; null if there is none of that name. */
  static @Nullable Bundle readBundled(String model) throws BundleException {
    Folders folders = new Folders(name -> resource(model + "/" + name), Bundle::resource);
    try {
      if (folders.own().read(CARD_FILE) == null) {
        return null;
      }
    } catch (IOException e) {
      throw new BundleException(model, "cannot be read: " + e.getMessage(), e);
    }
    return read("bundled " + model, folders, true);
  }

  private static Bundle read(String location, Folders folders, boolean ensembleAllowed)
      throws BundleException {
    byte[] json = required(location, folders.own(), CARD_FILE);
    ModelCard card = CardJson.read(json, location + "/" + CARD_FILE);
    List<Bundle> members = new ArrayList<>();
    if (card.kind() instanceof Ensemble ensemble) {
      if (!ensembleAllowed) {
        throw new BundleException(location, "is an ensemble inside an ensemble: list its members");
      }
      for (Ensemble.Member member : ensemble.members()) {
        String folder = member.folder();
        Bundle bundle = read(location + "/" + folder, folders.member(folder), false);
        if (!bundle.card.labels().equals(card.labels())) {
          throw new BundleException(
              bundle.location,
              "labels=%s must be the ensemble's %s, in this order"
                  .formatted(bundle.card.labels(), card.labels()));
        }
        if (bundle.card.scores().tags() != card.scores().tags()) {
          throw new BundleException(
              bundle.location,
              "scores.output=%s must be tags where the ensemble's is, and only there"
                  .formatted(bundle.card.scores().output().name().toLowerCase(Locale.ROOT)));
        }
        members.add(bundle);
      }
    }
    return new Bundle(location, folders, card, List.copyOf(members));
  }

  /** Where it came from, for messages. */
  public String location() {
    return location;
  }

  /** The same, called otherwise in messages. */
  public Bundle withLocation(String other) {
    return new Bundle(other, folders, card, members);
  }

  public ModelCard card() {
    return card;
  }

  /** The members' bundles in the card's order; empty for a single model. */
  public List<Bundle> members() {
    return members;
  }

  /**
   * What its card says of a model that may be a member.
   *
   * @throws BundleException if it is an ensemble itself
   */
  public SingleModel single() throws BundleException {
    if (card.kind() instanceof SingleModel single) {
      return single;
    }
    throw new BundleException(location, "is an ensemble inside an ensemble");
  }

  /**
   * The ONNX model of a single model's bundle.
   *
   * @throws BundleException if it is missing
   * @throws IllegalStateException for an ensemble
   */
  public byte[] model() throws BundleException {
    if (!(card.kind() instanceof SingleModel single)) {
      throw new IllegalStateException(location + " is an ensemble: it has members, not a model");
    }
    NetworkOutputs network = single.outputs();
    return network == null || network.folder() == null
        ? required(location, folders.own(), MODEL_FILE)
        : required(location, folders.beside(), network.folder() + "/" + MODEL_FILE);
  }

  private static byte[] required(String location, FileSource files, String name)
      throws BundleException {
    byte @Nullable [] bytes;
    try {
      bytes = files.read(name);
    } catch (TextFileException e) {
      throw new BundleException(location, name + " " + e.fault(), e);
    } catch (IOException e) {
      throw new BundleException(location, name + " cannot be read: " + FileFault.of(e), e);
    }
    if (bytes == null) {
      throw new BundleException(location, name + " is missing, so this is no complete model");
    }
    return bytes;
  }

  private static byte @Nullable [] bytes(Path file) throws IOException {
    try {
      boolean card = file.endsWith(CARD_FILE);
      return RegularFile.bytes(file, card ? TextFile.MOST_BYTES_WRITTEN : MOST_BYTES_OF_MODEL);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static byte @Nullable [] resource(String name) throws IOException {
    try (InputStream in = Bundles.resource(name)) {
      return in == null ? null : in.readAllBytes();
    }
  }
}
