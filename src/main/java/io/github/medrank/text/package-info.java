/**
 * Text in and text out: CSV, Markdown and pictures, strings all of them. Nothing here opens a file; reading one is the
 * caller's line.
 */
@NullMarked
package io.github.medrank.text;

import org.jspecify.annotations.NullMarked;
