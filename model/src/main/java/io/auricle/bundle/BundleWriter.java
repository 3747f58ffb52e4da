package io.auricle.bundle;

import io.auricle.folder.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes bundles: under a temporary name beside the target, then renamed, so that a bundle is there
 * whole or not at all.
 */
public final class BundleWriter {
  private static final Set<String> FILES = Set.of(Bundle.CARD_FILE, Bundle.MODEL_FILE);

  private BundleWriter() {}

  /**
   * Writes a single model, in place of a bundle that is there already.
   *
   * @throws BundleException if the target exists and is no bundle, or holds other files, too
   */
  public static void write(Path folder, ModelCard card, byte[] model) throws IOException {
    if (card.kind() instanceof Ensemble) {
      throw new IllegalArgumentException("the card of an ensemble needs members, not a model");
    }
    replace(folder, temporary -> writeSingle(temporary, CardJson.write(copied(card)), model));
  }

  /**
   * Writes a card without a model, for one that is too large to be written: what was measured is
   * known, but nobody can use it.
   *
   * @throws BundleException as {@link #write(Path, ModelCard, byte[])}
   */
  public static void writeCard(Path folder, ModelCard card) throws IOException {
    replace(
        folder,
        temporary -> Files.write(temporary.resolve(Bundle.CARD_FILE), CardJson.write(card)));
  }

  /**
   * Writes a model that reads a network beside its folder.
   *
   * @param card with the network
   * @throws BundleException if the target exists and is no bundle
   */
  public static void writeReader(Path folder, ModelCard card) throws IOException {
    if (!(card.kind() instanceof SingleModel single)
        || single.outputs() == null
        || single.outputs().folder() == null) {
      throw new IllegalArgumentException("network.folder must be given in the card");
    }
    replace(
        folder,
        temporary -> Files.write(temporary.resolve(Bundle.CARD_FILE), CardJson.write(card)));
  }

  /**
   * Writes an ensemble with copies of its members, in the order of the card.
   *
   * @throws BundleException if the target exists and is no bundle, or a member is incomplete
   */
  public static void write(Path folder, ModelCard card, List<Bundle> members) throws IOException {
    if (!(card.kind() instanceof Ensemble ensemble)
        || ensemble.members().size() != members.size()) {
      throw new IllegalArgumentException(
          "members.size=%d must be the number of members in the card".formatted(members.size()));
    }
    replace(
        folder,
        temporary -> {
          Files.write(temporary.resolve(Bundle.CARD_FILE), CardJson.write(card));
          for (int i = 0; i < members.size(); i++) {
            Path target = temporary.resolve(ensemble.members().get(i).folder());
            Files.createDirectory(target);
            Bundle member = members.get(i);
            writeSingle(target, CardJson.write(copied(member.card())), member.model());
          }
        });
  }

  /** A copy holds the network that its original may share with others. */
  private static ModelCard copied(ModelCard card) {
    return card.kind() instanceof SingleModel single && single.outputs() != null
        ? card.withKind(new SingleModel(single.input(), single.outputs().own()))
        : card;
  }

  private static void writeSingle(Path folder, byte[] card, byte[] model) throws IOException {
    Files.write(folder.resolve(Bundle.CARD_FILE), card);
    Files.write(folder.resolve(Bundle.MODEL_FILE), model);
  }

  private interface Content {
    void writeTo(Path folder) throws IOException;
  }

  private static void replace(Path folder, Content content) throws IOException {
    Path target = folder.toAbsolutePath();
    Path parent = target.getParent();
    if (parent == null) {
      throw new BundleException(folder.toString(), "must be a folder inside another");
    }
    if (Files.exists(target) && !Files.exists(target.resolve(Bundle.CARD_FILE))) {
      throw new BundleException(folder.toString(), "exists and is no model: choose another name");
    }
    requireNothingElse(target);
    Files.createDirectories(parent);
    Path temporary = Files.createDirectory(hidden(target));
    @Nullable Path old = null;
    try {
      content.writeTo(temporary);
      if (Files.exists(target)) {
        old = hidden(target);
        Files.move(target, old);
      }
      Files.move(temporary, target);
    } finally {
      FolderTree.remove(temporary);
      if (old != null) {
        FolderTree.remove(old);
      }
    }
  }

  /**
   * The folder that is replaced goes with all that is in it, so it must be nothing but a bundle.
   */
  private static void requireNothingElse(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        if (Files.exists(entry.resolve(Bundle.CARD_FILE))) {
          requireNothingElse(entry);
        } else if (!FILES.contains(String.valueOf(entry.getFileName()))) {
          throw new BundleException(
              folder.toString(), "holds " + entry.getFileName() + ", too: choose another name");
        }
      }
    }
  }

  private static Path hidden(Path target) {
    return target.resolveSibling("." + target.getFileName() + "-" + UUID.randomUUID());
  }
}
