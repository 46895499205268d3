package io.github.medrank.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.School;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Tables for tests of CSV, and when two of them hold the same. */
final class CsvTables {
    private CsvTables() {}

    /** Ids alone make schools equal; a round trip must keep the rest too. */
    static void assertSame(IndicatorTable actual, IndicatorTable expected) {
        assertThat(actual.schools()).isEqualTo(expected.schools());
        assertThat(actual.indicators()).isEqualTo(expected.indicators());
        for (int row = 0; row < expected.size(); row++) {
            School read = actual.schools().get(row);
            School written = expected.schools().get(row);
            assertThat(read.name()).isEqualTo(written.name());
            assertThat(read.aliases()).isEqualTo(written.aliases());
            assertThat(read.country()).isEqualTo(written.country());
            for (Indicator indicator : expected.indicators()) {
                assertThat(actual.cell(read, indicator)).isEqualTo(expected.cell(written, indicator));
            }
        }
    }

    /** A table of up to five schools whose texts are made of the pieces. */
    static IndicatorTable random(SplittableRandom random, List<Indicator> indicators, List<String> pieces) {
        IndicatorTable.Builder table = IndicatorTable.builder(indicators);
        Set<String> ids = new HashSet<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            String id = "s" + i + text(random, pieces).replaceAll("[\\p{Cc}\\p{Cs}\\u2028-\\u202e\\u2066-\\u2069]", "");
            School school = School.of(id, "n" + text(random, pieces) + i);
            school = random.nextBoolean() ? school.withCountry("GB") : school;
            for (int aliases = random.nextInt(3); aliases > 0; aliases--) {
                school = school.withAlias("a" + text(random, pieces));
            }
            if (ids.add(id)) {
                List<Cell> cells = new ArrayList<>();
                indicators.forEach(indicator -> cells.add(cell(random)));
                table.row(school, cells);
            }
        }
        return table.build();
    }

    private static String text(SplittableRandom random, List<String> pieces) {
        return random.ints(random.nextInt(4), 0, pieces.size())
                .mapToObj(pieces::get)
                .collect(Collectors.joining());
    }

    private static Cell cell(SplittableRandom random) {
        double any = Double.longBitsToDouble(random.nextLong());
        return switch (random.nextInt(4)) {
            case 0 -> Cell.missing(MissingReason.NOT_REPORTED);
            case 1 -> Cell.of(random.nextInt(1_000) / 10.0);
            case 2 -> Cell.of(random.nextDouble());
            default -> Cell.of(Double.isFinite(any) ? any : Double.MIN_VALUE);
        };
    }
}
