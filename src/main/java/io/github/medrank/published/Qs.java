package io.github.medrank.published;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Normalizer;
import io.github.medrank.Provenance;
import io.github.medrank.evidence.NetworkTally;
import io.github.medrank.evidence.PaperRules;
import io.github.medrank.evidence.PaperTally;
import io.github.medrank.evidence.SurveyKind;
import io.github.medrank.evidence.SurveyRules;
import io.github.medrank.normalization.Imputations;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Rankers;

/**
 * The methodologies of QS Quacquarelli Symonds, based on the 0–100 indicator scores that QS publishes.
 *
 * <p>By subject, the score is the weighted sum of the published one-decimal indicator scores, without rescaling. A
 * missing indicator counts as 0 and keeps its weight. The sum is rounded half up to one decimal, exactly. Positions are
 * competition positions by rounded score. They are exact down to a position that depends on the edition, and shown in
 * bands below it. This rule reproduces all 41 380 overall scores in the available tables by subject of 2015–2022, 2024
 * and 2026, which do not include Medicine's of 2022, 2023 and 2025.
 *
 * <p>The indicators of these methodologies state their scale, 0 to 100, so that a table built from them refuses 955 in
 * place of 95.5; see {@link Indicator#withScale}. The constants below state no scale, because raw evidence uses the
 * same indicators.
 *
 * <p>QS prints no overall score for a school in a band. This library computes and shows it, because it tells what the
 * band hides. A presentation with {@code withBandScores(BandScores.HIDDEN)} leaves it out and lists the schools of a
 * band by name.
 *
 * <pre>{@code
 * var harvard = School.of("Harvard University");
 * var table = IndicatorTable.builder(Qs.medicine(2026).indicators())
 *         .row(harvard, 100, 100, 83.3, 100, 100).build();
 * Qs.medicine(2026).rank(table).of(harvard).score() // ==> 96.7
 * }</pre>
 */
public final class Qs {
    /** The survey of academics, 0–100. */
    public static final Indicator ACADEMIC_REPUTATION =
            SurveyKind.ACADEMIC.indicator().withAliases("Academic");
    /** The survey of employers, 0–100. */
    public static final Indicator EMPLOYER_REPUTATION =
            SurveyKind.EMPLOYER.indicator().withAliases("Employer");
    /** Citations per paper in Scopus, 0–100. */
    public static final Indicator CITATIONS_PER_PAPER = PaperTally.CITATIONS_PER_PAPER.withAliases("Citations");
    /** The h-index of the school's papers in the subject, 0–100. */
    public static final Indicator H_INDEX = PaperTally.H_INDEX.withAliases("H-index Citations");
    /** The number of places abroad in which a school has lasting research partners, 0–100. */
    public static final Indicator INTERNATIONAL_RESEARCH_NETWORK = NetworkTally.INTERNATIONAL_RESEARCH_NETWORK;
    /** Faculty per student, 0–100; in the World ranking. */
    public static final Indicator FACULTY_STUDENT_RATIO =
            indicator("faculty-student-ratio", "Faculty student ratio", "FSR").withAliases("Faculty Student");
    /** Citations per faculty member, 0–100; in the World ranking. */
    public static final Indicator CITATIONS_PER_FACULTY =
            indicator("citations-per-faculty", "Citations per faculty", "CPF").withAliases("Citations");
    /** The share of faculty from abroad, 0–100; in the World ranking. */
    public static final Indicator INTERNATIONAL_FACULTY_RATIO = indicator(
                    "international-faculty-ratio", "International faculty ratio", "IFR")
            .withAliases("International Faculty");
    /** The share of students from abroad, 0–100; in the World ranking. */
    public static final Indicator INTERNATIONAL_STUDENT_RATIO = indicator(
                    "international-student-ratio", "International student ratio", "ISR")
            .withAliases("International Students");
    /** The careers of graduates, 0–100; in the World ranking from 2024. */
    public static final Indicator EMPLOYMENT_OUTCOMES = indicator("employment-outcomes", "Employment outcomes", "EO");
    /** Social and environmental sustainability, 0–100; in the World ranking from 2024. */
    public static final Indicator SUSTAINABILITY = indicator("sustainability", "Sustainability", "SUS");

    private Qs() {}

    private static Indicator indicator(String id, String name, String symbol) {
        return Indicator.of(id, name).withSymbol(symbol).withUnit("");
    }

    /**
     * Returns the methodology of the QS World University Rankings by Subject: Medicine.
     *
     * @param edition 2013 to 2026
     * @return the methodology, whose {@link Methodology#provenance()} states the sources of its weights
     * @throws IllegalArgumentException if the edition is not known; the message lists the known ones
     */
    public static Methodology medicine(int edition) {
        return subject(QsSubject.MEDICINE, edition);
    }

