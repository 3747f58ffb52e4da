/** Feature sets of users, read from YAML. May import {@code yaml} and {@code feature}. */
@NullMarked
package io.auricle.featureset;

import org.jspecify.annotations.NullMarked;
