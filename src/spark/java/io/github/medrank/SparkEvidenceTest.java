package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.medrank.evidence.Institutions;
import io.github.medrank.evidence.NetworkAccumulator;
import io.github.medrank.evidence.NetworkTally;
import io.github.medrank.evidence.PaperAccumulator;
import io.github.medrank.evidence.PaperRules;
import io.github.medrank.evidence.PaperTally;
import io.github.medrank.evidence.SurveyAccumulator;
import io.github.medrank.evidence.SurveyRules;
import io.github.medrank.evidence.SurveyTally;
import io.github.medrank.published.Qs;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence counted inside Spark is the evidence counted in one JVM, to the last bit, however it is partitioned. */
class SparkEvidenceTest {
    private static final int RECORDS = 100_000;
    private static final int SCHOOLS = 200;
    private static final Institutions INSTITUTIONS = SparkEvidence.institutions(SCHOOLS);

    private static SparkSession spark;

    @BeforeAll
    static void start() {
        spark = SparkEvidence.local();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    /** The numbers of the records, shuffled over the partitions. */
    private static JavaRDD<Long> numbers(int partitions) {
        return spark.range(RECORDS).repartition(partitions).toJavaRDD();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64})
    void papers_and_citations(int partitions) {
        PaperRules rules = Qs.papers(2026);
        PaperAccumulator accumulated = numbers(partitions)
                .aggregate(
                        PaperAccumulator.of(INSTITUTIONS, rules),
                        (papers, number) -> papers.add(SparkEvidence.paper(number, SCHOOLS)),
                        PaperAccumulator::merge);
        PaperTally inSpark = accumulated.tally();
        PaperTally inOneJvm = LongStream.range(0, RECORDS)
                .mapToObj(number -> SparkEvidence.paper(number, SCHOOLS))
                .collect(PaperAccumulator.collector(INSTITUTIONS, rules));
        assertThat(inSpark.counted()).isEqualTo(inOneJvm.counted()).isBetween(RECORDS / 3L, RECORDS - 1L);
        assertThat(inSpark.rejected()).isEqualTo(inOneJvm.rejected()).isNotEmpty();
        assertThat(columns(inSpark)).isEqualTo(columns(inOneJvm));
    }

    private static ImmutableList<Column> columns(PaperTally tally) {
        return ImmutableList.of(
                tally.papers(),
                tally.citations(),
                tally.citationsPerPaper(),
                tally.hIndex(),
                tally.gIndex(),
                tally.topShare(10));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64})
    void research_networks(int partitions) {
        PaperRules rules = Qs.papers(2026);
        NetworkTally inSpark = numbers(partitions)
                .aggregate(
                        NetworkAccumulator.of(INSTITUTIONS, rules),
                        (network, number) -> network.add(SparkEvidence.paper(number, SCHOOLS)),
                        NetworkAccumulator::merge)
                .tally();
        NetworkTally inOneJvm = LongStream.range(0, RECORDS)
                .mapToObj(number -> SparkEvidence.paper(number, SCHOOLS))
                .collect(NetworkAccumulator.collector(INSTITUTIONS, rules));
        assertThat(inSpark.counted()).isEqualTo(inOneJvm.counted()).isPositive();
        assertThat(inSpark.rejected()).isEqualTo(inOneJvm.rejected()).isNotEmpty();
        assertThat(ImmutableList.of(inSpark.partners(), inSpark.countries(), inSpark.index()))
                .isEqualTo(ImmutableList.of(inOneJvm.partners(), inOneJvm.countries(), inOneJvm.index()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64})
    void ballots_of_which_the_latest_counts(int partitions) {
        SurveyRules rules = Qs.academicSurvey(2026);
        SurveyTally inSpark = numbers(partitions)
                .aggregate(
                        SurveyAccumulator.of(INSTITUTIONS, rules),
                        (survey, number) -> survey.add(SparkEvidence.ballot(number, SCHOOLS)),
                        SurveyAccumulator::merge)
                .tally();
        SurveyTally inOneJvm = LongStream.range(0, RECORDS)
                .mapToObj(number -> SparkEvidence.ballot(number, SCHOOLS))
                .collect(SurveyAccumulator.collector(INSTITUTIONS, rules));
        assertThat(inSpark.ballots()).isEqualTo(inOneJvm.ballots()).isBetween(RECORDS / 3L, RECORDS - 1L);
        assertThat(inSpark.rejected()).isEqualTo(inOneJvm.rejected()).isNotEmpty();
        assertThat(ImmutableList.of(inSpark.scores(), inSpark.domestic(), inSpark.international()))
                .isEqualTo(ImmutableList.of(inOneJvm.scores(), inOneJvm.domestic(), inOneJvm.international()));
    }
}
