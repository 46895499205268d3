package io.github.medrank.published;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Eligibility;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.Normalizer;
import io.github.medrank.Row;
import io.github.medrank.Scale;
import io.github.medrank.School;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schools that QS ranks by subject. The minimum reputation is in points, so it needs the scaling and its
 * population.
 */
@Immutable
@SuppressWarnings("Immutable") // The scales are derived from the scaling.
final class QsEligibility implements Eligibility {
    static final String TEACHES = "teaches-subject";
    static final String COHORTS = "graduated-cohorts";
    private static final int LEAST_COHORTS = 3;
    private static final double LEAST_REPUTATION = 5;
    private static final ShownDecimals SHOWN = new ShownDecimals(1);

    private final Normalizer scaling;
    private final IndicatorTable population;
    private final Scale academic;
    private final Scale employer;

    QsEligibility(Normalizer scaling, IndicatorTable population) {
        this.scaling = scaling;
        this.population = population;
        this.academic = scaling.fit(population.column(Qs.ACADEMIC_REPUTATION));
        this.employer = scaling.fit(population.column(Qs.EMPLOYER_REPUTATION));
    }

    @Override
    public Optional<String> refusal(Row row) {
        String teaches = row.school().attributes().getOrDefault(TEACHES, "yes");
        if (!teaches.equals("yes")) {
            return Optional.of("does not teach the subject (" + TEACHES + ": " + teaches + ")");
        }
        int cohorts = cohorts(row.school());
        if (cohorts < LEAST_COHORTS) {
            return Optional.of("graduated cohorts: " + cohorts + ", fewer than " + LEAST_COHORTS);
        }
        for (Indicator indicator : new Indicator[] {Qs.CITATIONS_PER_PAPER, Qs.H_INDEX}) {
            if (row.cell(indicator).reason().equals(Optional.of(MissingReason.BELOW_THRESHOLD))) {
                return Optional.of("fewer papers than the minimum (" + indicator.id() + " is below threshold)");
            }
        }
        double reputation = SHOWN.round(points(row.cell(Qs.ACADEMIC_REPUTATION), academic)
                + points(row.cell(Qs.EMPLOYER_REPUTATION), employer));
        return reputation < LEAST_REPUTATION
                ? Optional.of("academic and employer reputation are " + Cell.of(reputation) + " points, fewer than "
                        + Cell.of(LEAST_REPUTATION))
                : Optional.empty();
    }

    private static int cohorts(School school) {
        String given = school.attributes().getOrDefault(COHORTS, "3");
        try {
            return Integer.parseInt(given);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "school \"" + school.name() + "\": attribute " + COHORTS + " is \"" + given
                            + "\"; it is a whole number such as 3",
                    e);
        }
    }

    /** The score as shown; 0 for a missing indicator. */
    private static double points(Cell cell, Scale scale) {
        double points = cell.isPresent() ? scale.apply(cell.value().orElseThrow()) : 0;
        return Double.isNaN(points) ? 0 : SHOWN.round(points);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QsEligibility that
                && scaling.equals(that.scaling)
                && population.equals(that.population);
    }

    @Override
    public int hashCode() {
        return population.hashCode();
    }

    @Override
    public String toString() {
        return "teaches the subject, " + LEAST_COHORTS + " graduated cohorts, the minimum of papers, and academic and"
                + " employer reputation of " + Cell.of(LEAST_REPUTATION) + " points together";
    }
}
