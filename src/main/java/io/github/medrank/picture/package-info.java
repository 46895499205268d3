/**
 * Draws rankings. Come here for pictures as SVG, or for an HTML page that computes the ranking again in the browser.
 *
 * <p>Begin with {@link io.github.medrank.picture.Svg} for a picture and with {@link io.github.medrank.picture.Page} for
 * a page. All results are strings, which the caller writes to a file or embeds in a page. The only files that this
 * package opens are the script and the style sheet of the page, which are in the library's jar. For tables as text, see
 * {@code io.github.medrank.text}.
 */
@NullMarked
package io.github.medrank.picture;

import org.jspecify.annotations.NullMarked;
