package io.github.medrank.published;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Bands;
import io.github.medrank.Indicator;
import io.github.medrank.Presentation;
import io.github.medrank.Provenance;
import io.github.medrank.Provenance.Origin;
import io.github.medrank.Weights;
import java.util.ArrayList;
import java.util.List;

/** The editions of QS by Subject: weights, last exact position and bands, and the sources of each. */
final class QsEditions {
    private static final ImmutableList<Indicator> INDICATORS = ImmutableList.of(
            Qs.ACADEMIC_REPUTATION,
            Qs.EMPLOYER_REPUTATION,
            Qs.CITATIONS_PER_PAPER,
            Qs.H_INDEX,
            Qs.INTERNATIONAL_RESEARCH_NETWORK);

    private static final String TABLES = "QS's published tables of the edition";
    private static final String EXACT = "all published overall scores come out exactly";

    private QsEditions() {}

    static ImmutableList<QsEdition> bySubject(QsSubject subject) {
        Weights before = before2023(subject);
        Weights after = since2023(subject);
        return switch (subject) {
            case MEDICINE ->
                new Series(subject, before, after)
                        .in(fifties(50, 200), 2013, 2014)
                        .in(fifties(50, 300).then(400), 2015, 2016)
                        .in(fifties(50, 500), 2017, 2018, 2019)
                        .in(fifties(50, 600), 2020)
                        .in(fifties(150, 650), 2021)
                        .in(Bands.none(), 2022)
                        .in(fifties(150, 650).then(680), 2023)
                        .in(fifties(200, 700).then(720), 2024)
                        .in(fifties(200, 700).then(850), 2025, 2026)
                        .build();
            case BIOLOGICAL_SCIENCES ->
                new Series(subject, before, after)
                        .in(fifties(50, 300).then(400), 2015, 2016)
                        .in(fifties(50, 500), 2017, 2018, 2019)
                        .in(fifties(50, 600), 2020)
                        .in(fifties(150, 600).then(620), 2021)
                        .in(fifties(150, 650).then(670), 2024)
                        .in(fifties(200, 700), 2026)
                        .build();
            case AGRICULTURE_AND_FORESTRY ->
                new Series(subject, before, after)
                        .in(fifties(50, 200), 2015, 2016)
                        .in(fifties(50, 300), 2017, 2018, 2019)
                        .in(fifties(50, 400), 2020)
                        .in(fifties(100, 400), 2021)
                        .in(fifties(100, 450), 2024)
                        .in(fifties(100, 400).then(475), 2026)
                        .build();
            case PSYCHOLOGY ->
                new Series(subject, before, after)
                        .in(fifties(50, 200), 2015, 2016)
                        .in(fifties(50, 300), 2017, 2018, 2019, 2020)
                        .in(fifties(100, 300), 2021)
                        .in(fifties(100, 300).then(330), 2024)
                        .in(fifties(100, 350), 2026)
                        .build();
            case PHARMACY_AND_PHARMACOLOGY ->
                new Series(subject, before, after)
                        .in(fifties(50, 200), 2015, 2016)
                        .in(fifties(50, 300), 2017, 2018, 2019, 2020)
                        .in(fifties(100, 350), 2021)
                        .in(fifties(100, 350).then(360), 2024)
                        .in(fifties(100, 400), 2026)
                        .build();
            case DENTISTRY ->
                new Series(subject, before, after)
                        .in(Bands.exactTo(50), 2015, 2016, 2017, 2018, 2019, 2020)
                        .in(Bands.exactTo(50).then(60), 2021)
                        .in(fifties(50, 100), 2024)
                        .in(Bands.exactTo(50).then(150), 2026)
                        .build();
            case NURSING ->
                new Series(subject, before, after)
                        .in(fifties(50, 100), 2016, 2017, 2018, 2019, 2020)
                        .in(fifties(50, 150), 2021)
                        .in(fifties(50, 200), 2024)
                        .in(fifties(50, 150).then(225), 2026)
                        .build();
            case VETERINARY_SCIENCE ->
                new Series(subject, before, after)
                        .in(Bands.exactTo(50), 2015, 2016, 2017, 2018, 2019, 2020, 2021)
                        .in(Bands.exactTo(50).then(70), 2024)
                        .in(fifties(50, 100), 2026)
                        .build();
            case ANATOMY_AND_PHYSIOLOGY ->
                new Series(subject, before, after)
                        .in(fifties(50, 100), 2017, 2018, 2019, 2020)
                        .in(fifties(50, 100).then(120), 2021)
                        .in(fifties(50, 150), 2024)
                        .in(fifties(50, 100).then(200), 2026)
                        .build();
            case LIFE_SCIENCES_AND_MEDICINE ->
                new Series(subject, before, after)
                        .in(fifties(400, 500), 2017, 2018, 2019, 2020, 2021)
                        .in(fifties(400, 550), 2024, 2026)
                        .build();
        };
    }

