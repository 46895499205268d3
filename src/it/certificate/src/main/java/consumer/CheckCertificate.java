package consumer;

import java.math.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.security.MessageDigest;
import java.util.*;
import java.util.function.*;
import java.util.regex.*;
import java.util.stream.*;

/**
 * Says yes or no to the JSON text of a certificate, with a JDK alone. A claim is about a {@link World} of points. What is
 * attained comes with a point, which must be in the world. What is impossible comes with multipliers, which show that a
 * world where it is so is empty. What is read is removed; nothing may be left unread.
 */
public final class CheckCertificate {
    public static void main(String[] arguments) throws Exception {
        System.out.println(check(Files.readString(Path.of(arguments[0]))));
    }

    /** Returns "yes", or "no" with what is wrong. */
    public static String check(String json) {
        try {
            require(TOKEN.matcher(json).replaceAll("").matches("[\\s,:]*"), "this is no JSON");
            Queue<String> tokens = new ArrayDeque<>();
            TOKEN.matcher(json).results().forEach(each -> tokens.add(each.group()));
            List<Map<?, ?>> objects = new ArrayList<>();
            new CheckCertificate(object(value(tokens, objects))).checkClaim();
            require(tokens.isEmpty() && objects.stream().allMatch(Map::isEmpty), "something is not to be checked");
            return "yes";
        } catch (Exception | StackOverflowError e) {
            return "no: " + e.getMessage();
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    // ---- JSON: objects without doubled keys, lists, texts, whole numbers, true, false; commas and colons are spaces
    private static final Pattern TOKEN = Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|[\\[\\]{}]|[\\w-]++");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(....)|.)");
    private static final Fraction ZERO = Fraction.read("0"), ONE = Fraction.read("1"), MINUS = Fraction.read("-1");

    private static Object value(Queue<String> tokens, List<Map<?, ?>> objects) {
        String token = tokens.remove();
        boolean isObject = token.equals("{");
        if (isObject || token.equals("[")) {
            Map<Object, Object> entries = new LinkedHashMap<>();
            while (!tokens.element().equals(isObject ? "}" : "]")) {
                Object key = isObject ? value(tokens, objects) : (Integer) entries.size();
                require(entries.put(key, value(tokens, objects)) == null, "two values of " + key);
            }
            tokens.remove();
            return isObject && objects.add(entries) ? entries : List.copyOf(entries.values());
        } else if (token.startsWith("\"")) {
            return ESCAPE.matcher(token.substring(1, token.length() - 1)).replaceAll(each -> {
                String hex = each.group(1), text = each.group();
                return Matcher.quoteReplacement(
                        hex == null ? text.translateEscapes() : "" + (char) Integer.parseInt(hex, 16));
            });
        }
        return token.equals("true") || token.equals("false") ? (Object) token.equals("true") : Integer.valueOf(token);
    }

    private static Map<?, ?> object(Object value) {
        return (Map<?, ?>) value;
    }

    private record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {
        Fraction { // cancels, so that equal fractions have equal parts; fails if the denominator is zero
            BigInteger common = over.gcd(under).multiply(BigInteger.valueOf(under.signum()));
            over = over.divide(common);
            under = under.divide(common);
        }

        static Fraction of(BigDecimal number) {
            return new Fraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
        }

        static Fraction read(Object value) { // a decimal such as 0.4, or a fraction such as 1/3
            require(((String) value).matches("-?[0-9.]{1,20000}(/-?[0-9.]{1,20000})?"), "no number: " + value);
            String[] parts = (value + "/1").split("/");
            Fraction over = of(new BigDecimal(parts[0])), under = of(new BigDecimal(parts[1]));
            return over.times(new Fraction(under.under, under.over));
        }

        Fraction plus(Fraction that) {
            return new Fraction(over.multiply(that.under).add(that.over.multiply(under)), under.multiply(that.under));
        }

        Fraction times(Fraction that) {
            return new Fraction(over.multiply(that.over), under.multiply(that.under));
        }

        public int compareTo(Fraction that) {
            return over.multiply(that.under).compareTo(that.over.multiply(under));
        }
    }

    private static Fraction[] row(int size, IntFunction<Fraction> number) {
        return IntStream.range(0, size).mapToObj(number).toArray(Fraction[]::new);
    }

    /** Reads a list of numbers, with some more after it; an empty text is a missing number, null. */
    private static Fraction[] numbers(Object value, int size, Fraction... more) {
        List<?> list = (List<?>) value;
        require(list.size() == size, list.size() + " numbers instead of " + size);
        IntFunction<Fraction> listed = i -> list.get(i).equals("") ? null : Fraction.read(list.get(i));
        return row(size + more.length, i -> i < size ? listed.apply(i) : more[i - size]);
    }

    private static Fraction[] changed(Fraction[] row, int at, Fraction... numbers) {
        return row(row.length, i -> i >= at && i < at + numbers.length ? numbers[i - at] : row[i]);
    }

    private static Fraction dot(Fraction[] a, Fraction[] b) {
        return IntStream.range(0, a.length).mapToObj(i -> a[i].times(b[i])).reduce(ZERO, Fraction::plus);
    }

    /** Σ number · coordinate is positive (relation {@code >}), not negative ({@code ≥}), or zero ({@code =}). */
    private record Fact(char relation, Fraction... numbers) {
        Fact not() { // what holds wherever this does not
            return new Fact(relation == '>' ? '≥' : '>', row(numbers.length, i -> numbers[i].times(MINUS)));
        }
    }

    /** All points (weights, a, t, 1) between bounds, null where there is none, that satisfy some facts. */
    private record World(Fraction[] low, Fraction[] high, Map<String, Fact> facts) {
        World with(String name, Fact more) {
            Map<String, Fact> all = new HashMap<>(facts);
            all.put(name, more);
            return new World(low, high, all);
        }

        /** Reads a point, which must be in the world; coordinates that are not in the list are lowest. */
        Fraction[] point(Object list) {
            int size = ((List<?>) list).size();
            Fraction[] point = numbers(list, size, Arrays.copyOfRange(low, size, low.length));
            for (int i = 0; i < point.length; i++) {
                require(low[i] == null || low[i].compareTo(point[i]) <= 0, "too low there");
                require(high[i] == null || high[i].compareTo(point[i]) >= 0, "too high there");
            }
            facts.forEach((name, fact) -> {
                int sign = dot(fact.numbers, point).compareTo(ZERO);
                require(sign == 0 ? fact.relation != '>' : sign > 0 && fact.relation != '=', "not so there: " + name);
            });
            return point;
        }

        /** Requires that no point between the bounds satisfies a sum of facts, as any point of the world would. */
        void requireEmpty(Object by, String otherwise) {
            Fraction[] sum = row(low.length, i -> ZERO);
            boolean isStrict = false;
            for (Object name : List.copyOf(object(by).keySet())) {
                Fact fact = facts.get(name);
                Fraction times = Fraction.read(object(by).remove(name));
                require(fact != null && (times.compareTo(ZERO) >= 0 || fact.relation == '='), "not so: " + name);
                Arrays.setAll(sum, i -> sum[i].plus(fact.numbers[i].times(times)));
                isStrict |= fact.relation == '>' && !times.equals(ZERO);
            }
            Fraction[] end = row(low.length, i -> sum[i].compareTo(ZERO) > 0 ? high[i] : low[i]);
            Fraction most = dot(sum, row(low.length, i -> sum[i].equals(ZERO) ? ZERO : end[i]));
            require(most.compareTo(ZERO) < (isStrict ? 1 : 0), otherwise);
        }
    }

    private final Map<?, ?> document, claim, proof;
    private final int schools, width, listed; // how many of the coordinates are listed: the weights, maybe a and t too
    private final Fraction[] last; // the others
    private final Fraction[][] matrix;
    private World world;
    private RoundingMode mode; // null if scores are exact
    private boolean ahead = true; // whether a claim counts rivals that are ahead of a school, or that are not
    private int decimals, school, needed = 1;

    private CheckCertificate(Map<?, ?> document) throws Exception {
        this.document = document;
        claim = object(document.remove("claim"));
        proof = object(document.remove("proof"));
        List<Object> lines = new ArrayList<>((List<?>) document.remove("indicators"));
        width = lines.size();
        lines.addAll((List<?>) document.remove("schools"));
        schools = lines.size() - width;
        List<?> rows = (List<?>) document.remove("matrix");
        require(rows.size() == schools && "certificate".equals(document.remove("type")), "no certificate");
        listed = List.of("share", "no weights").contains(claim.get("kind")) ? width + 2 : width;
        last = listed > width ? new Fraction[] {ONE} : new Fraction[] {ZERO, ONE, ONE};
        Fraction[] zeros = row(last.length, i -> ZERO);
        matrix = rows.stream().map(row -> numbers(row, listed, zeros)).toArray(Fraction[][]::new);
        rows.forEach(row -> lines.addAll((List<?>) row));
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        lines.forEach(line -> sha.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        require(HexFormat.of().formatHex(sha.digest()).equals(document.remove("digest")), "the digest is another");
    }

    private void checkClaim() {
        String kind = (String) claim.remove("kind");
        readRegion(object(document.remove("region")));
        if (listed > width && document.containsKey("rule")) {
            readScores(object(document.remove("rule")));
        } else if (listed > width) {
            readPositions();
        } else if (document.containsKey("rounding")) {
            Map<?, ?> rounding = object(document.remove("rounding"));
            mode = RoundingMode.valueOf((String) rounding.remove("mode"));
            decimals = Objects.checkIndex((Integer) rounding.remove("decimals"), 21);
        }
        switch (kind) {
            case "dominance" -> {
                int first = Objects.checkIndex((Integer) claim.remove("ahead"), schools);
                int second = Objects.checkIndex((Integer) claim.remove("behind"), schools);
                require(mode == null, "no exact scores");
                world.with("lead", lead(first, second)).point(proof.remove("attained"));
                world.with("rival " + second, lead(second, first)).requireEmpty(proof.remove("by"), "may be behind");
            }
            case "best", "worst" -> {
                school = Objects.checkIndex((Integer) claim.remove("school"), schools);
                ahead = kind.equals("best");
                int position = (Integer) claim.remove("position");
                needed = ahead ? position - 1 : schools - position;
                require(place(proof.remove("attained")) == position, "another position");
                requireEnough(proof.remove("cases"));
            }
            case "first" -> {
                List<?> proofs = (List<?>) proof.remove("schools"); // of each that it is first somewhere, or nowhere
                List<Object> firsts = new ArrayList<>();
                for (school = 0; school < schools; school++) {
                    Map<?, ?> each = object(proofs.get(school));
                    if (!each.containsKey("attained")) {
                        requireEnough(each.remove("cases"));
                    } else {
                        require(place(each.remove("attained")) == 1 && firsts.add(school), "not first: " + school);
                    }
                }
                require(proofs.size() == schools && firsts.equals(claim.remove("schools")), "others are first");
            }
            case "share" -> {
                int indicator = Objects.checkIndex((Integer) claim.remove("indicator"), width);
                for (String side : List.of("low", "high")) {
                    Fraction sign = side.equals("low") ? ONE : MINUS, value = Fraction.read(claim.remove(side));
                    Fraction[] less = row(width + 3, i -> i == width + 2 ? value : i == indicator ? MINUS : ZERO);
                    Arrays.setAll(less, i -> less[i].times(sign));
                    Map<?, ?> end = object(proof.remove(side));
                    world.with("end", new Fact('=', less)).point(end.remove("attained"));
                    world.with("beyond", new Fact('>', less)).requireEmpty(end.remove("by"), "not the end: " + side);
                }
            }
            case "no weights" -> world.requireEmpty(proof.remove("by"), "not excluded");
            default -> throw new IllegalArgumentException("no such claim");
        }
    }

    /** Reads a world: shares between bounds that add up to 1 and satisfy constraints row · weights ≤ bound. */
    private void readRegion(Map<?, ?> region) {
        Fraction[] low = numbers(region.remove("lower"), listed, last);
        world = new World(low, numbers(region.remove("upper"), listed, last), new HashMap<>());
        world.facts.put("sum", new Fact('=', row(width + 3, i -> i < width ? ONE : i > width + 1 ? MINUS : ZERO)));
        world.facts.put("divisor", new Fact('>', row(width + 3, i -> i == width + 1 ? ONE : ZERO)));
        for (Object each : (List<?>) region.remove("constraints")) {
            Fraction less = Fraction.read(object(each).remove("bound")).times(MINUS);
            Fraction[] above = numbers(object(each).remove("row"), width, ZERO, ZERO, less);
            world.facts.put("constraint " + (world.facts.size() - 2), new Fact('>', above).not());
        }
    }

    /** One more than the number of schools ahead of the school. */
    private int place(Object attained) {
        Fraction[] point = world.point(attained), scores = row(schools, i -> shown(dot(matrix[i], point)));
        Stream<Fraction> better = Arrays.stream(scores).filter(each -> each.compareTo(scores[school]) > 0);
        return 1 + (int) better.count();
    }

    private Fraction shown(Fraction exact) {
        BigDecimal over = new BigDecimal(exact.over);
        return mode == null ? exact : Fraction.of(over.divide(new BigDecimal(exact.under), decimals, mode));
    }

    private Fact lead(int rival, int of) {
        return new Fact('>', row(width + 3, i -> i < width ? matrix[rival][i].plus(matrix[of][i].times(MINUS)) : ZERO));
    }

    /** The fact that a score is rounded to so many units of the last decimal, or more. */
    private Fact reaches(int of, long units) {
        BigDecimal border = BigDecimal.valueOf(units - 1);
        while (border.add(new BigDecimal("0.25")).setScale(0, mode).longValue() < units) {
            border = border.add(new BigDecimal("0.5")); // no rounding changes but at whole or half units
        }
        BigDecimal less = border.movePointLeft(decimals).negate();
        Fraction[] over = changed(matrix[of], width + 2, Fraction.of(less));
        return new Fact(border.setScale(0, mode).longValue() < units ? '>' : '≥', over);
    }

    /** What holds if a rival is ahead, or if it is not, and the school's score is rounded to these units. */
    private Fact side(int rival, boolean isAhead, long from, long to) {
        Fact lead = to == from + 1 ? reaches(rival, to) : lead(rival, school);
        if (isAhead || mode == null || to == from + 1) {
            return isAhead ? lead : lead.not();
        }
        // Rounding may hide a lead of less than one unit, or of two units around zero if digits are cut off.
        boolean isOpen = mode != RoundingMode.HALF_EVEN && mode != RoundingMode.HALF_DOWN;
        Fraction unit = Fraction.of(BigDecimal.valueOf(mode == RoundingMode.DOWN ? 2 : 1, decimals));
        return new Fact(isOpen ? '>' : '≥', changed(lead.not().numbers, width + 2, unit));
    }

    /** Requires a proof by cases that enough rivals are ahead of the school, or are not ahead, all over the world. */
    private void requireEnough(Object list) {
        Queue<?> cases = new ArrayDeque<>((List<?>) list);
        checkCase(cases, world, Set.of(school), Long.MIN_VALUE, Long.MAX_VALUE);
        require(cases.isEmpty(), "cases left over");
    }

    // Checks a case. The school and rivals are counted, and its rounded score is from some units to below others. More
    // rivals are sure; then those counted are enough, or the world is empty, or it is cut into the next two cases.
    private void checkCase(Queue<?> cases, World here, Set<Integer> before, long from, long to) {
        Map<?, ?> each = object(cases.remove());
        Set<Integer> counted = new HashSet<>(before);
        for (Object sure : (List<?>) Objects.requireNonNullElse(each.remove("sure"), List.of())) {
            int rival = Objects.checkIndex((Integer) object(sure).remove("rival"), schools);
            World other = here.with("rival " + rival, side(rival, !ahead, from, to));
            other.requireEmpty(object(sure).remove("by"), "not sure: " + rival);
            require(counted.add(rival), "counted twice: " + rival);
        }
        String next = "assumed " + (here.facts.size() - world.facts.size());
        String key = each.isEmpty() ? "" : (String) each.keySet().iterator().next();
        Object how = each.remove(key);
        switch (key) {
            case "" -> require(counted.size() > needed, "too few rivals");
            case "none" -> {
                World other = here;
                for (int rival = 0; rival < schools && counted.size() == needed; rival++) {
                    if (!counted.contains(rival) && object(how).containsKey("rival " + rival)) {
                        other = other.with("rival " + rival, side(rival, !ahead, from, to)); // else it is enough
                    }
                }
                other.requireEmpty(how, "not excluded");
            }
            case "cut" -> {
                int along = Objects.checkIndex((Integer) object(how).remove("indicator"), width);
                Fraction at = Fraction.read(object(how).remove("at"));
                checkCase(cases, new World(here.low, changed(here.high, along, at), here.facts), counted, from, to);
                checkCase(cases, new World(changed(here.low, along, at), here.high, here.facts), counted, from, to);
            }
            case "units" -> {
                Fact reached = reaches(school, (Integer) how);
                checkCase(cases, here.with(next, reached.not()), counted, from, Math.min(to, (Integer) how));
                checkCase(cases, here.with(next, reached), counted, Math.max(from, (Integer) how), to);
            }
            case "rival" -> {
                int rival = Objects.checkIndex((Integer) how, schools);
                require(!counted.contains(rival), "no rival");
                checkCase(cases, here.with(next, side(rival, !ahead, from, to)), counted, from, to);
                counted.add(rival);
                checkCase(cases, here.with(next, side(rival, ahead, from, to)), counted, from, to);
            }
            default -> throw new IllegalArgumentException("no such case");
        }
    }

    // ---- weights behind what is printed, which is at the end of a row: a position, and by what the sums of a tie
    // differ
    private void readPositions() {
        Fraction[] at = row(schools, i -> matrix[i][width]);
        TreeSet<Fraction> places = new TreeSet<>(List.of(at));
        for (int row = 0; row < schools; row++) {
            for (int of = 0; of < schools; of++) {
                Fraction tie = row != of && at[row].equals(at[of]) ? matrix[row][width + 1] : null;
                Fraction most = at[of].equals(places.higher(at[row])) ? ZERO : tie; // by which its sum may be greater
                if (most != null && most.compareTo(ZERO) >= 0) {
                    world.facts.put(
                            "pair " + row + " " + of, new Fact('≥', changed(lead(row, of).numbers, width + 2, most)));
                }
            }
        }
    }

    /** The ends between which the score (Σ weight · value + a) / t lies, where values may have hidden digits. */
    private void readScores(Map<?, ?> rule) {
        boolean isShared = (Boolean) rule.remove("shared"); // whether a missing value counts as the score, or as 0
        Fraction[] hidden = numbers(rule.remove("hidden"), width, ZERO, ZERO); // half a unit of the last decimal
        for (int i = 0; i < width + 2; i++) {
            require(hidden[i].compareTo(ZERO) >= 0 && (i == width || world.low[i].compareTo(ZERO) >= 0), "below 0");
        }
        for (int row = 0; row < schools; row++) {
            for (Fraction sign : List.of(ONE, MINUS)) {
                Fraction end = matrix[row][sign.equals(ONE) ? width : width + 1];
                Fraction[] lead = changed(matrix[row], width, isShared ? ZERO : ONE, ZERO, ZERO);
                lead[isShared ? width + 2 : width + 1] = end.times(MINUS);
                for (int i = 0; i < width; i++) {
                    lead[i] = lead[i] != null ? lead[i].plus(hidden[i].times(sign)) : isShared ? end : ZERO;
                }
                Arrays.setAll(lead, i -> lead[i].times(sign));
                world.facts.put((sign.equals(ONE) ? "low " : "high ") + row, new Fact('≥', lead));
            }
        }
    }
}
