package io.github.medrank;

import com.google.common.collect.ImmutableList;
import io.github.medrank.evidence.Ballot;
import io.github.medrank.evidence.Institutions;
import io.github.medrank.evidence.Paper;
import io.github.medrank.evidence.SurveyKind;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;

/** Invented evidence, each record a function of its number, so that every JVM can make its share of the same data. */
final class SparkEvidence {
    static final ImmutableList<String> COUNTRIES =
            ImmutableList.of("GB", "US", "CN", "DE", "FR", "JP", "BR", "IN", "ZA", "AU");

    private SparkEvidence() {}

    /** A Spark of two threads on this machine, which listens on the loop-back address only. */
    static SparkSession local() {
        return SparkSession.builder()
                .master("local[2]")
                .appName("medrank")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.warehouse.dir", "target/spark-warehouse")
                .getOrCreate();
    }

    static Institutions institutions(int size) {
        return Institutions.of(IntStream.range(0, size)
                .mapToObj(i -> School.of(id(i), "School " + i).withCountry(COUNTRIES.get(i % COUNTRIES.size())))
                .toList());
    }

    static String id(int number) {
        return "s" + number;
    }

    /** A paper of one to four institutions; one paper in ten is too old for the window. */
    static Paper paper(long number, int institutions) {
        SplittableRandom random = new SplittableRandom(number);
        String[] authors = random.ints(1 + random.nextInt(4), 0, institutions)
                .distinct()
                .mapToObj(SparkEvidence::id)
                .toArray(String[]::new);
        return Paper.builder(2014 + random.nextInt(11), authors)
                .citations(random.nextInt(60))
                .selfCitations(random.nextInt(3))
                .subjects(2700 + random.nextInt(4))
                .build();
    }

    /** A ballot; one respondent in three answers in several years, and only the latest answer counts. */
    static Ballot ballot(long number, int institutions) {
        SplittableRandom random = new SplittableRandom(number);
        long respondent = number % 3 == 0 ? number / 30 : number;
        int country = (int) (respondent % COUNTRIES.size());
        int year = 2019 + random.nextInt(7);
        return Ballot.builder("r" + respondent, SurveyKind.ACADEMIC, COUNTRIES.get(country), year)
                .domestic(picks(random, country, institutions, 0))
                .international(picks(random, country, institutions, 1))
                .build();
    }

    private static String[] picks(SplittableRandom random, int country, int institutions, int away) {
        return random.ints(random.nextInt(5), 0, institutions / COUNTRIES.size())
                .distinct()
                .mapToObj(i -> id(i * COUNTRIES.size() + (country + away) % COUNTRIES.size()))
                .toArray(String[]::new);
    }
}
