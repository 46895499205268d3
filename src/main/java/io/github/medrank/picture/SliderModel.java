package io.github.medrank.picture;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.Rescaling;
import io.github.medrank.ScoreTiers;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The data that a page's script needs to compute the ranking, as JSON, or the reason why it cannot. A model exists only
 * if the script gives the same ranking as the library for all weights.
 */
final class SliderModel {
    /** The largest number of digits, before and after the point, that the script accepts. */
    private static final int MOST_DIGITS = 40;

    private final Ranking ranking;
    private final ImmutableList<Integer> rows;
    private final Optional<String> refusal;
    private final String json;

    private SliderModel(Ranking ranking) {
        this.ranking = ranking;
        this.rows = byName(ranking);
        this.refusal = findRefusal();
        this.json = refusal.isPresent() ? "" : write();
    }

    static SliderModel of(Ranking ranking) {
        return new SliderModel(ranking);
    }

    /** The reason why a page of this ranking has no sliders; empty if it has them. */
    Optional<String> refusal() {
        return refusal;
    }

    /** The model as JSON without any {@code <}; empty if there is no model. */
    String json() {
        return json;
    }

    /** The rows of the table in the order of the model: by name, which is the order of schools that tie. */
    ImmutableList<Integer> rows() {
        return rows;
    }

    private static ImmutableList<Integer> byName(Ranking ranking) {
        Ranking allTied = Ranking.byScore(ranking.table(), ranking.weights(), row -> 0);
        return allTied.stream().map(RankedSchool::row).collect(ImmutableList.toImmutableList());
    }

    // ---- whether ----

    private Optional<String> findRefusal() {
        if (ranking.methodology().isEmpty()) {
            return Optional.of("the ranking was not made by a methodology, or only by a part of one");
        }
        Methodology methodology = ranking.methodology().get();
        if (!methodology.ranker().isLinear()) {
            return Optional.of("its score is no weighted sum of the indicators (" + methodology.ranker() + ")");
        }
        if (ranking.size() < ranking.table().size()) {
            return Optional.of("it shows " + ranking.size() + " of the "
                    + ranking.table().size() + " schools that are ranked, and the others would have to be ranked too");
        }
        return presentationRefusal()
                .or(() -> ranking.normalized().columns().stream()
                        .flatMap(column -> columnRefusal(column).stream())
                        .findFirst())
                .or(this::pointsRefusal);
    }

    private Optional<String> presentationRefusal() {
        Presentation presentation = ranking.presentation();
        if (presentation.rounding() == RoundingMode.UNNECESSARY) {
            return Optional.of("scores that would have to be rounded are an error in this methodology");
        }
        return rescaling(presentation.rescaling()).isEmpty()
                ? Optional.of("the page cannot repeat how scores are " + presentation.rescaling())
                : Optional.empty();
    }

    private static Optional<String> columnRefusal(Column column) {
        String name = column.indicator().name();
        if (!column.isComplete()) {
            return Optional.of("values of " + name + " are missing");
        }
        if (column.indicator().direction() == Direction.LOWER_IS_BETTER) {
            return Optional.of("of " + name + ", less is better");
        }
        return column.denominator() > 0 || decimals(column).allMatch(Optional::isPresent)
                ? Optional.empty()
                : Optional.of(
                        "the numbers that " + name + " adds are no decimals of at most " + MOST_DIGITS + " digits");
    }

    private Optional<String> pointsRefusal() {
        return ranking.weights().asMap().values().stream().allMatch(SliderModel::isShort)
                ? Optional.empty()
                : Optional.of("its weights have more than " + MOST_DIGITS + " digits");
    }

    private static boolean isShort(BigDecimal number) {
        return number.scale() <= MOST_DIGITS && (long) number.precision() - number.scale() <= MOST_DIGITS;
    }

    /** The exact number of each row, if it is a decimal that is not too long. */
    private static Stream<Optional<BigDecimal>> decimals(Column column) {
        return IntStream.range(0, column.size()).mapToObj(row -> {
            Rational exact = column.exact(row);
            BigDecimal decimal = exact.toBigDecimal();
            return isShort(decimal) && Rational.of(decimal).equals(exact) ? Optional.of(decimal) : Optional.empty();
        });
    }

