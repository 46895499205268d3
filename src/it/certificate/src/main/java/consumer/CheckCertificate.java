package consumer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says yes or no to the JSON text of a certificate. It needs a JDK and nothing else, and shares no line with the
 * library that wrote the text: {@code java CheckCertificate.java certificate.json}.
 */
public final class CheckCertificate {
    public static void main(String[] files) throws Exception {
        for (String file : files) {
            System.out.println(file + ": " + check(Files.readString(Path.of(file))));
        }
    }

    /** Returns "yes", or "no" with what is wrong. */
    public static String check(String json) {
        try {
            Json reader = new Json(json);
            Map<?, ?> document = (Map<?, ?>) reader.value(0);
            require(reader.token.isEmpty(), "something follows the document");
            new CheckCertificate(document).claim();
            return "yes";
        } catch (RuntimeException e) {
            return "no: " + e.getMessage();
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    // ---- JSON ----

    private static final class Json {
        private static final Pattern TOKEN =
                Pattern.compile("\\G\\s*+(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|[\\[\\]{},:]|[\\w.-]++|$)");
        private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(....)|(.))");
        private final Matcher tokens;
        private String token;

        Json(String text) {
            tokens = TOKEN.matcher(text);
            token = next();
        }

        private String next() {
            require(tokens.find(), "this is no JSON");
            return token = tokens.group(1);
        }

        private boolean skip(String wanted) {
            return token.equals(wanted) && next() != null;
        }

        Object value(int depth) {
            require(depth < 20 && !token.isEmpty(), "too deep, or too short");
            if (skip("{")) {
                Map<String, Object> map = new LinkedHashMap<>();
                while (!skip("}")) {
                    require(map.isEmpty() || skip(","), "no comma before " + token);
                    String key = (String) value(depth + 1);
                    require(skip(":") && map.put(key, value(depth + 1)) == null, "two values of " + key);
                }
                return map;
            }
            if (skip("[")) {
                List<Object> list = new ArrayList<>();
                while (!skip("]")) {
                    require(list.isEmpty() || skip(","), "no comma before " + token);
                    list.add(value(depth + 1));
                }
                return list;
            }
            String word = token;
            next();
            if (word.startsWith("\"")) {
                return ESCAPE.matcher(word.substring(1, word.length() - 1)).replaceAll(Json::unescaped);
            }
            return word.equals("true") || word.equals("false") ? (Object) word.equals("true") : Integer.valueOf(word);
        }

        private static String unescaped(MatchResult escape) {
            return Matcher.quoteReplacement(
                    escape.group(1) == null
                            ? ("\\" + escape.group(2)).translateEscapes()
                            : Character.toString(Integer.parseInt(escape.group(1), 16)));
        }
    }

    // ---- fractions ----

    private record Number(BigInteger over, BigInteger under) {
        static final Number ZERO = of(BigDecimal.ZERO);
        static final Number ONE = of(BigDecimal.ONE);

        Number {
            require(under.signum() != 0, "division by zero");
            BigInteger common = over.gcd(under).multiply(BigInteger.valueOf(under.signum()));
            over = over.divide(common);
            under = under.divide(common);
        }

        static Number of(BigDecimal decimal) {
            BigDecimal plain = decimal.setScale(Math.max(0, decimal.scale()), RoundingMode.UNNECESSARY);
            return new Number(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
        }

        static Number read(Object value) {
            String text = (String) value;
            require(text.length() <= 40_001 && text.matches("-?[0-9.]+(/-?[0-9.]+)?"), "no number: " + text);
            String[] parts = text.split("/");
            Number under = parts.length == 1 ? ONE : of(new BigDecimal(parts[1]));
            return of(new BigDecimal(parts[0])).times(new Number(under.under, under.over));
        }

        Number plus(Number other) {
            return new Number(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
        }

        Number minus(Number other) {
            return plus(other.negate());
        }

        Number times(Number other) {
            return new Number(over.multiply(other.over), under.multiply(other.under));
        }

        Number negate() {
            return new Number(over.negate(), under);
        }

        int sign() {
            return over.signum();
        }
    }

    /** An empty text is no number: null. */
    private static Number[] numbers(Object value, int size) {
        List<?> list = (List<?>) value;
        require(list.size() == size, list.size() + " numbers instead of " + size);
        return list.stream()
                .map(each -> each.equals("") ? null : Number.read(each))
                .toArray(Number[]::new);
    }

    private static Number[] filled(Number value, int size) {
        Number[] all = new Number[size];
        Arrays.fill(all, value);
        return all;
    }

    private static Number[] unit(int at, Number value, int size) {
        Number[] unit = filled(Number.ZERO, size);
        unit[at] = value;
        return unit;
    }

    private static Number dot(Number[] a, Number[] b) {
        Number sum = Number.ZERO;
        for (int i = 0; i < b.length; i++) {
            sum = sum.plus(a[i].times(b[i]));
        }
        return sum;
    }

    /** row · x + last ≥ 0, or > 0. */
    private record Fact(Number[] row, boolean strict) {
        Fact not() {
            return new Fact(Arrays.stream(row).map(Number::negate).toArray(Number[]::new), !strict);
        }

        int sign(Number[] point) {
            return dot(row, point).plus(row[point.length]).sign();
        }

        boolean at(Number[] point) {
            return sign(point) >= (strict ? 1 : 0);
        }
    }

    private static Fact fact(Number[] row, Number last, boolean strict) {
        Number[] all = Arrays.copyOf(row, row.length + 1);
        all[row.length] = last;
        return new Fact(all, strict);
    }

    /** Whether the facts, each times its multiplier, add up to what no point between the ends satisfies. */
    private boolean absurd(Map<String, Fact> facts, Object by, Number[] low, Number[] high) {
        Number[] sum = filled(Number.ZERO, low.length + 1);
        boolean strict = false;
        for (Map.Entry<?, ?> each : ((Map<?, ?>) by).entrySet()) {
            Fact fact = facts.get((String) each.getKey());
            Number times = Number.read(each.getValue());
            boolean turns = equations.contains((String) each.getKey());
            require(fact != null && (times.sign() >= 0 || turns), "not to be used so: " + each.getKey());
            Arrays.setAll(sum, i -> sum[i].plus(fact.row[i].times(times)));
            strict |= fact.strict && times.sign() > 0;
        }
        Number most = sum[low.length];
        for (int i = 0; i < low.length; i++) {
            Number end = sum[i].sign() > 0 ? high[i] : low[i];
            if (sum[i].sign() != 0 && end == null) {
                return false;
            }
            most = sum[i].sign() == 0 ? most : most.plus(sum[i].times(end));
        }
        return most.sign() < (strict ? 1 : 0);
    }

    // ---- the document ----

    private final Map<?, ?> document;
    private final Map<?, ?> claim;
    private final Map<?, ?> proof;
    private final int schools;
    private final int width;
    private final Number[][] matrix;
    /** What always holds, by name; of the equations the opposite does too. */
    private final Map<String, Fact> always = new LinkedHashMap<>();

    private final Set<String> equations = new HashSet<>(Set.of("sum"));
    private Number[] lower = {};
    private Number[] upper = {};

    private CheckCertificate(Map<?, ?> document) {
        this.document = document;
        require("certificate".equals(document.get("type")), "not a certificate");
        claim = (Map<?, ?>) document.get("claim");
        proof = (Map<?, ?>) document.get("proof");
        schools = ((List<?>) document.get("schools")).size();
        width = ((List<?>) document.get("indicators")).size();
        List<?> rows = (List<?>) document.get("matrix");
        require(rows.size() == schools, "not a row for each school");
        matrix = rows.stream().map(row -> numbers(row, width)).toArray(Number[][]::new);
        List<Object> lines = new ArrayList<>((List<?>) document.get("indicators"));
        lines.addAll((List<?>) document.get("schools"));
        rows.forEach(row -> lines.addAll((List<?>) row));
        lines.addAll(document.containsKey("scores") ? (List<?>) document.get("scores") : List.of());
        require(digest(lines).equals(document.get("digest")), "the digest is another");
    }

    private static String digest(List<Object> lines) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> sha.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int index(Object value, int size) {
        require((Integer) value >= 0 && (Integer) value < size, "no number " + value);
        return (Integer) value;
    }

    private void claim() {
        switch ((String) claim.get("kind")) {
            case "dominance" -> new OfRegion().dominance();
            case "best" -> new OfRegion().position(true);
            case "worst" -> new OfRegion().position(false);
            case "first" -> new OfRegion().first();
            case "share" -> new OfScores().share();
            case "no weights" -> new OfScores().noWeights();
            default -> throw new IllegalArgumentException("no such claim");
        }
    }

    // ---- claims about a region of weights ----

    private final class OfRegion {
        private final RoundingMode mode;
        private final int decimals;
        private int school;
        private boolean ahead;
        private int needed;
        private List<?> cases = List.of();
        private int next;

        OfRegion() {
            Map<?, ?> region = (Map<?, ?>) document.get("region");
            lower = numbers(region.get("lower"), width);
            upper = numbers(region.get("upper"), width);
            always.put("sum", fact(filled(Number.ONE, width), Number.ONE.negate(), false));
            List<?> constraints = (List<?>) region.get("constraints");
            for (int i = 0; i < constraints.size(); i++) {
                Map<?, ?> each = (Map<?, ?>) constraints.get(i);
                Number bound = Number.read(each.get("bound"));
                always.put(
                        "constraint " + i,
                        fact(numbers(each.get("row"), width), bound.negate(), true)
                                .not());
            }
            Map<?, ?> rounding = (Map<?, ?>) document.get("rounding");
            mode = rounding == null ? null : RoundingMode.valueOf((String) rounding.get("mode"));
            decimals = rounding == null ? 0 : index(rounding.get("decimals"), 21);
            require(mode != RoundingMode.UNNECESSARY, "nothing is rounded so");
        }

        void dominance() {
            int first = index(claim.get("ahead"), schools);
            int second = index(claim.get("behind"), schools);
            require(mode == null && side(first, second, true).at(inRegion(proof.get("attained"))), "not ahead there");
            always.put("rival " + second, side(second, first, true));
            require(absurd(always, proof.get("by"), lower, upper), "may be behind");
        }

        void position(boolean best) {
            int position = (Integer) claim.get("position");
            int each = index(claim.get("school"), schools);
            require(place(each, inRegion(proof.get("attained"))) == position, "another position");
            tree(each, best, best ? position - 1 : schools - position, proof.get("cases"));
        }

        void first() {
            Set<Integer> seen = new HashSet<>();
            List<?> firsts = (List<?>) claim.get("schools");
            List<?> attained = (List<?>) proof.get("attained");
            require(firsts.size() == attained.size(), "not a point for each");
            for (int i = 0; i < firsts.size(); i++) {
                int each = index(firsts.get(i), schools);
                require(seen.add(each) && place(each, inRegion(attained.get(i))) == 1, "not first: " + each);
            }
            for (Object each : (List<?>) proof.get("others")) {
                int other = index(((Map<?, ?>) each).get("school"), schools);
                require(seen.add(other), "comes twice");
                tree(other, true, 1, ((Map<?, ?>) each).get("cases"));
            }
            require(seen.size() == schools, "not all schools");
        }

        private Number[] inRegion(Object value) {
            Number[] point = numbers(value, width);
            for (int i = 0; i < width; i++) {
                require(
                        point[i].minus(lower[i]).sign() >= 0
                                && upper[i].minus(point[i]).sign() >= 0,
                        "out of bounds");
            }
            require(always.get("sum").sign(point) == 0, "no shares");
            require(always.values().stream().allMatch(fact -> fact.at(point)), "out of the region");
            return point;
        }

        private int place(int of, Number[] point) {
            Number mine = score(matrix[of], point);
            return 1
                    + (int) Arrays.stream(matrix)
                            .filter(row -> score(row, point).minus(mine).sign() > 0)
                            .count();
        }

        private Number score(Number[] row, Number[] point) {
            Number exact = dot(row, point);
            return mode == null
                    ? exact
                    : Number.of(new BigDecimal(exact.over).divide(new BigDecimal(exact.under), decimals, mode));
        }

        /** What exact scores owe to a rival's being ahead, or not. */
        private Fact side(int rival, int of, boolean isAhead) {
            Number[] lead = new Number[width];
            Arrays.setAll(lead, i -> matrix[rival][i].minus(matrix[of][i]));
            Fact leads = fact(lead, Number.ZERO, true);
            if (isAhead || mode == null) {
                return isAhead ? leads : leads.not();
            }
            Number unit = Number.of(BigDecimal.valueOf(mode == RoundingMode.DOWN ? 2 : 1, decimals));
            boolean closed = mode == RoundingMode.HALF_EVEN || mode == RoundingMode.HALF_DOWN;
            return fact(Arrays.copyOf(leads.not().row, width), unit, !closed);
        }

        /** A score is rounded to so many units of its last decimal, or more. */
        private Fact reaches(int of, int units) {
            BigDecimal border = BigDecimal.valueOf(units);
            for (int quarter = 1; quarter <= 3; quarter += 2) { // in the two halves between two whole numbers
                BigDecimal inside = BigDecimal.valueOf(units).subtract(BigDecimal.valueOf(quarter * 25L, 2));
                border = isUp(inside, units) ? inside.subtract(BigDecimal.valueOf(25, 2)) : border;
            }
            return fact(matrix[of], Number.of(border.movePointLeft(decimals)).negate(), !isUp(border, units));
        }

        private boolean isUp(BigDecimal inUnits, int units) {
            return inUnits.setScale(0, mode).compareTo(BigDecimal.valueOf(units)) >= 0;
        }

        // ---- cases ----

        /** Bounds of weights, what else is assumed, the rivals counted, between which units the score is. */
        private record Case(Number[] low, Number[] high, List<Fact> assumed, Set<Integer> counted, int from, int to) {
            Case with(Fact more, int newFrom, int newTo) {
                List<Fact> facts = new ArrayList<>(assumed);
                facts.add(more);
                return new Case(low, high, facts, new HashSet<>(counted), newFrom, newTo);
            }

            Case between(Number[] newLow, Number[] newHigh) {
                return new Case(newLow, newHigh, assumed, new HashSet<>(counted), from, to);
            }
        }

        private void tree(int of, boolean isAhead, int rivals, Object value) {
            school = of;
            ahead = isAhead;
            needed = rivals;
            cases = (List<?>) value;
            next = 0;
            if (rivals > 0) {
                walk(new Case(lower, upper, List.of(), new HashSet<>(), -2_000_000_000, 2_000_000_000), 0);
            }
            require(next == cases.size(), "cases left over");
        }

        private void walk(Case here, int depth) {
            require(depth < 1000 && next < cases.size(), "no case there");
            Map<?, ?> each = (Map<?, ?>) cases.get(next++);
            for (Object one : each.containsKey("sure") ? (List<?>) each.get("sure") : List.of()) {
                int rival = index(((Map<?, ?>) one).get("rival"), schools);
                boolean sure = absurd(facts(here, rival), ((Map<?, ?>) one).get("by"), here.low, here.high);
                require(sure && rival != school && here.counted.add(rival), "not sure: " + rival);
            }
            if (each.containsKey("none")) {
                require(absurd(facts(here, -1), each.get("none"), here.low, here.high), "not excluded");
            } else if (each.containsKey("cut")) {
                int along = index(((Map<?, ?>) each.get("cut")).get("indicator"), width);
                Number[] high = here.high.clone();
                Number[] low = here.low.clone();
                high[along] = low[along] = Number.read(((Map<?, ?>) each.get("cut")).get("at"));
                walk(here.between(here.low, high), depth + 1);
                walk(here.between(low, here.high), depth + 1);
            } else if (each.containsKey("units")) {
                int units = (Integer) each.get("units");
                require(mode != null && Math.abs((long) units) < 1_000_000_000, "no units");
                walk(here.with(reaches(school, units).not(), here.from, Math.min(here.to, units)), depth + 1);
                walk(here.with(reaches(school, units), Math.max(here.from, units), here.to), depth + 1);
            } else if (each.containsKey("rival")) {
                int rival = index(each.get("rival"), schools);
                require(rival != school, "no rival");
                walk(here.with(side(rival, !ahead, here), here.from, here.to), depth + 1);
                Case counting = here.with(side(rival, ahead, here), here.from, here.to);
                counting.counted.add(rival);
                walk(counting, depth + 1);
            } else {
                require(here.counted.size() >= needed, "too few rivals");
            }
        }

        private Fact side(int rival, boolean isAhead, Case here) {
            if (here.to != here.from + 1) {
                return side(rival, school, isAhead);
            }
            return isAhead ? reaches(rival, here.to) : reaches(rival, here.to).not();
        }

        /** What may be used in a case: of a rival, or of all where only one more is needed, the other side. */
        private Map<String, Fact> facts(Case here, int only) {
            Map<String, Fact> facts = new LinkedHashMap<>(always);
            for (int i = 0; i < here.assumed.size(); i++) {
                facts.put("assumed " + i, here.assumed.get(i));
            }
            boolean last = needed - 1 == here.counted.size();
            for (int rival = 0; rival < schools; rival++) {
                if (rival != school && (only >= 0 ? rival == only : last && !here.counted.contains(rival))) {
                    facts.put("rival " + rival, side(rival, !ahead, here));
                }
            }
            return facts;
        }
    }

    // ---- claims about printed scores ----

    private final class OfScores {
        private final boolean offset;
        private final boolean divisor;
        private final int all;

        OfScores() {
            Map<?, ?> rule = (Map<?, ?>) document.get("rule");
            offset = (Boolean) rule.get("offset");
            divisor = (Boolean) rule.get("divisor");
            all = width + (offset ? 1 : 0) + (divisor ? 1 : 0);
            lower = filled(Number.ZERO, all);
            upper = filled(null, all);
            Number[] ones = filled(Number.ZERO, all);
            Arrays.fill(upper, 0, width, Number.ONE);
            Arrays.fill(ones, 0, width, Number.ONE);
            always.put("sum", fact(ones, Number.ONE.negate(), false));
            if (offset) {
                lower[width] = null;
            }
            Number below = Number.read(rule.get("below"));
            Number above = Number.read(rule.get("above"));
            require(schools > 0 && below.sign() >= 0 && above.sign() >= 0, "no interval");
            List<Number> scores = List.of(numbers(document.get("scores"), schools));
            for (int row = 0; row < schools; row++) {
                Number mine = scores.get(row);
                always.put("low " + row, printed(matrix[row], mine.minus(below), Number.ONE));
                always.put("high " + row, printed(matrix[row], mine.plus(above), Number.ONE.negate()));
                if ((Boolean) rule.get("top")
                        && scores.stream().allMatch(each -> each.minus(mine).sign() <= 0)) {
                    always.put("top " + row, printed(matrix[row], mine, Number.ONE.negate()));
                    if (scores.indexOf(mine) == scores.lastIndexOf(mine)) {
                        equations.add("top " + row);
                    }
                }
            }
        }

        /** Σ weight · value + a ≥ bound · t, or ≤; without t, and a missing value has no part. */
        private Fact printed(Number[] values, Number bound, Number sign) {
            boolean whole = Arrays.stream(values).allMatch(value -> value != null);
            require(whole || (!offset && !divisor), "a value is missing");
            Number[] row = filled(Number.ZERO, all);
            for (int i = 0; i < width; i++) {
                Number value = whole || values[i] == null ? values[i] : values[i].minus(bound);
                row[i] = value == null ? Number.ZERO : value.times(sign);
            }
            Number shift = bound.times(sign).negate();
            if (offset) {
                row[width] = sign;
            }
            if (divisor) {
                row[all - 1] = shift;
            }
            return fact(row, whole && !divisor ? shift : Number.ZERO, false);
        }

        void noWeights() {
            if (divisor) {
                always.put("divisor", fact(unit(all - 1, Number.ONE, all), Number.ZERO, true));
            }
            require(absurd(always, proof.get("by"), lower, upper), "not excluded");
        }

        void share() {
            int indicator = index(claim.get("indicator"), width);
            for (String side : List.of("low", "high")) {
                Map<?, ?> end = (Map<?, ?>) proof.get(side);
                Number value = Number.read(claim.get(side));
                Number[] point = numbers(end.get("attained"), all);
                for (int i = 0; i < all; i++) {
                    require(lower[i] == null || point[i].sign() >= 0, "negative");
                }
                always.forEach((name, fact) ->
                        require(equations.contains(name) ? fact.sign(point) == 0 : fact.at(point), "breaks " + name));
                Number sign = side.equals("low") ? Number.ONE.negate() : Number.ONE;
                Map<String, Fact> facts = new LinkedHashMap<>(always);
                facts.put(
                        "beyond",
                        fact(unit(indicator, sign, all), value.times(sign).negate(), true));
                require(point[indicator].equals(value) && absurd(facts, end.get("by"), lower, upper), "not the end");
            }
        }
    }
}
