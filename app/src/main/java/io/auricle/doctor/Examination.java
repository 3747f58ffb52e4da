package io.auricle.doctor;

import io.auricle.text.FileFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What all checks found, without what is the user's own.
 *
 * @param findings in the order of the checks
 */
public record Examination(List<PartFinding> findings) {
  public Examination {
    findings = List.copyOf(findings);
  }

  /** Looks at everything that the program needs. */
  public static Examination now() {
    return of(DoctorChecks.all(), Discretion.ofThisUser());
  }

  static Examination of(List<Check> checks, Discretion discretion) {
    List<PartFinding> findings = new ArrayList<>();
    for (Check check : checks) {
      findings.add(discretion.of(look(check)));
    }
    return new Examination(findings);
  }

  @SuppressWarnings("CatchingUnchecked") // one broken part must not hide the others
  private static PartFinding look(Check check) {
    try {
      return check.look().at();
    } catch (IOException | UncheckedIOException e) {
      return PartFinding.fault(check.name(), FileFault.message(e), "");
    } catch (Exception | LinkageError | OutOfMemoryError e) {
      return PartFinding.fault(check.name(), "broke down: " + e, "report it with all of this text");
    }
  }

  /** How many findings are of a state. */
  public long count(PartFinding.State state) {
    return findings.stream().filter(finding -> finding.state() == state).count();
  }

  /** Whether everything that was looked at works. */
  public boolean healthy() {
    return count(PartFinding.State.FAULT) == 0;
  }
}
