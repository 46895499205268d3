package io.github.medrank.picture;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.BandScores;
import io.github.medrank.Bands;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Normalizer;
import io.github.medrank.Presentation;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.Rescaling;
import io.github.medrank.School;
import io.github.medrank.ScoreTiers;
import io.github.medrank.TieMark;
import io.github.medrank.TieRule;
import io.github.medrank.Weights;
import io.github.medrank.exact.NumberText;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Rankers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The script of a page, run as it is: it ranks as the library does. */
class PageScriptTest {
    private static final String DOOR = """
            return { ranked, exactText, divide };
            function ranked(model, points) {
              const found = medrank.rank(medrank.prepare(JSON.parse(model)), points.split(' '));
              return found === null ? 'no weights'
                : [found.order, found.places, found.positions, found.scores].map((each) => each.join(';')).join('\\n');
            }
            function exactText(numerator, denominator) {
              return medrank.exactText(BigInt(numerator), BigInt(denominator));
            }
            function divide(numerator, denominator, mode) {
              return medrank.divide(BigInt(numerator), BigInt(denominator), mode).toString();
            }
            """;

    private static Invocable script;
    private static Object door;

    @BeforeAll
    static void loadScript() throws ScriptException {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("rhino");
        assertThat(engine)
                .as("an engine for JavaScript on the class path: org.mozilla:rhino-engine, a test dependency")
                .isNotNull();
        door = engine.eval("(function () {" + RankingScript.JAVASCRIPT + DOOR + "})()");
        script = (Invocable) engine;
    }