    /**
     * Returns the methodology of the QS World University Rankings by Subject.
     *
     * @param subject the subject
     * @param edition the year of the edition: for Medicine 2013 to 2026; for other subjects those of 2015 to 2021, 2024
     *     and 2026 in which QS ranked the subject
     * @return the methodology, whose {@link Methodology#provenance()} states the sources of its weights
     * @throws IllegalArgumentException if the edition of the subject is not known; the message lists the known ones
     */
    public static Methodology subject(QsSubject subject, int edition) {
        requireNonNull(subject, "subject");
        QsEdition found = find(QsEditions.bySubject(subject), edition, "QS by Subject: " + subject);
        return build("QS World University Rankings by Subject: " + subject, found);
    }

    /**
     * Returns the methodology of the QS World University Rankings, the general table. The rule is that of the tables by
     * subject, with scores rescaled so that the top school gets 100; from 2024 on, the least of all evaluated
     * institutions gets 0.
     *
     * <p>That least score belongs to an institution outside the table, so it is part of the edition: 0.4455, 1.6155,
     * 2.05075 and 2.1018 for 2024 to 2027. The edition of 2013 has two decimals, the others one. The bands of 2021,
     * 2022 and 2024 to 2027 are known. In the other editions all positions are shown exactly, because their bands were
     * not found.
     *
     * @param edition 2013 to 2016 or 2018 to 2027
     * @return the methodology
     * @throws IllegalArgumentException if the edition is not known; the message lists the known ones
     */
    public static Methodology world(int edition) {
        return build("QS World University Rankings", find(QsWorld.EDITIONS, edition, "QS World"));
    }

    /**
     * Returns the rules of an edition's survey of academics.
     *
     * <p>QS publishes that the survey covers five years, that only the latest answer of a respondent counts, that a
     * respondent picks at most 10 domestic and 30 international institutions and never their own, and that the two
     * sides are mixed 33 : 67. The years Y−5 to Y−1 are inferred from QS's calendar. The following was not found and
     * has the defaults of {@link SurveyRules#builder}: the weights of years (100/100/100/50/25 % is often quoted,
     * without a source), the extra weight of a respondent of a single subject, the scaling of the sides, square roots
     * by subject, and a re-weighting by region (such weights were used in 2013).
     *
     * <pre>{@code
     * Qs.academicSurvey(2026).internationalPoints() // ==> 67
     * }</pre>
     *
     * @param edition the year of the edition
     */
    public static SurveyRules academicSurvey(int edition) {
        return survey(SurveyKind.ACADEMIC, edition).mix(33, 67).build();
    }

    /** Returns the rules of an edition's survey of employers: those of {@link #academicSurvey}, but mixed 50 : 50. */
    public static SurveyRules employerSurvey(int edition) {
        return survey(SurveyKind.EMPLOYER, edition).mix(50, 50).build();
    }

    private static SurveyRules.Builder survey(SurveyKind kind, int edition) {
        return SurveyRules.builder(kind, edition - 5, edition - 1).mostPicks(10, 30);
    }

    /**
     * Returns the rules for an edition's papers and citations.
     *
     * <p>QS publishes the windows (papers of Y−7 to Y−3, citations up to Y−2). It excludes author-level self-citations
     * and papers from multidisciplinary sources only, and counts citations of niche papers twice. It publishes that
     * each subject has an affiliation cap that excludes at most 0.1 % of its papers (10 in 2015), and a minimum number
     * of papers. Those of Medicine were not found, except that its minimum is above 50, so neither is set here.
     * Fractional counting was not found in QS's texts.
     *
     * <pre>{@code
     * Qs.papers(2026).withSubjectRange(2700, 2748).firstYear() // ==> 2019
     * }</pre>
     *
     * @param edition the year of the edition
     */
    public static PaperRules papers(int edition) {
        return PaperRules.builder(edition - 7, edition - 3, edition - 2)
                .withoutSelfCitations(true)
                .withoutMultidisciplinary(true)
                .niche(2, false)
                .build();
    }

    /**
     * Returns the methodology of Medicine for raw evidence; see {@link #subjectFromEvidence}.
     *
     * <pre>{@code
     * var schools = List.of(School.of("Oxford"), School.of("Yale"), School.of("Lund"));
     * var raw = IndicatorTable.builder(Qs.ACADEMIC_REPUTATION, Qs.EMPLOYER_REPUTATION,
     *         Qs.CITATIONS_PER_PAPER, Qs.H_INDEX, Qs.INTERNATIONAL_RESEARCH_NETWORK);
     * raw.row(schools.get(0), 900, 400, 22, 610, 16.1).row(schools.get(1), 700, 300, 25, 580, 14.2)
     *         .row(schools.get(2), 80, 20, 14, 190, 9.5);
     * var evidence = raw.build();
     * Qs.medicineFromEvidence(2026, evidence).rank(evidence).of("Oxford").score() // ==> 95.6
     * }</pre>
     *
     * @param edition 2023 to 2026, or an earlier one, which needs no research network
     * @param reference raw indicators of the population that the scales are fitted on
     * @return the methodology, which ranks tables of raw indicators
     */
    public static Methodology medicineFromEvidence(int edition, IndicatorTable reference) {
        requireNonNull(reference, "reference");
        return subjectFromEvidence(QsSubject.MEDICINE, edition, reference);
    }

