package io.github.medrank.published;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Bands;
import io.github.medrank.Presentation;
import io.github.medrank.Provenance;
import io.github.medrank.Provenance.Origin;
import io.github.medrank.Rescaling;
import io.github.medrank.Weights;
import java.math.BigDecimal;
import java.util.stream.IntStream;

/** The editions of the QS World University Rankings: weights, rescaling, bands, and the sources of each. */
final class QsWorld {
    /** Without 2017, of which no table was available. */
    static final ImmutableList<QsEdition> EDITIONS = IntStream.rangeClosed(2013, 2027)
            .filter(year -> year != 2017)
            .mapToObj(QsWorld::edition)
            .collect(ImmutableList.toImmutableList());

    private QsWorld() {}

    private static QsEdition edition(int year) {
        Weights weights = weights(year);
        Presentation shown = Presentation.rounded(year == 2013 ? 2 : 1)
                .withRescaling(rescaling(year))
                .withBands(bands(year));
        Provenance provenance = Provenance.of(
                weights.indicators(),
                Origin.RECOVERED,
                "QS's published World tables; the rescaling was recovered from them",
                reproduction(year));
        return new QsEdition(year, weights, shown, provenance);
    }

    private static Weights weights(int year) {
        Weights.Builder weights = Weights.builder();
        if (year < 2024) {
            return weights.put(Qs.ACADEMIC_REPUTATION, 40)
                    .put(Qs.EMPLOYER_REPUTATION, 10)
                    .put(Qs.FACULTY_STUDENT_RATIO, 20)
                    .put(Qs.CITATIONS_PER_FACULTY, 20)
                    .put(Qs.INTERNATIONAL_FACULTY_RATIO, 5)
                    .put(Qs.INTERNATIONAL_STUDENT_RATIO, 5)
                    .build();
        }
        return weights.put(Qs.ACADEMIC_REPUTATION, 30)
                .put(Qs.EMPLOYER_REPUTATION, 15)
                .put(Qs.FACULTY_STUDENT_RATIO, 10)
                .put(Qs.CITATIONS_PER_FACULTY, 20)
                .put(Qs.INTERNATIONAL_FACULTY_RATIO, 5)
                .put(Qs.INTERNATIONAL_STUDENT_RATIO, 5)
                .put(Qs.INTERNATIONAL_RESEARCH_NETWORK, 5)
                .put(Qs.EMPLOYMENT_OUTCOMES, 5)
                .put(Qs.SUSTAINABILITY, 5)
                .build();
    }

    /**
     * From 2024 on, scores are measured from the least score of all evaluated institutions, most of which are in no
     * table.
     */
    private static Rescaling rescaling(int year) {
        ImmutableMap<Integer, String> least =
                ImmutableMap.of(2024, "0.4455", 2025, "1.6155", 2026, "2.05075", 2027, "2.1018");
        String minimum = least.get(year);
        return minimum == null ? Rescaling.top(100) : Rescaling.topAbove(100, new BigDecimal(minimum));
    }

    /** The bands of the editions whose printed positions are known. */
    private static Bands bands(int year) {
        return switch (year) {
            case 2021, 2022 -> {
                Bands to1000 =
                        Bands.exactTo(500).thenEvery(10, 600).thenEvery(50, 800).then(1000);
                yield year == 2021 ? to1000 : to1000.then(1200);
            }
            case 2024, 2025, 2026, 2027 ->
                Bands.exactTo(year < 2026 ? 600 : 700)
                        .thenEvery(10, 800)
                        .thenEvery(50, 1000)
                        .then(1200, 1400);
            default -> Bands.none();
        };
    }

    private static String reproduction(int year) {
        return switch (year) {
            case 2013 ->
                "the scores of all 390 complete rows, printed with two decimals, and all positions come out exactly";
            case 2026 ->
                "all 705 published overall scores come out exactly; they do with any minimum from 2.05072 to 2.05077";
            case 2027 -> "699 of 700 published overall scores come out exactly, all but the 41.1 of City St George's";
            default -> "the rescaling rule was found by reproducing published overall scores";
        };
    }
}
