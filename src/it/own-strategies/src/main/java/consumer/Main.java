package consumer;

import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Ranking;
import io.github.medrank.published.Qs;
import io.github.medrank.text.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** By strategies of its own, ranks the excerpt that its argument names; fails unless what comes out is what was published. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Methodology qs = Qs.medicine(2026);
        IndicatorTable table = Csv.parseTable(Files.readString(Path.of(arguments[0])), qs.indicators());
        Ranking own = qs.withWeighting(new ReputationFirst())
                .withRanker(new ExactSum())
                .rank(table);
        check(own.size() == 35, "ranks " + own.size() + " schools, not 35");
        // The publisher's rounding, ties and bands hold for a ranker plugged in from outside.
        check(own.diff(table.published()).agrees(), "differs: " + own.diff(table.published()));
        System.out.println("ranked on Java " + Runtime.version());
        System.out.println(own.top(3));
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new AssertionError(otherwise);
        }
    }
}
