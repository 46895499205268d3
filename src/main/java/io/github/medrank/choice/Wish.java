package io.github.medrank.choice;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Direction;
import io.github.medrank.Eligibility;
import io.github.medrank.Indicator;
import io.github.medrank.Row;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.SafeText;
import java.math.BigDecimal;
import java.util.Optional;

/** The must-haves and deal-breakers that a profile can state as values. */
@Immutable
sealed interface Wish extends Eligibility {
    /** In one of the countries, or in none of them. */
    record Countries(ImmutableSet<String> codes, boolean wanted) implements Wish {
        @Override
        public Optional<String> refusal(Row row) {
            Optional<String> country = row.school().country();
            if (country.isEmpty()) {
                return Optional.of("country not known, " + this);
            }
            return codes.contains(country.get()) == wanted
                    ? Optional.empty()
                    : Optional.of("in " + country.get() + ", " + this);
        }

        @Override
        public String toString() {
            return (wanted ? "must be in " : "must not be in ") + String.join(" or ", codes);
        }
    }

    /** With one of the values of an attribute, or with none of them. */
    record Attribute(String key, ImmutableSet<String> values, boolean wanted) implements Wish {
        @Override
        public Optional<String> refusal(Row row) {
            String value = row.school().attributes().get(key);
            if (value == null) {
                return wanted ? Optional.of(key + " not known, " + this) : Optional.empty();
            }
            return values.contains(value) == wanted
                    ? Optional.empty()
                    : Optional.of(key + " is " + value + ", " + this);
        }

        @Override
        public String toString() {
            return (wanted ? "must be " : "must not be ") + SafeText.line(String.join(" or ", values));
        }
    }

    /** At least as good as a value of an indicator. */
    record Bound(Indicator indicator, BigDecimal bound) implements Wish {
        @Override
        public Optional<String> refusal(Row row) {
            boolean higher = isHigherBetter(row);
            String wish = (higher ? "must be at least " : "must be at most ") + bound.toPlainString();
            Cell cell = row.cell(indicator);
            if (!cell.isPresent()) {
                return Optional.of(indicator.name() + " " + cell + ", " + wish);
            }
            int order = Decimals.of(cell.value().getAsDouble()).compareTo(bound);
            boolean good = higher ? order >= 0 : order <= 0;
            return good ? Optional.empty() : Optional.of(indicator.name() + " is " + cell + ", " + wish);
        }

        /** Indicators are equal by id alone, so the table decides which direction is better, not the wish. */
        private boolean isHigherBetter(Row row) {
            return row.indicators().stream()
                            .filter(indicator::equals)
                            .findFirst()
                            .orElse(indicator)
                            .direction()
                    == Direction.HIGHER_IS_BETTER;
        }

        @Override
        public String toString() {
            return "must be no worse than " + bound.toPlainString();
        }
    }
}
