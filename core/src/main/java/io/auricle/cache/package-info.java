/** What is made once and kept for every later start. Imports nothing of the program. */
@NullMarked
package io.auricle.cache;

import org.jspecify.annotations.NullMarked;
