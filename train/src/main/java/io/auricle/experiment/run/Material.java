package io.auricle.experiment.run;

import io.auricle.bundle.Training.DataUse;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.RunListener;
import io.auricle.experiment.ScaleOptions;
import io.auricle.experiment.source.LabelledTrack;
import io.auricle.experiment.source.Source;
import io.auricle.experiment.source.SourceLoader;
import io.auricle.experiment.source.SourcePlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The analysed sources of a run. */
record Material(List<Source> sources) {
  /** Analyses the tracks of plans, saying what came of each. */
  static Material load(SourceLoader loader, List<SourcePlan> plans, RunListener listener)
      throws ExperimentException, IOException, InterruptedException {
    List<Source> sources = new ArrayList<>();
    for (SourcePlan plan : plans) {
      plan.warnings().forEach(warning -> listener.said("warning: " + warning));
      if (plan.options().scale() != null) {
        listener.said("warning: " + plan.options().scale().title());
      }
      Source source = loader.load(plan);
      sources.add(source);
      source.warnings().forEach(warning -> listener.said("warning: " + warning));
      listener.said(
          "%s: %d tracks, %d of other labels, %d errors"
              .formatted(
                  source.options().path(),
                  source.tracks().size(),
                  source.otherLabels().values().stream().mapToInt(n -> n).sum(),
                  source.errors().size()));
    }
    return new Material(sources);
  }

  List<LabelledTrack> tracks() {
    return sources.stream().flatMap(source -> source.tracks().stream()).toList();
  }

  /** How each data set is used, for the card. */
  List<DataUse> use() {
    return sources.stream()
        .map(
            source -> {
              ScaleOptions scale = source.options().scale();
              Map<String, Integer> counts = new TreeMap<>();
              source.tracks().forEach(t -> counts.merge(t.part().title(), 1, Integer::sum));
              return new DataUse(
                  source.options().dataset(),
                  source.split().origin()
                      + (source.split().leaky() ? " (leaky)" : "")
                      + (scale == null ? "" : "; " + scale.title()),
                  source.split().hash(),
                  counts);
            })
        .toList();
  }

  /** For run.json. */
  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("data", use());
    facts.put("otherLabels", sources.stream().map(Source::otherLabels).toList());
    facts.put("errors", sources.stream().flatMap(source -> source.errors().stream()).toList());
    return facts;
  }
}
