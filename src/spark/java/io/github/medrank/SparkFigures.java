package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.medrank.evidence.Ballot;
import io.github.medrank.evidence.Institutions;
import io.github.medrank.evidence.NetworkAccumulator;
import io.github.medrank.evidence.Paper;
import io.github.medrank.evidence.PaperAccumulator;
import io.github.medrank.evidence.SurveyAccumulator;
import io.github.medrank.evidence.SurveyKind;
import io.github.medrank.published.Qs;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.robustness.Piece;
import io.github.medrank.robustness.Robustness;
import io.github.medrank.weightspace.WeightSamplers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The figures of docs/scaling.md and of the memory in docs/evidence.md: not a test, but what prints them. */
class SparkFigures {
    private static final long ROWS = 10_000_000;
    private static final int SCHOOLS = 1_500;
    private static final Institutions INSTITUTIONS = SparkEvidence.institutions(SCHOOLS);
    private static final String FILE = "target/spark-papers";

    private static PaperAccumulator empty() {
        return PaperAccumulator.of(INSTITUTIONS, Qs.papers(2026));
    }

    /** A row of a paper and an institution, from its number. */
    private static int institution(long row) {
        return (int) Math.floorMod((row * 0x9E3779B97F4A7C15L) >>> 20, (long) SCHOOLS);
    }

    private static int citations(long row) {
        int spread = (int) ((row * 0xD1342543DE82EF95L) >>> 58);
        return spread * spread / 40;
    }

    private static PaperAccumulator addRow(PaperAccumulator papers, long row) {
        papers.add(institution(row), citations(row));
        return papers;
    }

    @Test
    void ten_million_rows() throws IOException {
        ImmutableList<Column> expected = columns(inOneThread(0, ROWS));
        time("one JVM, one thread", expected, () -> inOneThread(0, ROWS));
        time(
                "one JVM, two threads",
                expected,
                () -> IntStream.range(0, 2)
                        .parallel()
                        .mapToObj(half -> inOneThread(half * ROWS / 2, (half + 1) * ROWS / 2))
                        .reduce(PaperAccumulator::merge)
                        .orElseThrow());
        try (SparkSession spark = SparkEvidence.local()) {
            spark.range(ROWS)
                    .selectExpr("id as row")
                    .write()
                    .mode(SaveMode.Overwrite)
                    .parquet(FILE);
            for (int partitions : new int[] {2, 64}) {
                time(
                        "Spark local[2], rows made in " + partitions + " tasks",
                        expected,
                        () -> spark.range(0, ROWS, 1, partitions)
                                .toJavaRDD()
                                .aggregate(empty(), SparkFigures::addRow, PaperAccumulator::merge));
            }
            Dataset<Row> file = spark.read().parquet(FILE);
            time(
                    "Spark local[2], rows of a Parquet file",
                    expected,
                    () -> file.toJavaRDD()
                            .aggregate(
                                    empty(), (papers, row) -> addRow(papers, row.getLong(0)), PaperAccumulator::merge));
        }
    }

    private static PaperAccumulator inOneThread(long from, long to) {
        PaperAccumulator papers = empty();
        for (long row = from; row < to; row++) {
            addRow(papers, row);
        }
        return papers;
    }

    private static ImmutableList<Column> columns(PaperAccumulator papers) {
        return ImmutableList.of(
                papers.tally().citationsPerPaper(), papers.tally().hIndex());
    }

