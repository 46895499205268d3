package io.github.medrank.published;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Bands;
import io.github.medrank.Indicator;
import io.github.medrank.Presentation;
import io.github.medrank.Provenance;
import io.github.medrank.Provenance.Origin;
import io.github.medrank.Rescaling;
import io.github.medrank.Weights;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.IntStream;

/** The editions of the QS rankings: weights, last exact position and bands, and how each is known. */
final class QsEditions {
    private static final ImmutableList<Indicator> INDICATORS = ImmutableList.of(
            Qs.ACADEMIC_REPUTATION,
            Qs.EMPLOYER_REPUTATION,
            Qs.CITATIONS_PER_PAPER,
            Qs.H_INDEX,
            Qs.INTERNATIONAL_RESEARCH_NETWORK);

    private static final String EXACT = "all published overall scores come out exactly";
    private static final String WORKBOOK_2017 = "QS's workbook of the 2017 edition, whose sheets print the weights";
    private static final String WORKBOOK_2026 = "QS's workbook of the 2026 edition, sheet \"methodology\"";
    private static final String UNCHECKED = "no table of this edition was at hand to check";

    private static final ImmutableList<QsEdition> MEDICINE = medicine();

    /** Printed weights of the other subjects: academic, employer, citations, h, network; 2024 and 2026 are the same. */
    private static final ImmutableMap<QsSubject, ImmutableList<int[]>> OTHERS =
            ImmutableMap.<QsSubject, ImmutableList<int[]>>builder()
                    .put(QsSubject.DENTISTRY, both(30, 10, 30, 30))
                    .put(QsSubject.NURSING, both(30, 10, 30, 30))
                    .put(QsSubject.VETERINARY_SCIENCE, both(30, 10, 30, 30))
                    .put(QsSubject.ANATOMY_AND_PHYSIOLOGY, both(40, 10, 25, 25))
                    .put(QsSubject.PHARMACY_AND_PHARMACOLOGY, of(points(40, 10, 25, 25), points(40, 10, 20, 20, 10)))
                    .put(QsSubject.BIOLOGICAL_SCIENCES, of(points(40, 10, 25, 25), points(40, 10, 20, 20, 10)))
                    .put(QsSubject.PSYCHOLOGY, of(points(40, 20, 20, 20), points(40, 20, 15, 15, 10)))
                    .put(QsSubject.AGRICULTURE_AND_FORESTRY, of(points(50, 10, 20, 20), points(50, 10, 15, 15, 10)))
                    .put(QsSubject.LIFE_SCIENCES_AND_MEDICINE, of(points(40, 10, 25, 25), points(40, 10, 20, 20, 10)))
                    .buildOrThrow();

    static final ImmutableList<QsEdition> WORLD = world();

    private QsEditions() {}

    static ImmutableList<QsEdition> bySubject(QsSubject subject) {
        if (subject == QsSubject.MEDICINE) {
            return MEDICINE;
        }
        ImmutableList<int[]> points = requireNonNull(OTHERS.get(subject));
        int[] in2017 = points.get(0);
        int[] since2024 = points.get(1);
        boolean broad = subject == QsSubject.LIFE_SCIENCES_AND_MEDICINE;
        Bands to500 = broad ? Bands.exactTo(400).then(450, 500) : Bands.none();
        Bands to550 = broad ? Bands.exactTo(400).then(450, 500, 550) : Bands.none();
        return ImmutableList.of(
                edition(2017, in2017, to500, Origin.PRINTED, WORKBOOK_2017, EXACT),
                edition(2024, since2024, to550, Origin.RECOVERED, "QS's workbook of the 2024 edition", EXACT),
                edition(2026, since2024, to550, Origin.PRINTED, WORKBOOK_2026, EXACT));
    }

