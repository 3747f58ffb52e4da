/**
 * Classical classifiers: trained by Tribuo, XGBoost and code of our own, written as plain ONNX
 * operators so that prediction needs ONNX Runtime alone. The only package that sees {@code
 * org.tribuo} and {@code ml.dmlc}.
 */
@NullMarked
package io.auricle.classic;

import org.jspecify.annotations.NullMarked;
