/**
 * What happens to values before they are weighted: treatments of whole tables, and normalizers that bring an indicator
 * to a common scale.
 */
@NullMarked
package io.github.medrank.normalization;

import org.jspecify.annotations.NullMarked;
