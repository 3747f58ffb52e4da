package io.auricle.library.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * MP4: the list moov.udta.meta.ilst. Room (atoms free) beside it gives or takes the difference;
 * where there is none, what lies behind moves and the places of the sound in stco and co64 with it.
 */
final class Mp4Tags implements TagFormat {
  private static final int ROOM = 1024;

  private final FileBytes file;
  private final List<Place> places = new ArrayList<>();
  private final Place moovPlace;
  private final Mp4Atom moov;
  private final Mp4Items items;

  /**
   * An atom of the file itself.
   *
   * @param length with its header
   */
  private record Place(String type, long at, long length) {
    long end() {
      return at + length;
    }
  }

  Mp4Tags(FileBytes file) throws IOException, TagException {
    this.file = file;
    long at = 0;
    while (at <= file.size() - Mp4Atom.HEAD) {
      Place place = place(at);
      places.add(place);
      at = place.end();
    }
    List<Place> moovs = places.stream().filter(place -> place.type().equals("moov")).toList();
    if (moovs.size() != 1 || at != file.size()) {
      throw TagException.corrupt("atoms=%s of it are not whole".formatted(types()));
    }
    this.moovPlace = moovs.get(0);
    this.moov = new Mp4Atom("moov", file.read(moovPlace.at(), moovPlace.length()));
    if (Numbers.of(moov.raw(), 0, ByteOrder.BIG_ENDIAN) != moovPlace.length()) {
      throw new TagException(TagFault.UNSUPPORTED, "its atom moov has a size of eight bytes");
    }
    @Nullable Mp4Atom udta = child(moov, 0, "udta");
    @Nullable Mp4Atom meta = udta == null ? null : child(udta, 0, "meta");
    @Nullable Mp4Atom ilst = meta == null ? null : child(meta, metaHead(meta), "ilst");
    this.items = new Mp4Items(ilst == null ? List.of() : ilst.inner(0));
  }

  private List<String> types() {
    return places.stream().limit(20).map(place -> place.type().replaceAll("\\W", "?")).toList();
  }

  private Place place(long at) throws IOException, TagException {
    byte[] head = file.read(at, Mp4Atom.HEAD);
    long length = Numbers.of(head, 0, ByteOrder.BIG_ENDIAN);
    if (length == 1) {
      byte[] large = file.read(at + Mp4Atom.HEAD, 8);
      length =
          Numbers.of(large, 0, ByteOrder.BIG_ENDIAN) << 32
              | Numbers.of(large, 4, ByteOrder.BIG_ENDIAN);
    } else if (length == 0) {
      length = file.size() - at;
    }
    if (length < Mp4Atom.HEAD || length > file.size() - at) {
      throw TagException.corrupt("an atom at byte %d goes beyond the file".formatted(at));
    }
    return new Place(new String(head, 4, 4, ISO_8859_1), at, length);
  }

  private static @Nullable Mp4Atom child(Mp4Atom atom, int from, String type) throws TagException {
    List<Mp4Atom> found =
        atom.inner(from).stream().filter(inner -> inner.type().equals(type)).toList();
    if (found.size() > 1) {
      throw TagException.corrupt("it has several atoms %s".formatted(type));
    }
    return found.isEmpty() ? null : found.get(0);
  }

  /** Version and flags stand before the atoms in meta, in QuickTime they do not. */
  private static int metaHead(Mp4Atom meta) {
    byte[] raw = meta.raw();
    return raw.length >= 16 && new String(raw, 12, 4, ISO_8859_1).equals("hdlr") ? 0 : 4;
  }

  @Override
  public Map<String, List<String>> fields() throws TagException {
    return items.fields();
  }

  @Override
  public Patch with(Map<String, List<String>> fields) throws IOException, TagException {
    Mp4Atom ilst = Mp4Atom.of("ilst", new byte[0], items.with(fields), new byte[0]);
    Mp4Atom changed = moov(ilst, 0);
    long more = changed.raw().length - moovPlace.length();
    @Nullable Place next = behind();
    boolean sound = places.stream().anyMatch(p -> p.at() > moovPlace.at() && isSound(p));
    Patch patch = new Patch().keep(0, moovPlace.at());
    boolean room = next != null && next.type().equals("free") && next.length() < FileBytes.MOST;
    long left = room && next != null ? next.length() - more : -1;
    if (more != 0 && sound && (left == 0 || left >= Mp4Atom.HEAD) && next != null) {
      patch.put(changed.raw());
      if (left > 0) {
        patch.put(Mp4Atom.of("free", new byte[(int) left - Mp4Atom.HEAD]).raw());
      }
      return patch.keep(next.end(), file.size() - next.end());
    }
    if (more != 0 && sound) {
      changed = moov(ilst, ROOM);
      more = changed.raw().length - moovPlace.length();
      changed = shifted(changed, more);
    }
    return patch.put(changed.raw()).keep(moovPlace.end(), file.size() - moovPlace.end());
  }

  private @Nullable Place behind() {
    int index = places.indexOf(moovPlace) + 1;
    return index < places.size() ? places.get(index) : null;
  }

  private static boolean isSound(Place place) {
    return List.of("mdat", "moof", "mfra", "sidx").contains(place.type());
  }

  /**
   * moov with another list.
   *
   * @param least room that is left beside the list if what is there is not enough
   */
  private Mp4Atom moov(Mp4Atom ilst, int least) throws TagException {
    List<Mp4Atom> inner = moov.inner(0);
    @Nullable Mp4Atom udta = child(moov, 0, "udta");
    Mp4Atom changed = udta(udta, ilst, least);
    return Mp4Atom.of("moov", new byte[0], replaced(inner, udta, changed), moov.behind(0, inner));
  }

