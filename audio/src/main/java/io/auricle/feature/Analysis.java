package io.auricle.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The work on one sound: kernels are made with it and ask it for the {@link SharedLayer}s that they
 * share and the {@link Fact}s that they must know. It then takes one look at the sound if there are
 * no facts, else two. Used by one call.
 */
public final class Analysis {
  private final FrameGrid grid;
  private final WorkSpace space;
  private final Map<Object, Node> nodes = new HashMap<>();
  private final Map<Fact, Search> searches = new LinkedHashMap<>();
  private final Node kernels = new Node();
  private final Node survey = new Node();

  /** Who asks at the moment: the kernels, a layer, or the first look. */
  private Node asking = kernels;

  /** A layer with what it is computed from. */
  private static final class Node {
    final List<Node> inner = new ArrayList<>();
    SharedLayer layer = NOTHING;
    boolean samples;
    boolean surveyed;

    private static final SharedLayer NOTHING =
        new SharedLayer() {
          @Override
          protected void compute(FrameBlock block) {}
        };

    void markSurveyed() {
      surveyed = true;
      inner.forEach(Node::markSurveyed);
    }

    /** Keeps what is computed in the first look and asked for in the second. */
    void keep() {
      if (!surveyed || !layer.keep()) {
        inner.forEach(Node::keep);
      }
    }

    /** Whether the second look must see samples. */
    boolean needsSamples(int blocks) {
      if (layer.isKept(blocks)) {
        return false;
      }
      return samples || inner.stream().anyMatch(node -> node.needsSamples(blocks));
    }
  }

  private record Search(FrameGrid grid, Fact.Finder finder, Fact.Found found) {}

  /** Cuts the sound into blocks, as often as it is looked at. */
  interface Cutter<E extends Exception> {
    void cut(FrameGrid grid, FrameBlocks.Target target) throws E;
  }

  Analysis(FrameGrid grid, WorkSpace space) {
    this.grid = grid;
    this.space = space;
  }

  /** The work on spectra that are known. */
  static Analysis of(Spectrum spectrum, WorkSpace space) {
    FrameGrid grid =
        FrameGrid.centred(spectrum.sampleRateHz(), spectrum.frameLength(), spectrum.hopLength());
    Analysis analysis = new Analysis(grid, space);
    Node node = new Node();
    node.layer = new Spectra(analysis, spectrum);
    analysis.nodes.put(Spectra.KEY, node);
    return analysis;
  }

  public FrameGrid grid() {
    return grid;
  }

  /** Lends buffers until the sound is done. */
  public WorkSpace space() {
    return space;
  }

  /** Must be said by whoever reads {@link FrameBlock#samples}, before the first block. */
  public void needSamples() {
    asking.samples = true;
  }

  /** The layer of a key, made for the first who asks. */
  @SuppressWarnings("unchecked") // a key makes layers of its type
  public <L extends SharedLayer> L layer(SharedLayer.Key<L> key) {
    Node known = nodes.get(key);
    Node node = known == null ? new Node() : known;
    if (known == null) {
      node.layer = asked(node, () -> key.layer(this));
      nodes.put(key, node);
    }
    asking.inner.add(node);
    return (L) node.layer;
  }

  /** What is known of the sound from the first block on that kernels get. */
  public Fact.Found fact(Fact fact) {
    Search known = searches.get(fact);
    if (known != null) {
      return known.found;
    }
    FrameGrid lookedAt = fact.grid(grid);
    Analysis analysis = lookedAt.equals(grid) ? this : new Analysis(lookedAt, space);
    Fact.Finder finder = analysis.asked(analysis.survey, () -> fact.finder(analysis));
    Search search = new Search(lookedAt, finder, new Fact.Found());
    searches.put(fact, search);
    return search.found;
  }

  private interface Making<T> {
    T make();
  }

  private <T> T asked(Node node, Making<T> making) {
    Node before = asking;
    asking = node;
    try {
      return making.make();
    } finally {
      asking = before;
    }
  }

  /** Looks at the sound, and gives the rows of a kernel that was made with this. */
  <E extends Exception> void run(Kernel kernel, Cutter<E> sound, Kernel.Target rows) throws E {
    List<FrameBlock> seen = new ArrayList<>();
    if (!searches.isEmpty()) {
      survey.markSurveyed();
      kernels.keep();
      restart(false);
      survey(sound, seen);
    }
    restart(true);
    if (seen.isEmpty() || kernels.needsSamples(seen.size())) {
      sound.cut(grid, block -> kernel.accept(block, rows));
    } else {
      seen.forEach(block -> kernel.accept(block, rows));
    }
  }

  private void restart(boolean last) {
    nodes.values().forEach(node -> node.layer.restart(last));
  }

  /** The first look, one for each kind of frames. */
  private <E extends Exception> void survey(Cutter<E> sound, List<FrameBlock> seen) throws E {
    Map<FrameGrid, List<Fact.Finder>> finders = new LinkedHashMap<>();
    for (Search search : searches.values()) {
      finders.computeIfAbsent(search.grid, g -> new ArrayList<>()).add(search.finder);
    }
    for (Map.Entry<FrameGrid, List<Fact.Finder>> look : finders.entrySet()) {
      boolean own = look.getKey().equals(grid);
      sound.cut(
          look.getKey(),
          block -> {
            look.getValue().forEach(finder -> finder.accept(block));
            if (own) {
              seen.add(new FrameBlock(block.index(), block.frames(), block.last()));
            }
          });
    }
    searches.values().forEach(search -> search.found.set(search.finder.value()));
  }
}
