package consumer;

import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.RankingDiff;
import io.github.medrank.published.Qs;
import io.github.medrank.text.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * In an image of its own, ranks the excerpt that its argument names; fails unless what comes out is what was published,
 * or if the image has a module of the JDK beside the two that are needed.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Set<String> jdk = ModuleLayer.boot().modules().stream()
                .map(Module::getName)
                .filter(name -> name.startsWith("java.") || name.startsWith("jdk."))
                .collect(Collectors.toCollection(TreeSet::new));
        check(jdk.equals(Set.of("java.base", "java.logging")), "the image has " + jdk);

        Methodology qs = Qs.medicine(2026);
        IndicatorTable table = Csv.parseTable(Files.readString(Path.of(arguments[0])), qs.indicators());
        RankingDiff diff = qs.rank(table).diff(table.published());
        check(table.size() == 35 && table.published().size() == 35, "the table is " + table);
        check(diff.agrees(), "differs from what was published: " + diff);
        System.out.println(qs.rank(table).top(3));
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new AssertionError(otherwise);
        }
    }
}