  private static Mp4Atom udta(@Nullable Mp4Atom udta, Mp4Atom ilst, int least) throws TagException {
    if (udta == null) {
      return Mp4Atom.of("udta", new byte[0], List.of(meta(null, ilst, least)), new byte[0]);
    }
    List<Mp4Atom> inner = udta.inner(0);
    @Nullable Mp4Atom meta = child(udta, 0, "meta");
    return Mp4Atom.of(
        "udta", new byte[0], replaced(inner, meta, meta(meta, ilst, least)), udta.behind(0, inner));
  }

  private static Mp4Atom meta(@Nullable Mp4Atom meta, Mp4Atom ilst, int least) throws TagException {
    if (meta == null) {
      byte[] handler = new byte[25];
      System.arraycopy("mdirappl".getBytes(ISO_8859_1), 0, handler, 8, 8);
      List<Mp4Atom> made = new ArrayList<>(List.of(Mp4Atom.of("hdlr", handler), ilst));
      if (least > 0) {
        made.add(Mp4Atom.of("free", new byte[least]));
      }
      return Mp4Atom.of("meta", new byte[4], made, new byte[0]);
    }
    int head = metaHead(meta);
    List<Mp4Atom> inner = meta.inner(head);
    @Nullable Mp4Atom held = child(meta, head, "ilst");
    List<Mp4Atom> changed = replaced(inner, held, ilst);
    int more = ilst.raw().length - (held == null ? 0 : held.raw().length);
    @Nullable Mp4Atom room =
        inner.stream().filter(a -> a.type().equals("free")).findFirst().orElse(null);
    int left = room == null ? -1 : room.raw().length - more;
    if (more != 0 && left >= Mp4Atom.HEAD) {
      changed = replaced(changed, room, Mp4Atom.of("free", new byte[left - Mp4Atom.HEAD]));
    } else if (more != 0 && left == 0) {
      changed.remove(room);
    } else if (more != 0 && least > 0 && room == null) {
      changed.add(Mp4Atom.of("free", new byte[least]));
    }
    byte[] before = Arrays.copyOfRange(meta.raw(), Mp4Atom.HEAD, Mp4Atom.HEAD + head);
    return Mp4Atom.of("meta", before, changed, meta.behind(head, inner));
  }

  /** A list with one atom in place of another, or behind all. */
  private static List<Mp4Atom> replaced(
      List<Mp4Atom> atoms, @Nullable Mp4Atom old, Mp4Atom changed) {
    List<Mp4Atom> all = new ArrayList<>();
    boolean placed = false;
    for (Mp4Atom atom : atoms) {
      boolean here = old != null && atom.type().equals(old.type()) && !placed;
      all.add(here ? changed : atom);
      placed |= here;
    }
    if (!placed) {
      all.add(changed);
    }
    return all;
  }

  /** moov with the places of sound that lies behind it moved. */
  private Mp4Atom shifted(Mp4Atom changed, long more) throws TagException {
    if (places.stream().anyMatch(place -> !place.type().equals("mdat") && isSound(place))) {
      throw new TagException(
          TagFault.UNSUPPORTED, "it is written in fragments, whose places would move");
    }
    List<Mp4Atom> inner = new ArrayList<>();
    for (Mp4Atom atom : changed.inner(0)) {
      inner.add(
          atom.type().equals("trak") ? moved(atom, List.of("mdia", "minf", "stbl"), more) : atom);
    }
    return Mp4Atom.of("moov", new byte[0], inner, changed.behind(0, changed.inner(0)));
  }

  private Mp4Atom moved(Mp4Atom atom, List<String> way, long more) throws TagException {
    List<Mp4Atom> inner = new ArrayList<>();
    for (Mp4Atom one : atom.inner(0)) {
      boolean further = !way.isEmpty() && one.type().equals(way.get(0));
      if (further) {
        inner.add(moved(one, way.subList(1, way.size()), more));
      } else {
        boolean table = way.isEmpty() && (one.type().equals("stco") || one.type().equals("co64"));
        inner.add(table ? table(one, more) : one);
      }
    }
    return Mp4Atom.of(atom.type(), new byte[0], inner, atom.behind(0, atom.inner(0)));
  }

  private Mp4Atom table(Mp4Atom table, long more) throws TagException {
    ByteBuffer body = ByteBuffer.wrap(table.body());
    boolean large = table.type().equals("co64");
    int width = large ? 8 : 4;
    if (body.limit() < 8
        || Numbers.of(body.array(), 4, ByteOrder.BIG_ENDIAN) > (body.limit() - 8) / width) {
      throw TagException.corrupt("its table of places is cut");
    }
    long count = Numbers.of(body.array(), 4, ByteOrder.BIG_ENDIAN);
    for (int i = 0; i < count; i++) {
      int at = 8 + width * i;
      long place = large ? body.getLong(at) : Integer.toUnsignedLong(body.getInt(at));
      if (place >= moovPlace.end()) {
        place += more;
      }
      if (large) {
        body.putLong(at, place);
      } else if (place <= 0xFFFF_FFFFL) {
        body.putInt(at, (int) place);
      } else {
        throw new TagException(TagFault.TOO_LARGE, "places of sound would lie beyond 4 GB");
      }
    }
    return Mp4Atom.of(table.type(), body.array());
  }
}
