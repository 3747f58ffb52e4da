package io.auricle.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VersionTest {
  @ParameterizedTest
  @CsvSource({"0.1.0-SNAPSHOT,0.1.0", "0.1.0,0.1.0", "1.2.0-rc1,1.2.0-rc1"})
  void numberHidesThatTheVersionIsNotFinished(String version, String shown) {
    assertEquals(shown, Version.plain(version));
  }

  @Test
  void numberIsWithoutTheProgramsName() {
    assertFalse(Version.number().contains("auricle"));
  }
}