    /**
     * Returns the methodology of a subject for raw evidence: QS's eligibility, the scaling observed in its tables, its
     * weights and its presentation.
     *
     * <p>It ranks tables of raw counts rather than 0–100 scores. First it decides which schools are eligible. A school
     * is listed without a position, with the reason, in these cases:
     *
     * <ul>
     *   <li>it does not teach the subject (attribute {@code teaches-subject} other than {@code yes});
     *   <li>it has fewer than three graduated cohorts (attribute {@code graduated-cohorts});
     *   <li>its citations per paper or h-index is {@link io.github.medrank.MissingReason#BELOW_THRESHOLD};
     *   <li>its academic and employer reputation together have fewer than 5 points.
     * </ul>
     *
     * <p>A school without one of these attributes is assumed to be eligible. The values are then scaled by
     * {@link #observedSubjectScaling()}, fitted on the reference; missing values become 0; and the scores are rounded
     * half up to the one decimal that QS shows and adds up. Weights and presentation are those of {@link #subject}. To
     * use another scaling, call {@code withNormalizer(Normalizers.frozen(Qs.documentedScaling(), reference))}; the
     * reputation minimum still uses the observed scaling.
     *
     * @param subject the subject
     * @param edition as for {@link #subject}
     * @param reference raw indicators of the population that the scales are fitted on. QS fits them on all institutions
     *     that it analyses, not only on those it ranks, so this is often the table to rank, with ineligible schools
     *     included
     * @return the methodology
     * @throws IllegalArgumentException if the edition is not known, or the reference lacks one of its indicators
     */
    public static Methodology subjectFromEvidence(QsSubject subject, int edition, IndicatorTable reference) {
        requireNonNull(reference, "reference");
        Methodology points = subject(subject, edition);
        IndicatorTable population = reference.select(points.indicators());
        Normalizer scaling = Normalizers.frozen(QsObservedScaling.INSTANCE, population);
        return Methodology.builder(points.name() + ", from evidence")
                .edition(points.edition())
                .indicators(Editions.raw(points.indicators()))
                .eligibility(new QsEligibility(QsObservedScaling.INSTANCE, population))
                .normalizer(scaling)
                .filling(Imputations.zero(), new ShownDecimals(1))
                .weighting(points.weighting())
                .ranker(points.ranker())
                .presentation(points.presentation())
                .provenance(new Provenance(
                        points.provenance().origins(),
                        points.provenance().source(),
                        "the scaling of the h-index and the network fits published scores, that of the others is inferred;"
                                + " raw evidence was not found"))
                .build();
    }

    /**
     * Returns the scaling that QS describes: z-score, normal curve, 1 to 100. QS's tables by subject do not follow it;
     * the research network of its World ranking does.
     */
    public static QsDocumentedScaling documentedScaling() {
        return QsDocumentedScaling.STANDARD;
    }

    /**
     * Returns the scaling observed in QS's tables by subject, which differs from its description:
     * 100·ln(x/x<sub>min</sub>) / ln(x<sub>max</sub>/x<sub>min</sub>), and for {@link #INTERNATIONAL_RESEARCH_NETWORK}
     * 100·(x − x<sub>min</sub>)/(x<sub>max</sub> − x<sub>min</sub>).
     *
     * <p>The evidence is this. Every h-index score shown in thirty tables of 2017, 2024 and 2026 lies where such a
     * scale puts some whole number (the h-indices themselves were not found). The network of 2026 fits the few
     * universities whose raw values are public. For the surveys and citations per paper the scaling is inferred.
     *
     * <p>x<sub>min</sub> is the least value above zero of the reference population. Zero, and any value below
     * x<sub>min</sub>, gets 0 points; a value above the population's greatest gets more than 100. If the population
     * does not vary, every value is undefined. Fitted on a fixed population, a better value never gives fewer points.
     * O(n) to fit.
     */
    public static Normalizer observedSubjectScaling() {
        return QsObservedScaling.INSTANCE;
    }

    private static QsEdition find(ImmutableList<QsEdition> editions, int year, String what) {
        for (QsEdition each : editions) {
            if (each.year() == year) {
                return each;
            }
        }
        throw new IllegalArgumentException(what + " has no edition " + year + " here; known are "
                + editions.stream().map(QsEdition::year).sorted().toList());
    }

    private static Methodology build(String name, QsEdition edition) {
        return Methodology.builder(name)
                .edition(Integer.toString(edition.year()))
                .indicators(Editions.scores(edition.weights().indicators()))
                .filling(Imputations.zero())
                .weights(edition.weights())
                .ranker(Rankers.weightedMean())
                .presentation(edition.presentation())
                .provenance(edition.provenance())
                .build();
    }
}
