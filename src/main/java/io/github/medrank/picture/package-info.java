/**
 * Rankings to look at and to send: pictures as SVG, and a page of HTML that ranks anew in a browser. All are strings
 * that a caller writes to a file or shows in a page. Nothing here opens a file but the script and the style of the
 * page in this jar.
 */
@NullMarked
package io.github.medrank.picture;

import org.jspecify.annotations.NullMarked;
