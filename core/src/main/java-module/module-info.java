/**
 * Decoding, features, data sets and evaluation. FFmpeg's jar is found on the module path without
 * being required, since only what it packs is used. Who reads tables of data sets requires Commons
 * CSV, too.
 */
module auricle.core {
  requires static org.apache.commons.csv;
  requires static org.jspecify;

  exports io.auricle.audio;
  exports io.auricle.cache;
  exports io.auricle.dataset;
  exports io.auricle.dataset.table;
  exports io.auricle.dsp;
  exports io.auricle.eval;
  exports io.auricle.feature;
  exports io.auricle.feature.custom;
  exports io.auricle.feature.frame;
  exports io.auricle.feature.frontend;
  exports io.auricle.feature.melstats;
  exports io.auricle.feature.pitch;
  exports io.auricle.feature.rhythm;
  exports io.auricle.feature.separation;
  exports io.auricle.feature.set;
  exports io.auricle.feature.statistics;
  exports io.auricle.file;
  exports io.auricle.folder;
  exports io.auricle.label;
  exports io.auricle.split;
  exports io.auricle.text;
}