    private static ImmutableList<QsEdition> medicine() {
        int[] four = points(40, 10, 25, 25);
        int[] five = points(40, 10, 20, 20, 10);
        Bands to50 = Bands.exactTo(50);
        Bands to850 = Bands.exactTo(200).thenEvery(50, 700).then(850);
        String tables = "QS's published tables of the edition";
        String neighbours = "the editions before and after it";
        ImmutableList.Builder<QsEdition> editions = ImmutableList.builder();
        editions.add(edition(2013, four, to50, Origin.RECOVERED, tables, unrounded("45", "0.075")));
        editions.add(edition(2014, four, to50, Origin.RECOVERED, tables, unrounded("44", "0.085")));
        editions.add(edition(2015, four, Bands.none(), Origin.RECOVERED, tables, EXACT));
        editions.add(edition(2016, four, to50.thenEvery(50, 300).then(400), Origin.RECOVERED, tables, EXACT));
        editions.add(edition(2017, four, to50.thenEvery(50, 500), Origin.PRINTED, WORKBOOK_2017, EXACT));
        for (int year = 2018; year <= 2021; year++) {
            editions.add(edition(year, four, Bands.none(), Origin.RECOVERED, tables, EXACT));
        }
        editions.add(edition(2022, four, Bands.none(), Origin.INFERRED, neighbours, UNCHECKED));
        editions.add(edition(
                2023, five, Bands.exactTo(150).thenEvery(50, 650).then(680), Origin.INFERRED, neighbours, UNCHECKED));
        editions.add(edition(
                2024,
                five,
                Bands.exactTo(200).thenEvery(50, 700).then(720),
                Origin.RECOVERED,
                "QS's workbook of the 2024 edition, whose own header prints another subject's weights",
                EXACT + ", and 710 of 721 positions; the other 11 are ties on the edge of a band"));
        editions.add(edition(2025, five, to850, Origin.INFERRED, neighbours, UNCHECKED));
        editions.add(edition(2026, five, to850, Origin.PRINTED, WORKBOOK_2026, EXACT));
        return editions.build();
    }

    private static String unrounded(String exact, String worst) {
        return exact + " of the 50 published overall scores come out exactly, the rest within " + worst
                + ": QS still scored unrounded indicators";
    }

    private static QsEdition edition(
            int year, int[] points, Bands bands, Origin origin, String source, String reproduction) {
        Weights.Builder weights = Weights.builder();
        for (int i = 0; i < points.length; i++) {
            weights.put(INDICATORS.get(i), points[i]);
        }
        return edition(year, weights.build(), Presentation.rounded(1).withBands(bands), origin, source, reproduction);
    }

    private static QsEdition edition(
            int year, Weights weights, Presentation shown, Origin origin, String source, String reproduction) {
        return new QsEdition(year, weights, shown, Provenance.of(weights.indicators(), origin, source, reproduction));
    }

    private static ImmutableList<QsEdition> world() {
        Weights to2023 = Weights.builder()
                .put(Qs.ACADEMIC_REPUTATION, 40)
                .put(Qs.EMPLOYER_REPUTATION, 10)
                .put(Qs.FACULTY_STUDENT_RATIO, 20)
                .put(Qs.CITATIONS_PER_FACULTY, 20)
                .put(Qs.INTERNATIONAL_FACULTY_RATIO, 5)
                .put(Qs.INTERNATIONAL_STUDENT_RATIO, 5)
                .build();
        Weights from2024 = Weights.builder()
                .put(Qs.ACADEMIC_REPUTATION, 30)
                .put(Qs.EMPLOYER_REPUTATION, 15)
                .put(Qs.FACULTY_STUDENT_RATIO, 10)
                .put(Qs.CITATIONS_PER_FACULTY, 20)
                .put(Qs.INTERNATIONAL_FACULTY_RATIO, 5)
                .put(Qs.INTERNATIONAL_STUDENT_RATIO, 5)
                .put(Qs.INTERNATIONAL_RESEARCH_NETWORK, 5)
                .put(Qs.EMPLOYMENT_OUTCOMES, 5)
                .put(Qs.SUSTAINABILITY, 5)
                .build();
        ImmutableMap<Integer, String> least =
                ImmutableMap.of(2024, "0.4455", 2025, "1.6155", 2026, "2.050", 2027, "2.102");
        String source = "QS's published World tables; the rescaling was recovered from them";
        String reproduction = "the rescaling rule was found by reproducing published overall scores";
        Presentation shown = Presentation.rounded(1);
        ImmutableList.Builder<QsEdition> editions = ImmutableList.builder();
        IntStream.rangeClosed(2013, 2023)
                .filter(year -> year != 2017)
                .forEach(year -> editions.add(edition(
                        year,
                        to2023,
                        shown.withRescaling(Rescaling.top(100)),
                        Origin.RECOVERED,
                        source,
                        reproduction)));
        for (Map.Entry<Integer, String> entry : least.entrySet()) {
            Rescaling rescaling = Rescaling.topAbove(100, new BigDecimal(entry.getValue()));
            editions.add(edition(
                    entry.getKey(), from2024, shown.withRescaling(rescaling), Origin.RECOVERED, source, reproduction));
        }
        return editions.build();
    }

    private static int[] points(int... points) {
        return points;
    }

    private static ImmutableList<int[]> both(int... points) {
        return of(points, points);
    }

    private static ImmutableList<int[]> of(int[] in2017, int[] since2024) {
        return ImmutableList.of(in2017, since2024);
    }
}
