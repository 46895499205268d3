package io.github.medrank.evidence;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeSet;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** The texts of rules: what always applies, and differences from the defaults. */
final class RulesText {
    private final StringJoiner parts = new StringJoiner("; ");

    private RulesText() {}

    static RulesText of(String first) {
        return new RulesText().add(first);
    }

    static String most(int number) {
        return number == Integer.MAX_VALUE ? "any number of" : "at most " + number;
    }

    static String numbers(List<BigDecimal> numbers) {
        return numbers.stream().map(NumberText::plain).collect(joining(", "));
    }

    static String numbers(Map<String, BigDecimal> numbers) {
        return numbers.entrySet().stream()
                .map(each -> each.getKey() + " " + NumberText.plain(each.getValue()))
                .collect(joining(", "));
    }

    /** The codes in ascending order, with consecutive ones as a range: {@code 2700–2748, 3500}. */
    static String codes(Set<Integer> codes) {
        TreeRangeSet<Long> ranges = TreeRangeSet.create();
        codes.forEach(code -> ranges.add(Range.closedOpen((long) code, code + 1L)));
        return ranges.asRanges().stream()
                .map(range -> range.lowerEndpoint() + 1 == range.upperEndpoint()
                        ? range.lowerEndpoint().toString()
                        : range.lowerEndpoint() + "–" + (range.upperEndpoint() - 1))
                .collect(joining(", "));
    }

    RulesText add(String part) {
        parts.add(part);
        return this;
    }

    RulesText addIf(boolean shown, String part) {
        return shown ? add(part) : this;
    }

    @Override
    public String toString() {
        return parts.toString();
    }
}
