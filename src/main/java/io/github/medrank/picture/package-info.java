/**
 * Rankings as SVG pictures: strings that a caller writes to a file or shows in a page. Nothing here opens a file.
 */
@NullMarked
package io.github.medrank.picture;

import org.jspecify.annotations.NullMarked;
