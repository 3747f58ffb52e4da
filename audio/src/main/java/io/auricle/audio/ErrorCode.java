package io.auricle.audio;

/**
 * Why a file could not be analysed. The names are stable: they stand in the command line's JSON,
 * the REST API and the documentation.
 */
public enum ErrorCode {
  /** No such file. */
  NOT_FOUND,
  /** Not audio, a format nobody here decodes, or not a regular file. */
  UNSUPPORTED,
  /** Claims to be a known format and contradicts itself, or cannot be read. */
  CORRUPT,
  /** Ends so early that nothing of it can be decoded. */
  TRUNCATED,
  /** A file of no bytes, or a header without a single sample. */
  EMPTY,
  /** Less sound than the analysis needs. */
  TOO_SHORT,
  /** More sound than the limit. */
  TOO_LONG,
  /** More bytes than the limit. */
  TOO_LARGE,
  /** Decoding took longer than the limit. */
  TIMEOUT,
  /**
   * The program itself is at fault, not the file: its decoder is missing, damaged, cannot be
   * started, or ended in a way that no file should cause.
   */
  INTERNAL
}