    private static String call(String function, Object... arguments) {
        try {
            return script.invokeMethod(door, function, arguments).toString();
        } catch (ScriptException | NoSuchMethodException e) {
            throw new AssertionError(function, e);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Five positions of the sliders for each of two hundred tables. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void every_position_of_the_sliders_gives_the_ranking_of_the_library(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = table(random);
        Methodology methodology = Methodology.builder("Random")
                .normalizer(normalizer(table, random))
                .weights(weights(table, random))
                .ranker(Rankers.weightedMean())
                .presentation(presentation(table, random))
                .build();
        SliderModel model = SliderModel.of(methodology.rank(table));
        assertThat(model.refusal()).as(methodology.toString()).isEmpty();
        for (int position = 0; position < 5; position++) {
            Weights moved = weights(table, random);
            Ranking expected = methodology.withWeights(moved).rank(table);
            String points = table.indicators().stream()
                    .map(each -> NumberText.plain(moved.points(each)))
                    .collect(joining(" "));
            assertThat(call("ranked", model.json(), points))
                    .as("%s%n%s%n%s", methodology, moved, table)
                    .isEqualTo(expected(expected, model.rows()));
        }
    }

    /** The order of the listing, then places, positions and scores, row by row of the model. */
    private static String expected(Ranking ranking, List<Integer> rows) {
        List<RankedSchool> byRow = new ArrayList<>();
        rows.forEach(row -> byRow.add(ranking.of(ranking.table().schools().get(row))));
        return ranking.stream().map(each -> "" + rows.indexOf(each.row())).collect(joining(";"))
                + rows.stream().map(row -> "" + ranking.placeAt(row)).collect(joining(";", "\n", "\n"))
                + byRow.stream().map(each -> each.position().toString()).collect(joining(";"))
                + byRow.stream().map(RankedSchool::shownScore).collect(joining(";", "\n", ""));
    }

    /** One to twelve schools; ties are frequent, by equal rows and by few values. */
    private static IndicatorTable table(SplittableRandom random) {
        List<Indicator> indicators = IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(i -> Indicator.of("i" + i))
                .toList();
        int kind = random.nextInt(4);
        IndicatorTable.Builder table = IndicatorTable.builder(indicators);
        List<double[]> rows = new ArrayList<>();
        for (int row = 0; row <= random.nextInt(12); row++) {
            rows.add(
                    row > 0 && random.nextInt(3) == 0
                            ? rows.get(random.nextInt(row))
                            : indicators.stream()
                                    .mapToDouble(each -> value(kind, random))
                                    .toArray());
            table.row(School.of("s" + row, "School " + (char) ('A' + random.nextInt(26)) + row), rows.get(row));
        }
        return table.build();
    }

    private static double value(int kind, SplittableRandom random) {
        return switch (kind) {
            case 0 -> random.nextInt(1, 1001) / 10.0;
            case 1 -> random.nextInt(1, 4);
            case 2 -> random.nextInt(-40, 41) / 4.0;
            default -> random.nextDouble(1, 100);
        };
    }

    /** Whole points, as with a mouse; few values, so that schools tie; seventeen digits; a third of a point. */
    private static Weights weights(IndicatorTable table, SplittableRandom random) {
        int kind = random.nextInt(4);
        Weights.Builder weights = Weights.builder();
        for (Indicator each : table.indicators()) {
            boolean first = each.equals(table.indicators().get(0));
            BigDecimal points = switch (kind) {
                case 0 -> BigDecimal.valueOf(random.nextInt(101));
                case 1 -> new BigDecimal("2.5").multiply(BigDecimal.valueOf(random.nextInt(3)));
                case 2 -> BigDecimal.valueOf(random.nextLong(1, 100_000_000_000_000_000L), random.nextInt(18));
                default -> BigDecimal.ONE.divide(BigDecimal.valueOf(3), MathContext.DECIMAL64);
            };
            weights.put(each, first && points.signum() == 0 ? BigDecimal.ONE : points);
        }
        return weights.build();
    }

    /** Values of many digits stay as they are: what a division makes of them is no decimal. */
    private static Normalizer normalizer(IndicatorTable table, SplittableRandom random) {
        boolean few = table.columns().stream().allMatch(each -> each.decimals() >= 0);
        return few && random.nextBoolean()
                ? List.of(Normalizers.goalposts(-10, 100), Normalizers.minMax(0, 100))
                        .get(random.nextInt(2))
                : Normalizer.identity();
    }

    private static <E extends Enum<E>> E any(Class<E> type, SplittableRandom random) {
        return List.copyOf(EnumSet.allOf(type)).get(random.nextInt(type.getEnumConstants().length));
    }

    private static Presentation presentation(IndicatorTable table, SplittableRandom random) {
        Presentation presentation = Presentation.exact();
        RoundingMode[] modes = RoundingMode.values();
        if (random.nextInt(4) > 0) {
            presentation = presentation.withRounding(random.nextInt(4), modes[random.nextInt(modes.length - 1)]);
        }
        if (random.nextInt(4) == 0) {
            presentation = presentation.rankingExactScores();
        }
        presentation = presentation
                .withTies(any(TieRule.class, random))
                .withTieMark(any(TieMark.class, random))
                .withRescaling(
                        List.of(Rescaling.none(), Rescaling.none(), Rescaling.top(100), Rescaling.minMax(0, 1000))
                                .get(random.nextInt(4)));
        if (random.nextInt(3) == 0) {
            presentation = presentation.withTieBreakers(
                    table.indicators().get(random.nextInt(table.indicators().size())),
                    table.indicators().get(0));
        }
        return switch (random.nextInt(4)) {
            case 0 ->
                presentation
                        .withBands(Bands.exactTo(random.nextInt(4)).then(5, 7))
                        .withBandScores(any(BandScores.class, random));
            case 1 ->
                presentation.withTiers(
                        random.nextBoolean()
                                ? ScoreTiers.byScore("high", 50.5)
                                        .then("middle", -1)
                                        .last("low; or not")
                                : ScoreTiers.byShare("first", 0.25)
                                        .then("next", 0.5)
                                        .last("rest"));
            default -> presentation;
        };
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_fraction_is_shown_as_the_library_shows_it(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BigInteger numerator = BigInteger.valueOf(random.nextLong()).multiply(BigInteger.TEN.pow(random.nextInt(30)));
        BigInteger denominator = BigInteger.valueOf(random.nextLong(1, 1L << random.nextInt(1, 62)))
                .multiply(BigInteger.TWO.pow(random.nextInt(9)));
        assertThat(call("exactText", numerator.toString(), denominator.toString()))
                .isEqualTo(io.github.medrank.Rational.ratio(new BigDecimal(numerator), new BigDecimal(denominator))
                        .toBigDecimal()
                        .toPlainString());
    }

    /** As {@link BigDecimal} rounds. */
    @Test
    void halves_are_rounded_as_each_mode_says() {
        for (RoundingMode mode : RoundingMode.values()) {
            for (int tenths = -25; mode != RoundingMode.UNNECESSARY && tenths <= 25; tenths++) {
                assertThat(call("divide", "" + tenths, "10", mode.name()))
                        .as("%s tenths, %s", tenths, mode)
                        .isEqualTo(
                                BigDecimal.valueOf(tenths, 1).setScale(0, mode).toPlainString());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0 0", "-1 2", "1e3 1", "x 1", "NaN 1", "1. .5"})
    void what_are_no_weights_is_no_ranking(String points) {
        SliderModel model = SliderModel.of(Methodology.builder("Two")
                .ranker(Rankers.weightedMean())
                .build()
                .rank(IndicatorTable.builder(Indicator.of("a"), Indicator.of("b"))
                        .row(School.of("One"), 1, 2)
                        .build()));
        assertThat(call("ranked", model.json(), points)).isEqualTo("no weights");
    }
}
