/**
 * The web server: REST API, jobs, uploads and their limits, static files. May import {@code
 * classify}, {@code plot}, {@code report} and packages of {@code model} and {@code core}.
 */
@NullMarked
package io.auricle.web;

import org.jspecify.annotations.NullMarked;
