package io.github.medrank.published;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.normalization.Treatments;
import io.github.medrank.ranking.Rankers;

/**
 * The methodologies of QS Quacquarelli Symonds, on the 0–100 indicator scores that QS publishes.
 *
 * <p>By subject, the score is the weighted sum of the published one-decimal indicator scores; a missing indicator counts
 * 0 and keeps its weight; the sum is rounded half up to one decimal, exactly; positions are competition positions on the
 * rounded score, exact to the edition's last exact one, then in the edition's bands. Nothing is rescaled. This rule
 * reproduces all 41 380 overall scores that QS printed by subject in 2015–2022, 2024 and 2026.
 *
 * <pre>{@code
 * var harvard = School.of("Harvard University");
 * var table = IndicatorTable.builder(Qs.medicine(2026).indicators()).row(harvard, 100, 100, 83.3, 100, 100).build();
 * Qs.medicine(2026).rank(table).of(harvard).score() // ==> 96.7
 * }</pre>
 */
public final class Qs {
    /** The survey of academics, 0–100. */
    public static final Indicator ACADEMIC_REPUTATION = indicator("academic-reputation", "Academic reputation", "AR");
    /** The survey of employers, 0–100. */
    public static final Indicator EMPLOYER_REPUTATION = indicator("employer-reputation", "Employer reputation", "ER");
    /** Citations per paper in Scopus, 0–100. */
    public static final Indicator CITATIONS_PER_PAPER = indicator("citations-per-paper", "Citations per paper", "CPP");
    /** The h-index of the school's papers in the subject, 0–100. */
    public static final Indicator H_INDEX = indicator("h-index", "H-index", "H");
    /** How many places abroad a school has lasting research partners in, 0–100. */
    public static final Indicator INTERNATIONAL_RESEARCH_NETWORK =
            indicator("international-research-network", "International research network", "IRN");
    /** Faculty per student, 0–100; of the World ranking. */
    public static final Indicator FACULTY_STUDENT_RATIO =
            indicator("faculty-student-ratio", "Faculty student ratio", "FSR");
    /** Citations per faculty member, 0–100; of the World ranking. */
    public static final Indicator CITATIONS_PER_FACULTY =
            indicator("citations-per-faculty", "Citations per faculty", "CPF");
    /** The share of faculty from abroad, 0–100; of the World ranking. */
    public static final Indicator INTERNATIONAL_FACULTY_RATIO =
            indicator("international-faculty-ratio", "International faculty ratio", "IFR");
    /** The share of students from abroad, 0–100; of the World ranking. */
    public static final Indicator INTERNATIONAL_STUDENT_RATIO =
            indicator("international-student-ratio", "International student ratio", "ISR");
    /** What becomes of graduates, 0–100; of the World ranking from 2024. */
    public static final Indicator EMPLOYMENT_OUTCOMES = indicator("employment-outcomes", "Employment outcomes", "EO");
    /** Social and environmental sustainability, 0–100; of the World ranking from 2024. */
    public static final Indicator SUSTAINABILITY = indicator("sustainability", "Sustainability", "SUS");

    private Qs() {}

    private static Indicator indicator(String id, String name, String symbol) {
        return Indicator.of(id, name).withSymbol(symbol).withUnit("");
    }

    /**
     * QS World University Rankings by Subject: Medicine.
     *
     * @param edition 2013 to 2026
     * @return the methodology, whose {@link Methodology#provenance()} says how its weights are known
     * @throws IllegalArgumentException if the edition is not known; the message lists the known ones
     */
    public static Methodology medicine(int edition) {
        return subject(QsSubject.MEDICINE, edition);
    }

    /**
     * QS World University Rankings by Subject.
     *
     * @param subject the subject
     * @param edition the year of the edition: for Medicine 2013 to 2026, for the others 2017, 2024 and 2026
     * @return the methodology, whose {@link Methodology#provenance()} says how its weights are known
     * @throws IllegalArgumentException if the edition of the subject is not known; the message lists the known ones
     */
    public static Methodology subject(QsSubject subject, int edition) {
        requireNonNull(subject, "subject");
        QsEdition found = find(QsEditions.bySubject(subject), edition, "QS by Subject: " + subject);
        return build("QS World University Rankings by Subject: " + subject, found);
    }

    /**
     * QS World University Rankings, the general table: the same rule, rescaled so that the top school gets 100; from
     * 2024 on, so that the least of all institutions evaluated gets 0.
     *
     * <p>That least score is over institutions that are not in the table, so it is part of the edition: 0.4455, 1.6155,
     * 2.050 and 2.102 for 2024 to 2027.
     *
     * @param edition 2013 to 2016 or 2018 to 2027
     * @return the methodology
     * @throws IllegalArgumentException if the edition is not known; the message lists the known ones
     */
    public static Methodology world(int edition) {
        return build("QS World University Rankings", find(QsEditions.WORLD, edition, "QS World"));
    }

    private static QsEdition find(ImmutableList<QsEdition> editions, int year, String what) {
        checkArgument(
                editions.stream().anyMatch(each -> each.year() == year),
                "%s has no edition %s here; known are %s",
                what,
                year,
                editions.stream()
                        .map(QsEdition::year)
                        .collect(ImmutableSortedSet.toImmutableSortedSet(Integer::compare)));
        return editions.stream().filter(each -> each.year() == year).findFirst().orElseThrow();
    }

    private static Methodology build(String name, QsEdition edition) {
        return Methodology.builder(name)
                .edition(Integer.toString(edition.year()))
                .indicators(edition.weights().indicators())
                .filling(Treatments.fillMissing(0))
                .weights(edition.weights())
                .ranker(Rankers.weightedMean())
                .presentation(edition.presentation())
                .provenance(edition.provenance())
                .build();
    }
}
