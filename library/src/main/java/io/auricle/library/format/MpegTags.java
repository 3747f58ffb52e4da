package io.auricle.library.format;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Sound without a container, MP3 or AAC: an ID3v2 block in front. Of several blocks the first one
 * counts, the others stay; so does what lies at the end (ID3v1, APE).
 */
final class MpegTags implements TagFormat {
  private final FileBytes file;
  private final Id3Block block;

  MpegTags(FileBytes file) throws IOException, TagException {
    this.file = file;
    int length = Id3Block.length(file, 0);
    this.block = length > 0 ? Id3Block.read(file.read(0, length)) : Id3Block.of(Id3v1.frames(file));
  }

  @Override
  public Map<String, List<String>> fields() throws TagException {
    return block.fields();
  }

  @Override
  public Patch with(Map<String, List<String>> fields) throws TagException {
    return new Patch().put(block.with(fields)).keep(block.length(), file.size() - block.length());
  }
}
