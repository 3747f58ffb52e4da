package io.auricle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines that make no sense, and help. */
final class UsageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clasify x                          | Did you mean: auricle classify",
        "classify                           | Missing required parameter: 'PATH'",
        "classify --format xml x            | expected one of [table, jsonl, csv, parquet]",
        "classify --top 0 x                 | --top=0 must be at least 1",
        "classify --top many x              | 'many' is not an int",
        "classify --threads 0 x             | --threads=0 must be at least 1",
        "classify --colour x                | Unknown option: '--colour'",
        "classify --model nobody x          | model=nobody must be the folder of a model",
        "models info nobody                 | model=nobody must be the folder of a model",
        "models export nobody               | Missing required option: '--output=DIR'",
        "models                             | list, info, export, add, remove and join",
        "features --set mfc x               | set=mfc must be a .yaml file or one of mel, melstats,"
            + " mel-image, stft, mfcc, waveform, samples, tonal, gtzan57",
        "features --segment 0 x             | --segment=0.0 must be in (0, 3600] seconds",
        "dataset                            | list, info, check and tags",
        "dataset info nothing               | dataset=nothing must be one of",
        "network                            | one of list and show must follow network",
        "network show chin-cnn4             | did you mean chin-cnn-4?",
        "network show genre-cnn --classes 0 | classes=0 must be above 0",
        "evaluate --data x                  | Missing required options: '--dataset=NAME'",
        "evaluate --dataset x --data x --split all | --dataset=x must be one of",
        "serve --port 65536                 | --port=65536 must be in [0, 65535]",
        "serve --max-file 0                 | --max-file=0 must be in [1, 1048576]",
        "serve --max-request -1             | --max-request=-1 must be in [1, 1048576]",
        "serve --max-file 99999999999999    | --max-file=99999999999999 must be in [1, 1048576]",
        "serve --max-files 0                | --max-files=0 must be at least 1",
        "serve --max-sound NaN              | --max-sound=NaN must be above 0",
        "serve --max-time 0                 | --max-time=0.0 must be above 0",
        "serve --max-upload-time -1         | --max-upload-time=-1.0 must be above 0",
        "serve --min-upload-speed -1        | --min-upload-speed=-1 must be 0 or more",
        "serve --threads 0                  | --threads=0 must be at least 1",
        "serve --queue -1                   | --queue=-1 must be 0 or more",
        "serve --keep -1                    | --keep=-1 must be 0 or more",
        "serve --keep-memory -1             | --keep-memory=-1 must be in [0, 1048576]",
        "train                              | give an experiment, or --resume DIR alone",
      })
  void isTwoWithAHelpfulLine(String line, String help) {
    Outcome outcome = Outcome.of((Object[]) line.strip().split(" +", -1));
    assertEquals(2, outcome.code(), outcome.err());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().startsWith("auricle: "), outcome.err());
    assertTrue(outcome.err().contains(help), outcome.err());
    assertFalse(outcome.err().contains("\tat "), outcome.err());
  }

  @Test
  void noCommandShowsThemAll() {
    Outcome outcome = Outcome.of();
    assertEquals(2, outcome.code());
    assertTrue(outcome.errLines().get(0).contains("a command is missing"));
    assertTrue(outcome.err().contains("classify  "), outcome.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "classify",
        "features",
        "dataset",
        "dataset list",
        "dataset info",
        "dataset check",
        "network",
        "network list",
        "network show",
        "train",
        "evaluate",
        "models",
        "models list",
        "models info",
        "models export"
      })
  void everyCommandHasHelpAndVersion(String command) {
    String[] words = (command + " --help").strip().split(" ", -1);
    Outcome help = Outcome.of((Object[]) words);
    assertEquals(0, help.code(), help.err());
    assertEquals("", help.err());
    assertTrue(help.out().startsWith("Usage: " + ("auricle " + command).strip()), help.out());
    assertTrue(help.outLines().stream().allMatch(line -> line.length() <= 80), help.out());
    assertFalse(help.out().contains("${"), help.out());

    words[words.length - 1] = "--version";
    Outcome version = Outcome.of((Object[]) words);
    assertEquals(0, version.code(), Arrays.toString(words));
    assertTrue(version.out().matches("auricle .+\\R"), version.out());
  }

  @Test
  void helpNamesEveryFeatureSet() {
    String help = Outcome.of("features", "--help").out();
    io.auricle.feature.set.FeatureSets.names()
        .forEach(name -> assertTrue(help.contains(name), name + " is missing in:\n" + help));
  }

  @Test
  void verboseShowsTheStackTrace() {
    Outcome plain = Outcome.of("train", "none.yaml");
    Outcome verbose = Outcome.of("train", "none.yaml", "--verbose");
    assertEquals(1, plain.code());
    assertEquals("auricle: none.yaml: no such file", plain.err().strip());
    assertEquals(1, verbose.code());
    assertTrue(verbose.err().contains("\tat "), verbose.err());
  }
}
