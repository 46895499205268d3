package consumer;

import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.audit.RecoveredRule;
import io.github.medrank.audit.Recovery;
import io.github.medrank.certificate.Certificate;
import io.github.medrank.published.Qs;
import io.github.medrank.text.Csv;
import io.github.medrank.text.Json;
import io.github.medrank.weightspace.WeightRegion;
import io.github.medrank.weightspace.WeightSpace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes certificates of the published excerpt, and has them checked, as they are and spoiled. */
public final class Main {
    public static void main(String[] arguments) throws Exception {
        Methodology qs = Qs.medicine(2026);
        IndicatorTable table = Csv.parseTable(Files.readString(Path.of(arguments[0])), qs.indicators());
        WeightSpace space = WeightSpace.of(
                qs, table, WeightRegion.withinPercent(qs.weights().orElseThrow(), 25));
        List<Certificate> certificates = new ArrayList<>();
        certificates.add(space.certifyFirst().orElseThrow());
        certificates.add(space.certifyDominance("Harvard University", "Yale University"));
        table.schools().stream().limit(12).forEach(school -> {
            certificates.add(space.certifyBest(school.name()).orElseThrow());
            certificates.add(space.certifyWorst(school.name()).orElseThrow());
        });
        for (Recovery asked :
                List.of(Recovery.of(table), Recovery.ofPositions(table).withDecimals(1))) {
            RecoveredRule rule = asked.run().best().orElseThrow();
            qs.indicators()
                    .forEach(each -> certificates.add(rule.certificate(each).orElseThrow()));
        }
        for (Certificate each : certificates) {
            String json = Json.write(each);
            require(CheckCertificate.check(json).equals("yes"), each + ": " + CheckCertificate.check(json));
            String spoiled = json.replaceFirst("\"attained\":\\[(\\[)?\"", "$0" + "9");
            require(CheckCertificate.check(spoiled).startsWith("no"), "spoiled, and not found so: " + each);
        }
        System.out.println(certificates.size() + " certificates checked");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
