import io.github.medrank.*;
import io.github.medrank.published.*;
import io.github.medrank.text.*;

var qs = Qs.medicine(2026);
var table = Csv.parseTable(Files.readString(Path.of(System.getProperty("excerpt"))), qs.indicators());
var ranking = qs.rank(table);
System.out.println("ranked on Java " + Runtime.version());
System.out.println(ranking.top(3));
System.out.println(ranking.diff(table.published()));
/exit