    /** The rescalings that the script supports, with the script's names. */
    private static Optional<String> rescaling(Rescaling rescaling) {
        if (rescaling.equals(Rescaling.none())) {
            return Optional.of("{\"kind\":\"none\"}");
        }
        if (rescaling.equals(Rescaling.top(100))) {
            return Optional.of("{\"kind\":\"top\",\"points\":\"100\"}");
        }
        return Stream.of(1, 10, 100, 1000)
                .filter(best -> rescaling.equals(Rescaling.minMax(0, best)))
                .map(best -> "{\"kind\":\"minMax\",\"worst\":\"0\",\"best\":\"" + best + "\"}")
                .findFirst();
    }

    // ---- what ----

    private String write() {
        String columns =
                ranking.normalized().columns().stream().map(this::column).collect(Collectors.joining(",", "[", "]"));
        return "{\"columns\":" + columns + ",\"breaks\":" + breaks() + ",\"presentation\":"
                + presentation(ranking.presentation()) + "}";
    }

    private String column(Column column) {
        if (column.denominator() > 0) {
            return column(
                    Long.toString(column.denominator()), rows.stream().map(row -> (Object) column.numerator(row)));
        }
        List<BigDecimal> numbers = decimals(column).map(Optional::orElseThrow).toList();
        int scale =
                Math.max(0, numbers.stream().mapToInt(BigDecimal::scale).max().orElse(0));
        return column(
                BigDecimal.TEN.pow(scale).toPlainString(),
                rows.stream().map(row -> numbers.get(row).setScale(scale).unscaledValue()));
    }

    private static String column(String denominator, Stream<Object> numerators) {
        return "{\"denominator\":\"" + denominator + "\",\"values\":\""
                + numerators.map(Object::toString).collect(Collectors.joining(" ")) + "\"}";
    }

    /** The number of distinct better tie-breaker values for each row, which does not depend on the weights. */
    private String breaks() {
        List<Indicator> breakers = ranking.presentation().tieBreakers();
        if (breakers.isEmpty()) {
            return "null";
        }
        Comparator<Integer> order = breakers.stream()
                .map(each -> bestFirst(ranking.normalized().column(each)))
                .reduce(Comparator::thenComparing)
                .orElseThrow();
        List<Integer> sorted = new ArrayList<>(rows);
        sorted.sort(order);
        int[] keys = new int[rows.size()];
        for (int i = 1; i < sorted.size(); i++) {
            int before = keys[sorted.get(i - 1)];
            keys[sorted.get(i)] = order.compare(sorted.get(i - 1), sorted.get(i)) == 0 ? before : before + 1;
        }
        return rows.stream().map(row -> String.valueOf(keys[row])).collect(Collectors.joining(",", "[", "]"));
    }

    private static Comparator<Integer> bestFirst(Column column) {
        return Comparator.comparingDouble(row -> 0.0 - column.value(row));
    }

    private static String presentation(Presentation presentation) {
        return "{\"decimals\":"
                + (presentation.decimals().isPresent() ? presentation.decimals().getAsInt() : "null")
                + ",\"rounding\":\"" + presentation.rounding().name()
                + "\",\"ranksRounded\":" + presentation.ranksRounded()
                + ",\"ties\":\"" + presentation.ties().name()
                + "\",\"mark\":\"" + presentation.tieMark().name()
                + "\",\"edges\":" + presentation.bands().edges()
                + ",\"bandScores\":\"" + presentation.bandScores().name()
                + "\",\"tiers\":" + presentation.tiers().map(SliderModel::tiers).orElse("null")
                + ",\"rescaling\":" + rescaling(presentation.rescaling()).orElseThrow() + "}";
    }

    private static String tiers(ScoreTiers tiers) {
        return "{\"byScore\":" + tiers.isByScore() + ",\"names\":" + texts(tiers.names().stream()) + ",\"cuts\":"
                + texts(tiers.cuts().stream().map(NumberText::plain)) + "}";
    }

    private static String texts(Stream<String> texts) {
        return texts.map(SliderModel::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    /** A JSON string in ASCII without {@code <}, so that no text can end the element that contains it. */
    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c -> c >= ' ' && c < 127 && "\"\\<&".indexOf(c) < 0
                        ? Character.toString(c)
                        : String.format(Locale.ROOT, "\\u%04x", c))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
