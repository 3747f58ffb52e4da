/** Models and their predictions, for programs that have Auricle inside. */
module auricle.model {
  requires transitive auricle.audio;
  requires com.fasterxml.jackson.databind;
  requires com.microsoft.onnxruntime;
  requires static org.jspecify;

  exports io.auricle.bundle;
  exports io.auricle.predict;

  // Jackson makes the records of a card, which are nobody else's.
  opens io.auricle.bundle to
      com.fasterxml.jackson.databind;
}
