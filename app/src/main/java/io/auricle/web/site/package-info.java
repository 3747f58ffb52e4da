/** What is handed out for reading: the files of the page, the description of the API. */
@NullMarked
package io.auricle.web.site;

import org.jspecify.annotations.NullMarked;
