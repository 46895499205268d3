/**
 * Text in and text out: CSV, JSON, HTML, LaTeX and Markdown, strings all of them. Nothing here opens a file; reading
 * one is the caller's line. Pictures live in {@code picture}.
 */
@NullMarked
package io.github.medrank.text;

import org.jspecify.annotations.NullMarked;
