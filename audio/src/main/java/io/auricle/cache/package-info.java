/** What is made once and kept for every later start. Imports {@code folder} alone. */
@NullMarked
package io.auricle.cache;

import org.jspecify.annotations.NullMarked;
