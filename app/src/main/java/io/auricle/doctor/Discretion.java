package io.auricle.doctor;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes from a text what is the user's own, since reports are pasted where everybody reads them:
 * the home folder becomes {@code ~}, and the user's name in other paths {@code USER}.
 *
 * @param home the home folder; empty if there is none
 * @param user the user's name; empty if it is not known
 */
record Discretion(String home, String user) {
  private static final Pattern PATH = Pattern.compile("\\S*[/\\\\]\\S*");

  static Discretion ofThisUser() {
    return new Discretion(System.getProperty("user.home", ""), System.getProperty("user.name", ""));
  }

  String of(String text) {
    // A service's home may be "/" or "?", which stands for nobody.
    String discreet = home.length() > 1 ? text.replace(home, "~") : text;
    if (user.isEmpty()) {
      return discreet;
    }
    Pattern name =
        Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(user) + "(?![\\p{L}\\p{N}])");
    return PATH.matcher(discreet)
        .replaceAll(
            path -> Matcher.quoteReplacement(name.matcher(path.group()).replaceAll("USER")));
  }

  PartFinding of(PartFinding finding) {
    Map<String, String> facts = new TreeMap<>(finding.facts());
    facts.replaceAll((fact, value) -> of(value));
    return new PartFinding(
        finding.name(), finding.state(), of(finding.message()), of(finding.advice()), facts);
  }
}
