package io.auricle.cli.library;

import io.auricle.cli.output.Messages;
import io.auricle.library.query.QueryException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A query as the words of a command line. Those that begin with a minus are no options. */
public final class QueryWords {
  /** Told by every command that takes a query. */
  public static final String HELP =
      "Conditions, all of which must hold: genre:jazz mood:calm,sad score>0.7 genre.rock<0.1"
          + " sure:yes title: artist: album: path: tag.NAME: (has) or = (is), year:..1969"
          + " length>3:00 valence: arousal:, fault:yes, removed:yes; -TERM for not; words are"
          + " looked for in path, title, artist and album; sort:-arousal, limit:20. Quote what has"
          + " < or > for the shell.";

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = HELP)
  private List<String> words = new ArrayList<>();

  @Spec(Spec.Target.MIXEE)
  void takeMinus(CommandSpec spec) {
    spec.parser().unmatchedOptionsArePositionalParams(true);
  }

  String text() {
    return String.join(" ", words);
  }

  /** Says what is wrong with a query, and points at the place. */
  public static void complain(PrintWriter err, QueryException e) {
    err.println("auricle: query: " + Messages.oneLine(String.valueOf(e.getMessage())));
    err.println("  " + Messages.oneLine(e.query()));
    err.println(
        "  " + " ".repeat(Messages.oneLine(e.query().substring(0, e.place())).length()) + "^");
  }
}
