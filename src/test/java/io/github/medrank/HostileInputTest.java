package io.github.medrank;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Where text and bytes of strangers come in, so that a new door is noticed. */
class HostileInputTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("io.github.medrank");

    /** Each of these is in src/fuzz and in a test of generated texts. */
    private static final ImmutableSet<String> FUZZED = ImmutableSet.of(
            "Csv.parse",
            "Csv.parseTable",
            "Csv.read",
            "Csv.papers",
            "Csv.ballots",
            "CsvPapers.read",
            "CsvBallots.read",
            "Bands.parse",
            "Position.parse",
            "TieRule.parse",
            "Weights.parse");

    /** Classes whose regular expressions were looked at: none of them has one repetition inside another. */
    private static final ImmutableSet<String> LOOKED_AT = ImmutableSet.of(
            "Names",
            "Likeness",
            "NameKeys",
            "PrintedPlaces",
            "Reader",
            "CsvWriting",
            "CsvNumbers",
            "Ranges",
            "CsvHeaders",
            "CsvRecordReader",
            "CsvPapers",
            "CountryNames",
            "SobolSequence",
            "Printed",
            "TableChecks",
            "WeightsParser");

    /** What the methods give that read a text with its notes. */
    private static final ImmutableSet<String> READERS = ImmutableSet.of("CsvFile", "CsvRecords");

    private static final ImmutableSet<String> REGULAR_EXPRESSIONS =
            ImmutableSet.of("matches", "replaceAll", "replaceFirst", "split");

    @Test
    void every_public_parser_is_fuzzed() {
        Set<String> parsers = MAIN.stream()
                .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(each -> each.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> method.getName().startsWith("parse")
                        || READERS.contains(method.getReturnType().toErasure().getSimpleName()))
                .map(HostileInputTest::name)
                .collect(Collectors.toSet());
        assertThat(parsers).isEqualTo(FUZZED);
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }

    @Test
    void regular_expressions_are_few_and_looked_at() {
        Set<String> users = MAIN.stream()
                .flatMap(each -> each.getMethodCallsFromSelf().stream())
                .filter(HostileInputTest::compiles)
                .map(call -> call.getOriginOwner().getSimpleName())
                .collect(Collectors.toSet());
        assertThat(users).isSubsetOf(LOOKED_AT).isNotEmpty();
    }

    private static boolean compiles(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Pattern.class)
                ? call.getName().equals("compile")
                : call.getTargetOwner().isEquivalentTo(String.class) && REGULAR_EXPRESSIONS.contains(call.getName());
    }

    /** What is Serializable travels between machines of one owner; reading it back is the caller's act, never the library's. */
    @Test
    void nothing_reads_objects_from_bytes() {
        noClasses()
                .should()
                .callConstructor(ObjectInputStream.class, InputStream.class)
                .orShould()
                .callMethodWhere(describe(
                        "reads an object",
                        call -> call.getTargetOwner().isAssignableTo(ObjectInputStream.class)
                                && (call.getName().equals("readObject")
                                        || call.getName().equals("readUnshared"))))
                .check(MAIN);
    }
}
