package io.github.medrank.evidence;

import io.github.medrank.Column;
import io.github.medrank.School;
import io.github.medrank.published.Qs;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Ten million rows of (institution, citations) to citations per paper and h-index, and five million ballots to
 * reputation scores, each beside a loop that reads the same arrays and adds into one counter an institution.
 *
 * <p>{@code mvn -o -q -Pjmh -Djmh.args="EvidenceBenchmark -f 1 -wi 3 -i 5 -w 1 -r 1"}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EvidenceBenchmark {
    private static final int INSTITUTIONS = 2_000;

    /** Ten million papers. */
    @State(Scope.Benchmark)
    public static class Papers {
        private static final int ROWS = 10_000_000;

        private final int[] institution = new int[ROWS];
        private final int[] citations = new int[ROWS];

        /** Log-normal citations: a median of 7, a mean of 15, and papers with thousands. */
        @Setup
        public void fill() {
            SplittableRandom random = new SplittableRandom(1);
            for (int row = 0; row < ROWS; row++) {
                institution[row] = random.nextInt(INSTITUTIONS);
                citations[row] = (int) Math.exp(2 + 1.2 * gaussian(random));
            }
        }
    }

    /** Five million ballots of 4 picks at home and 4 abroad on average. */
    @State(Scope.Benchmark)
    public static class Ballots {
        private static final int BALLOTS = 5_000_000;

        private final int[] ends = new int[BALLOTS + 1];
        private final int[] own = new int[BALLOTS];
        private final int[] year = new int[BALLOTS];
        private final int[] country = new int[BALLOTS];
        private int[] picks = new int[0];

        /** Picks are of the more famous institutions, at home first, none twice. */
        @Setup
        public void fill() {
            SplittableRandom random = new SplittableRandom(1);
            int[] all = new int[BALLOTS * 16];
            int size = 0;
            for (int ballot = 0; ballot < BALLOTS; ballot++) {
                int at = ballot % COUNTRIES.length;
                year[ballot] = 2021 + ballot % 5;
                country[ballot] = Institutions.countryNumber(COUNTRIES[at]);
                int mineOwn = home(at, random);
                own[ballot] = mineOwn;
                int[] mine = IntStream.concat(
                                IntStream.range(0, random.nextInt(8)).map(i -> home(at, random)),
                                IntStream.range(0, random.nextInt(8)).map(i -> abroad(at, random)))
                        .filter(pick -> pick != mineOwn)
                        .distinct()
                        .toArray();
                System.arraycopy(mine, 0, all, size, mine.length);
                size += mine.length;
                ends[ballot + 1] = size;
            }
            picks = Arrays.copyOf(all, size);
        }

        private static int home(int country, SplittableRandom random) {
            return famous(random) / COUNTRIES.length * COUNTRIES.length + country;
        }

        private static int abroad(int country, SplittableRandom random) {
            int pick = famous(random);
            return pick % COUNTRIES.length == country ? (pick + 1) % INSTITUTIONS : pick;
        }

        private static int famous(SplittableRandom random) {
            double uniform = random.nextDouble();
            return (int) (uniform * uniform * INSTITUTIONS);
        }
    }

    private static final String[] COUNTRIES = {"GB", "US", "CN", "DE", "FR", "JP", "BR", "IN", "ZA", "AU"};

    private static final Institutions SCHOOLS = Institutions.of(IntStream.range(0, INSTITUTIONS)
            .mapToObj(i -> School.of("school " + i).withCountry(COUNTRIES[i % COUNTRIES.length]))
            .toList());

    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    @Benchmark
    public long[] papersBare(Papers papers) {
        return bare(papers, 0, Papers.ROWS);
    }

    @Benchmark
    public List<Column> papers(Papers papers) {
        return indicators(counted(papers, 0, Papers.ROWS));
    }

    @Benchmark
    public long[] papersBareTwoThreads(Papers papers) {
        return IntStream.range(0, 2)
                .parallel()
                .mapToObj(half -> bare(papers, half * (Papers.ROWS / 2), (half + 1) * (Papers.ROWS / 2)))
                .reduce((a, b) -> {
                    Arrays.setAll(a, i -> a[i] + b[i]);
                    return a;
                })
                .orElseThrow();
    }

    @Benchmark
    public List<Column> papersTwoThreads(Papers papers) {
        return indicators(IntStream.range(0, 2)
                .parallel()
                .mapToObj(half -> counted(papers, half * (Papers.ROWS / 2), (half + 1) * (Papers.ROWS / 2)))
                .reduce(PaperAccumulator::merge)
                .orElseThrow());
    }

    private static long[] bare(Papers papers, int from, int to) {
        long[] counters = new long[INSTITUTIONS];
        for (int row = from; row < to; row++) {
            counters[papers.institution[row]] += papers.citations[row];
        }
        return counters;
    }

    private static PaperAccumulator counted(Papers papers, int from, int to) {
        PaperAccumulator accumulator = PaperAccumulator.of(SCHOOLS, Qs.papers(2026));
        accumulator.addRows(papers.institution, papers.citations, from, to);
        return accumulator;
    }

    private static List<Column> indicators(PaperAccumulator accumulator) {
        PaperTally tally = accumulator.tally();
        return List.of(tally.citationsPerPaper(), tally.hIndex());
    }

    @Benchmark
    public long[] ballotsBare(Ballots ballots) {
        long[] counters = new long[INSTITUTIONS];
        for (int ballot = 0; ballot < Ballots.BALLOTS; ballot++) {
            boolean counts = ballots.own[ballot] >= 0 && ballots.year[ballot] >= 2021 && ballots.country[ballot] >= 0;
            long weight = counts ? 1_000_000 : 0;
            for (int i = ballots.ends[ballot]; i < ballots.ends[ballot + 1]; i++) {
                counters[ballots.picks[i]] += weight;
            }
        }
        return counters;
    }

    @Benchmark
    public Column ballots(Ballots ballots) {
        SurveyAccumulator accumulator = SurveyAccumulator.of(SCHOOLS, Qs.academicSurvey(2026));
        for (int ballot = 0; ballot < Ballots.BALLOTS; ballot++) {
            accumulator.addDistinct(
                    ballots.year[ballot],
                    ballots.country[ballot],
                    ballots.own[ballot],
                    false,
                    ballots.picks,
                    ballots.ends[ballot],
                    ballots.ends[ballot + 1]);
        }
        return accumulator.tally().scores();
    }
}
