/**
 * Writing ONNX graphs: a general builder, and the export of trained networks. May import {@code
 * network}.
 */
@NullMarked
package io.auricle.onnx;

import org.jspecify.annotations.NullMarked;
