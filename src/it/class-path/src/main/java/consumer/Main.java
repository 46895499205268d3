package consumer;

import io.github.medrank.Methodology;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.Weights;
import io.github.medrank.published.Qs;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.text.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Ranks the excerpt that its argument names, and fails unless what comes out is what was published. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        var qs = Qs.medicine(2026);
        Ranking ranking = qs.rank(Csv.parseTable(Files.readString(Path.of(arguments[0])), qs.indicators()));
        check(ranking.size() == 35, "ranks " + ranking.size() + " schools, not 35");
        check(ranking.diff(ranking.table().published()).agrees(), "differs from what was published");

        RankedSchool stanford = ranking.of("Stanford University");
        check(stanford.score().toPlainString().equals("89.7"), "Stanford scores " + stanford.score());
        check(stanford.position().toString().equals("3"), "Stanford is at " + stanford.position());

        var byCitations = Methodology.builder("By citations per paper")
                .indicators(Qs.CITATIONS_PER_PAPER)
                .weights(Weights.of(Map.of(Qs.CITATIONS_PER_PAPER, 1)))
                .ranker(Rankers.weightedMean())
                .build();
        Ranking mine = byCitations.rank(ranking.table());
        String first = mine.schools().get(0).school().name();
        check(first.equals("Massachusetts Institute of Technology (MIT)"), "first by citations per paper: " + first);
        System.out.println("ranked on Java " + Runtime.version());
        System.out.println(ranking.top(3));
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new AssertionError(otherwise);
        }
    }
}
