package io.auricle.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvStyleTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "=1+1.mp3           | '=1+1.mp3",
        "+49 30.mp3         | '+49 30.mp3",
        "-dash.mp3          | '-dash.mp3",
        "@SUM(A1).mp3       | '@SUM(A1).mp3",
        "`\ttab.mp3`        | `\"'\ttab.mp3\"`",
        "`\rreturn.mp3`     | `\"'\rreturn.mp3\"`",
        "`\nline.mp3`       | `\"'\nline.mp3\"`",
        "\uff1dfull.mp3     | '\uff1dfull.mp3",
        "=A1,\"x\"          | `\"'=A1,\"\"x\"\"\"`",
        "'=own.mp3          | ''=own.mp3",
        "-0.5dB.wav         | '-0.5dB.wav",
        "-                  | -",
        "plain.mp3          | plain.mp3",
        "'quoted'.mp3       | 'quoted'.mp3",
        "a;=1+1.mp3         | \"a;=1+1.mp3\"",
        "#first.mp3         | \"#first.mp3\"",
        "a=b-c@d.mp3        | a=b-c@d.mp3",
        "-0.5               | -0.5",
        "+3                 | +3",
        "-1.25E-7           | -1.25E-7",
        "-.5                | -.5",
        "-Infinity          | -Infinity",
      })
  void textsThatLookLikeFormulasGetAnApostrophe(String text, String cell) {
    assertEquals(cell, CsvStyle.PLAIN.line(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "a", "=1", "'=1", "''=1", "'", "''", "'a", "-", "-5", "'-5", "''-5", "+x", "@x", "\tx",
        "'\tx", "-0.5dB", "\uff1dx", "it's"
      })
  void readingGivesWhatWasWritten(String text) {
    String cell = CsvStyle.PLAIN.line("x", text).substring(2);
    String inside = cell.startsWith("\"") ? cell.substring(1, cell.length() - 1) : cell;
    assertEquals(text, CsvStyle.text(inside));
  }

  @Test
  void guardAndMarkAreChosen() {
    assertEquals("=1,2", new CsvStyle(false, false).line("=1", 2));
    assertEquals("\ufeffpath,'=x", new CsvStyle(true, true).header(List.of("path", "=x")));
    assertEquals("a,-0.5,,true", CsvStyle.PLAIN.line("a", -0.5, "", true));
    assertEquals("\"\"", CsvStyle.PLAIN.line(Arrays.asList("")));
    assertEquals(",", CsvStyle.PLAIN.line("", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "129.2             | 129.2",
        "[129.2]           | 129.2",
        "[-0.17242820750]  | -0.17242820750",
        "[ 129.2 ]         | 129.2",
        "[[129.2]]         | 129.2",
        "(129.2,)          | 129.2",
        "np.float64(129.2) | 129.2",
        "array([129.2])    | 129.2",
        "tensor(1e-3)      | 1e-3",
        "-3                | -3",
      })
  void wrappedNumbersAreRead(String cell, double number) {
    assertEquals(number, CsvNumber.parse("tempo", cell));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "129,2       | tempo=129,2 must be a number with a decimal point: 129.2",
        "[129,2]     | tempo=[129,2] must be a number with a decimal point: 129.2",
        "[1.0 2.0]   | tempo=[1.0 2.0] must be a number; a cell holds one number, not several",
        "fast        | tempo=fast must be a number",
        "''          | tempo is empty",
        "[]          | tempo=[] must be a number",
        "NaN         | tempo=NaN must be finite",
      })
  void othersAreRefusedWithAHint(String cell, String message) {
    String said =
        assertThrows(IllegalArgumentException.class, () -> CsvNumber.parse("tempo", cell))
            .getMessage();
    assertEquals(message, said);
  }
}
