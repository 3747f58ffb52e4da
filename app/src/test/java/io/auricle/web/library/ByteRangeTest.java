package io.auricle.web.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ranges of RFC 9110, of a file of 1000 bytes. */
final class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-499, 0, 499",
    "bytes=500-, 500, 999",
    "bytes=500-5000, 500, 999",
    "bytes=-200, 800, 999",
    "bytes=-5000, 0, 999",
    "bytes=999-999, 999, 999",
    "bytes=1000-, 1000, 999",
    "bytes=5000-6000, 5000, 999",
    "bytes=-0, 1000, 999",
  })
  void isUnderstood(String header, long first, long last) {
    assertEquals(new ByteRange(first, last), ByteRange.of(header, 1000).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=",
    "bytes=-",
    "bytes=5-2",
    "bytes=a-b",
    "items=0-5",
    "'bytes=0-1,5-6'",
    "bytes=0-9999999999999999999",
    "bytes=--5",
    "''",
  })
  void elseTheWholeFileIsMeant(String header) {
    assertEquals(java.util.Optional.empty(), ByteRange.of(header, 1000));
    assertEquals(java.util.Optional.empty(), ByteRange.of(null, 1000));
  }
}
