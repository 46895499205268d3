/**
 * Prepares values before they are weighted. Come here to transform or cap raw values, to fill missing ones, and to
 * bring indicators to a common scale.
 *
 * <p>Begin with {@link io.github.medrank.normalization.Normalizers} for scales, with
 * {@link io.github.medrank.normalization.Treatments} for transforms of raw values, and with
 * {@link io.github.medrank.normalization.Imputations} for missing values. To weight and combine the results, see
 * {@code io.github.medrank.ranking}.
 */
@NullMarked
package io.github.medrank.normalization;

import org.jspecify.annotations.NullMarked;
