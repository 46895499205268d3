/**
 * Reads and writes text: CSV in both directions, and JSON, HTML, LaTeX and Markdown as output. Come here to load a
 * table from CSV, or to publish results.
 *
 * <p>Begin with {@link io.github.medrank.text.Csv} to read and with {@link io.github.medrank.text.Json} to write for
 * other programs. All methods take and return strings; the caller reads and writes files. For pictures, see
 * {@code io.github.medrank.picture}.
 */
@NullMarked
package io.github.medrank.text;

import org.jspecify.annotations.NullMarked;
