/**
 * What every request and every answer has in common, whatever it is about: who may ask, which
 * requests are let in, how problems are told, how long a client may take. Imports nothing of {@code
 * web}.
 */
@NullMarked
package io.auricle.web.http;

import org.jspecify.annotations.NullMarked;
