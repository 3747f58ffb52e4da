/**
 * Decoding and features. FFmpeg's jar is found on the module path without being required, since
 * only what it packs is used.
 *
 * <p>What is exported to all is held to the last version; the rest may change at any time.
 */
@SuppressWarnings("module") // what is exported to modules that are built later
module auricle.audio {
  requires static org.jspecify;

  exports io.auricle.audio;
  exports io.auricle.audio.decode;
  exports io.auricle.dsp;
  exports io.auricle.dsp.fft;
  exports io.auricle.dsp.resample;
  exports io.auricle.feature;
  exports io.auricle.feature.custom;
  exports io.auricle.feature.frame;
  exports io.auricle.feature.frontend;
  exports io.auricle.feature.melstats;
  exports io.auricle.feature.pitch;
  exports io.auricle.feature.published;
  exports io.auricle.feature.rhythm;
  exports io.auricle.feature.separation;
  exports io.auricle.feature.set;
  exports io.auricle.feature.statistics;
  exports io.auricle.file;
  exports io.auricle.label;

  // How it is done: for Auricle alone.
  exports io.auricle.cache to
      auricle.model;
  exports io.auricle.folder to
      auricle.model;
  exports io.auricle.text to
      auricle.model;
  exports io.auricle.work to
      auricle.model;
}
