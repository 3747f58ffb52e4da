package io.auricle.library.format;

/** Why a file's tags are not written. The names are stable: docs/cli.md lists them. */
public enum TagFault {
  /** It is not there any more. */
  NOT_FOUND,
  /** Its sound is not the one that the library heard, or somebody changed it meanwhile. */
  CHANGED,
  /** It, its folder or its disk may not be written. */
  READ_ONLY,
  /** It has other names, as hard links, that would keep the old tags. */
  LINKED,
  /** A format whose tags are not written. */
  UNSUPPORTED,
  /** Its tags contradict themselves: to write them could lose some. */
  CORRUPT,
  /** More than the format or the program can hold. */
  TOO_LARGE,
  /** The disk is full. */
  NO_SPACE,
  /** What was written was read back otherwise, so it was thrown away. */
  UNPROVED,
  /** It does not answer, as on a drive that is gone, or to read it took too long. */
  TIMEOUT,
  /** The machine or the program is at fault. */
  INTERNAL
}
