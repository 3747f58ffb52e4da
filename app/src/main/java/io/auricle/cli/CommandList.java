package io.auricle.cli;

import io.auricle.cli.classify.ClassifyCommand;
import io.auricle.cli.data.DatasetCommand;
import io.auricle.cli.data.SplitCommand;
import io.auricle.cli.doctor.DoctorCommand;
import io.auricle.cli.evaluate.CompareCommand;
import io.auricle.cli.evaluate.EvaluateCommand;
import io.auricle.cli.evaluate.ExploreCommand;
import io.auricle.cli.evaluate.ReportCommand;
import io.auricle.cli.feature.FeaturesCommand;
import io.auricle.cli.feature.PictureCommand;
import io.auricle.cli.help.CompletionCommand;
import io.auricle.cli.help.ManCommand;
import io.auricle.cli.library.LibraryCommand;
import io.auricle.cli.model.ModelsCommand;
import io.auricle.cli.serve.ServeCommand;
import io.auricle.cli.train.NetworkCommand;
import io.auricle.cli.train.ReproduceCommand;
import io.auricle.cli.train.StudyCommand;
import io.auricle.cli.train.TeachCommand;
import io.auricle.cli.train.TrainCommand;
import io.auricle.cli.train.TuneCommand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;

/**
 * The commands of the program, in the order of its help.
 *
 * <p>A command line that names one gets that one alone: to read the options of all of them takes
 * longer than to listen to a short track.
 */
final class CommandList {
  private static final List<Class<?>> ALL =
      List.of(
          ClassifyCommand.class,
          LibraryCommand.class,
          TeachCommand.class,
          FeaturesCommand.class,
          PictureCommand.class,
          DatasetCommand.class,
          SplitCommand.class,
          NetworkCommand.class,
          TrainCommand.class,
          TuneCommand.class,
          ReproduceCommand.class,
          EvaluateCommand.class,
          CompareCommand.class,
          ReportCommand.class,
          ExploreCommand.class,
          StudyCommand.class,
          ModelsCommand.class,
          ServeCommand.class,
          DoctorCommand.class,
          CompletionCommand.class,
          ManCommand.class);

  /** Those that speak of all the others. */
  private static final List<Class<?>> ABOUT_ALL =
      List.of(CompletionCommand.class, ManCommand.class);

  private CommandList() {}

  /** Gives a program the commands that it needs to understand a command line. */
  static void add(CommandLine program, String... args) {
    Optional<Class<?>> named =
        args.length == 0
            ? Optional.empty()
            : ALL.stream().filter(command -> name(command).equals(args[0])).findFirst();
    named
        .filter(command -> !ABOUT_ALL.contains(command))
        .map(List::<Class<?>>of)
        .orElse(ALL)
        .forEach(program::addSubcommand);
  }

  /** The name that a class's own annotation gives it, known without reading the annotation. */
  private static String name(Class<?> command) {
    return command.getSimpleName().replaceFirst("Command$", "").toLowerCase(Locale.ROOT);
  }
}
