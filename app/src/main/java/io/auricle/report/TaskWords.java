package io.auricle.report;

import io.auricle.eval.Judged;

/** What reports call the classes of a model and its mistakes. */
enum TaskWords {
  LABELS(
      "all %d model classes",
      "Classes",
      "ROC, one class against the rest",
      "confidence",
      "share that is right",
      "risk: share of the answers that is wrong",
      "rest"),
  TAGS(
      "%d tags",
      "Tags",
      "ROC",
      "score of a tag",
      "share that has the tag",
      "risk: share of their tags that is wrong",
      "tags of the rest");

  final String all;
  final String title;
  final String roc;
  final String confidence;
  final String right;
  final String risk;
  final String rest;

  TaskWords(
      String all,
      String title,
      String roc,
      String confidence,
      String right,
      String risk,
      String rest) {
    this.all = all;
    this.title = title;
    this.roc = roc;
    this.confidence = confidence;
    this.right = right;
    this.risk = risk;
    this.rest = rest;
  }

  static TaskWords of(Judged judged) {
    return judged.ofTags() ? TAGS : LABELS;
  }
}
