package io.auricle.doctor;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a check found.
 *
 * @param name of the check, one word that stays the same
 * @param state whether it is as it should be
 * @param message one line
 * @param advice what to do next; empty if nothing
 * @param facts for programs, by name; the message says them for people
 */
public record PartFinding(
    String name, State state, String message, String advice, Map<String, String> facts) {

  /** How serious it is. */
  public enum State {
    /** As it should be. */
    OK,
    /** Something is missing that not everybody needs. */
    NOTE,
    /** Something does not work. */
    FAULT;

    /** As it is written. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public PartFinding {
    facts = Map.copyOf(facts);
  }

  static PartFinding ok(String name, String message) {
    return new PartFinding(name, State.OK, message, "", Map.of());
  }

  static PartFinding note(String name, String message, String advice) {
    return new PartFinding(name, State.NOTE, message, advice, Map.of());
  }

  static PartFinding fault(String name, String message, String advice) {
    return new PartFinding(name, State.FAULT, message, advice, Map.of());
  }

  /** The same with a fact more. */
  PartFinding with(String fact, Object value) {
    Map<String, String> more = new TreeMap<>(facts);
    more.put(fact, value.toString());
    return new PartFinding(name, state, message, advice, more);
  }
}
