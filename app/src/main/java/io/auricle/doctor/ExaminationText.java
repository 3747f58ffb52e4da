package io.auricle.doctor;

import java.io.PrintWriter;
import java.util.Locale;

/** An examination for people: a line a finding, its advice below it. */
public final class ExaminationText {
  private ExaminationText() {}

  /** Prints it. */
  public static void print(Examination examination, PrintWriter out) {
    for (PartFinding finding : examination.findings()) {
      boolean fault = finding.state() == PartFinding.State.FAULT;
      String word = finding.state().word();
      out.println(
          String.format(
              Locale.ROOT,
              "%-5s  %-11s  %s",
              fault ? word.toUpperCase(Locale.ROOT) : word,
              finding.name(),
              oneLine(finding.message())));
      if (!finding.advice().isEmpty()) {
        out.println(" ".repeat(20) + "-> " + oneLine(finding.advice()));
      }
    }
    long faults = examination.count(PartFinding.State.FAULT);
    out.println();
    out.println(
        faults == 0
            ? "Everything that is needed works."
            : faults == 1 ? "1 thing does not work." : faults + " things do not work.");
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
