package consumer;

import com.google.common.collect.ImmutableList;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.RankingDiff;
import io.github.medrank.published.Qs;
import io.github.medrank.text.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Inside a named module, ranks the excerpt that its argument names; fails unless what comes out is what was published. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        check(Main.class.getModule().isNamed(), "this program runs outside its module");
        check(Qs.class.getModule().isNamed(), "the library runs outside its module");
        check("io.github.medrank".equals(Qs.class.getModule().getName()), "the library is " + Qs.class.getModule());

        Methodology qs = Qs.medicine(2026);
        IndicatorTable table = Csv.parseTable(Files.readString(Path.of(arguments[0])), qs.indicators());
        // Guava's type is in the signature, so the library's module must hand Guava on.
        RankingDiff diff = qs.rank(table).diff(table.published());
        ImmutableList<RankingDiff.Difference> differences = diff.differences().asList();
        check(table.size() == 35 && table.published().size() == 35, "the table is " + table);
        check(diff.agrees() && differences.isEmpty(), "differs from what was published: " + diff);
        System.out.println("ranked on Java " + Runtime.version());
        System.out.println(qs.rank(table).top(3));
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new AssertionError(otherwise);
        }
    }
}
