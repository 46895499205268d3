package io.github.medrank.evidence;

import com.google.common.collect.ImmutableList;
import io.github.medrank.School;
import io.github.medrank.published.Qs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small generated evidence, and the journey to another JVM. */
final class GeneratedEvidence {
    static final ImmutableList<String> COUNTRIES = ImmutableList.of("GB", "US", "CN", "BR", "SE");
    static final PaperRules ALL = Qs.papers(2026).withSubjects(2700, 2701);

    private GeneratedEvidence() {}

    static Institutions institutions(int size) {
        return Institutions.of(IntStream.range(0, size)
                .mapToObj(i -> School.of("School " + i).withCountry(COUNTRIES.get(i % COUNTRIES.size())))
                .toList());
    }

    static List<Paper> papers(long seed, Institutions institutions, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> paper(random, institutions)).limit(size).toList();
    }

    private static Paper paper(SplittableRandom random, Institutions institutions) {
        String[] own = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> institutions
                        .schools()
                        .get(random.nextInt(institutions.size()))
                        .id())
                .toArray(String[]::new);
        Paper.Builder paper = Paper.builder(2019 + random.nextInt(5), own)
                .citations((int) Math.pow(random.nextDouble(), -1.5))
                .affiliations(4 + random.nextInt(3));
        if (random.nextInt(3) == 0) {
            paper.niche();
        }
        return (random.nextBoolean() ? paper.subjects(2700) : paper.subjects(2700, 1300)).build();
    }

    static List<Ballot> ballots(long seed, Institutions institutions, SurveyKind kind, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> ballot(random, institutions, kind, size))
                .limit(size)
                .toList();
    }

    private static Ballot ballot(SplittableRandom random, Institutions institutions, SurveyKind kind, int size) {
        String country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
        return Ballot.builder("r" + random.nextInt(size), kind, country, 2020 + random.nextInt(7))
                .institution("school-" + random.nextInt(institutions.size()))
                .subjects(random.nextBoolean() ? new String[] {"medicine"} : new String[] {"medicine", "law"})
                .domestic(picks(random, institutions, country, true))
                .international(picks(random, institutions, country, false))
                .build();
    }

    /** Mostly of the right side, sometimes faulty. */
    private static List<String> picks(
            SplittableRandom random, Institutions institutions, String country, boolean home) {
        return random.ints(random.nextInt(14), 0, institutions.size())
                .mapToObj(institutions.schools()::get)
                .filter(school -> school.country().orElseThrow().equals(country) == home || random.nextInt(20) == 0)
                .map(School::id)
                .toList();
    }

    /** The same object, written to bytes and read again. */
    @SuppressWarnings("unchecked")
    static <T> T travelled(T object) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(object);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (T) in.readObject();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