    private static void time(String what, ImmutableList<Column> expected, Supplier<PaperAccumulator> count) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            PaperAccumulator papers = count.get();
            best = Math.min(best, System.nanoTime() - start);
            assertThat(columns(papers)).isEqualTo(expected);
        }
        System.out.println(what + ": " + best / 1_000_000 + " ms");
    }

    @Test
    void bytes_a_partition_holds_and_sends() throws IOException {
        print("PaperAccumulator, nothing counted", SparkFigures::empty);
        print("PaperAccumulator, 10 million rows", () -> inOneThread(0, ROWS));
        print("NetworkAccumulator, 1 million papers", SparkFigures::network);
        print("SurveyAccumulator, 100 thousand ballots", () -> survey(100_000));
        print("SurveyAccumulator, 1 million ballots", () -> survey(1_000_000));
        for (int schools : new int[] {35, 1_500}) {
            print("Piece of a run over " + schools + " schools", () -> piece(schools));
        }
    }

    /** As many as fill the hash table least, so that each costs most. */
    @Test
    void bytes_of_each_record_that_is_remembered() throws IOException {
        int records = 400_000;
        for (int institutions : new int[] {1, 4}) {
            print(
                    records + " papers with ids of 20 characters at " + institutions,
                    () -> papers(records, institutions));
        }
        for (int length : new int[] {6, 36}) {
            for (int picks : new int[] {0, 10}) {
                print(
                        records + " ballots with ids of " + length + " characters and " + picks + " picks",
                        () -> survey(records, length, picks));
            }
        }
    }

    private static PaperAccumulator papers(int records, int institutions) {
        PaperAccumulator papers = empty();
        for (int i = 0; i < records; i++) {
            papers.add(Paper.builder(2021, ids(i, institutions, 1, 0))
                    .id("%020d".formatted(i))
                    .citations(i % 50)
                    .build());
        }
        return papers;
    }

    /** Countries go by the number of an institution. */
    private static SurveyAccumulator survey(int records, int length, int picks) {
        int countries = SparkEvidence.COUNTRIES.size();
        SurveyAccumulator survey = SurveyAccumulator.of(INSTITUTIONS, Qs.academicSurvey(2026));
        for (int i = 0; i < records; i++) {
            String respondent = ("%0" + length + "d").formatted(i);
            survey.add(Ballot.builder(respondent, SurveyKind.ACADEMIC, SparkEvidence.COUNTRIES.get(0), 2024)
                    .domestic(ids(i, picks / 2, countries, 0))
                    .international(ids(i, picks - picks / 2, countries, 1))
                    .build());
        }
        return survey;
    }

    /** Distinct institutions, from any on, whose numbers are some more than a multiple of a step. */
    private static String[] ids(int from, int count, int step, int more) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> SparkEvidence.id(i % (SCHOOLS / step) * step + more))
                .toArray(String[]::new);
    }

    private static NetworkAccumulator network() {
        NetworkAccumulator network = NetworkAccumulator.of(INSTITUTIONS, Qs.papers(2026));
        LongStream.range(0, 1_000_000).forEach(i -> network.add(SparkEvidence.paper(i, SCHOOLS)));
        return network;
    }

    private static SurveyAccumulator survey(long ballots) {
        SurveyAccumulator survey = SurveyAccumulator.of(INSTITUTIONS, Qs.academicSurvey(2026));
        LongStream.range(0, ballots).forEach(i -> survey.add(SparkEvidence.ballot(i, SCHOOLS)));
        return survey;
    }

    private static Piece piece(int schools) {
        SplittableRandom random = new SplittableRandom(1);
        ImmutableList<Indicator> indicators =
                IntStream.range(0, 5).mapToObj(i -> Indicator.of("i" + i)).collect(ImmutableList.toImmutableList());
        IndicatorTable.Builder table = IndicatorTable.builder(indicators);
        for (int i = 0; i < schools; i++) {
            table.row(School.of("school " + i), random.doubles(5).toArray());
        }
        Methodology mean = Methodology.builder("Mean")
                .indicators(indicators)
                .ranker(Rankers.weightedMean())
                .build();
        return Robustness.of(mean, table.build())
                .varyingWeights(WeightSamplers.uniform(indicators))
                .piece(0, 64, 640_000);
    }

    private static void print(String what, Supplier<? extends Serializable> maker) throws IOException {
        long before = usedBytes();
        Serializable object = maker.get();
        long held = usedBytes() - before;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        System.out.println(what + ": holds " + held + " bytes, sends " + bytes.size());
    }

    /** What is reachable, once the collector has been through. */
    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