    /** Exact positions down to {@code exactTo}, then bands of 50. */
    private static Bands fifties(int exactTo, int last) {
        return Bands.exactTo(exactTo).thenEvery(50, last);
    }

    private static Weights before2023(QsSubject subject) {
        return switch (subject) {
            case DENTISTRY, NURSING, VETERINARY_SCIENCE -> Editions.weights(INDICATORS, 30, 10, 30, 30);
            case PSYCHOLOGY -> Editions.weights(INDICATORS, 40, 20, 20, 20);
            case AGRICULTURE_AND_FORESTRY -> Editions.weights(INDICATORS, 50, 10, 20, 20);
            default -> Editions.weights(INDICATORS, 40, 10, 25, 25);
        };
    }

    private static Weights since2023(QsSubject subject) {
        return switch (subject) {
            case DENTISTRY, NURSING, VETERINARY_SCIENCE, ANATOMY_AND_PHYSIOLOGY -> before2023(subject);
            case PSYCHOLOGY -> Editions.weights(INDICATORS, 40, 20, 15, 15, 10);
            case AGRICULTURE_AND_FORESTRY -> Editions.weights(INDICATORS, 50, 10, 15, 15, 10);
            default -> Editions.weights(INDICATORS, 40, 10, 20, 20, 10);
        };
    }

    /** Collects the editions of one subject, whose weights changed with that of 2023. */
    private static final class Series {
        private final QsSubject subject;
        private final Weights before2023;
        private final Weights since2023;
        private final List<QsEdition> editions = new ArrayList<>();

        Series(QsSubject subject, Weights before2023, Weights since2023) {
            this.subject = subject;
            this.before2023 = before2023;
            this.since2023 = since2023;
        }

        /** Adds editions that show positions in the same bands. */
        Series in(Bands bands, int... years) {
            Presentation shown = Presentation.rounded(1).withBands(bands);
            for (int year : years) {
                Weights weights = year < 2023 ? before2023 : since2023;
                editions.add(new QsEdition(year, weights, shown, provenance(subject, year, weights)));
            }
            return this;
        }

        ImmutableList<QsEdition> build() {
            return ImmutableList.copyOf(editions);
        }
    }

    private static Provenance provenance(QsSubject subject, int year, Weights weights) {
        boolean medicine = subject == QsSubject.MEDICINE;
        ImmutableList<Indicator> indicators = weights.indicators();
        return switch (year) {
            case 2013 -> Provenance.of(indicators, Origin.RECOVERED, TABLES, unrounded("45", "0.075"));
            case 2014 -> Provenance.of(indicators, Origin.RECOVERED, TABLES, unrounded("44", "0.085"));
            case 2017 ->
                Provenance.of(
                        indicators,
                        Origin.PRINTED,
                        "QS's workbook of the 2017 edition, whose sheets print the weights",
                        EXACT);
            case 2022, 2023, 2025 ->
                Provenance.of(
                        indicators,
                        Origin.INFERRED,
                        "the editions before and after it",
                        "no table of this edition was at hand to check");
            case 2024 ->
                Provenance.of(
                        indicators,
                        Origin.RECOVERED,
                        "QS's workbook of the 2024 edition"
                                + (medicine ? ", whose own header prints another subject's weights" : ""),
                        EXACT
                                + (medicine
                                        ? ", and 710 of 721 positions; the other 11 are ties on the edge of a band"
                                        : ""));
            case 2026 ->
                Provenance.of(
                        indicators, Origin.PRINTED, "QS's workbook of the 2026 edition, sheet \"methodology\"", EXACT);
            default -> Provenance.of(indicators, Origin.RECOVERED, TABLES, EXACT);
        };
    }

    private static String unrounded(String exact, String worst) {
        return exact + " of the 50 published overall scores come out exactly, the rest within " + worst
                + ": QS still scored unrounded indicators";
    }
}
