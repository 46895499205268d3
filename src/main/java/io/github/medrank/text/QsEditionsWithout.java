package io.github.medrank.text;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.published.Qs;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the editions of QS that can rank a file which lacks one of QS's indicators. */
final class QsEditionsWithout {
    private QsEditionsWithout() {}

    /** The editions as calls, such as {@code Qs.medicine(2013 … 2022)}; empty if no edition can rank it. */
    static Optional<String> of(ImmutableList<Indicator> asked, Indicator missing) {
        if (!Qs.medicine(2026).indicators().containsAll(asked)) {
            return Optional.empty();
        }
        List<Indicator> left =
                asked.stream().filter(each -> !each.equals(missing)).toList();
        List<Integer> years = IntStream.rangeClosed(2013, 2026)
                .filter(year ->
                        isEdition(year) && left.containsAll(Qs.medicine(year).indicators()))
                .boxed()
                .toList();
        return years.isEmpty()
                ? Optional.empty()
                : Optional.of("Qs.medicine of " + years.get(0) + "–" + years.get(years.size() - 1));
    }

    private static boolean isEdition(int year) {
        try {
            Qs.medicine(year);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
