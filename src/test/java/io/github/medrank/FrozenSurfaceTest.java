package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a release would freeze: records, constructors, names, and how what is found late is published. */
class FrozenSurfaceTest {
    private static final String ROOT = "io.github.medrank.";
    private static final int MOST_COMPONENTS = 4;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages("io.github.medrank");

    /** The public records, and why any parts of the right types make a right one. */
    private static final ImmutableMap<String, String> SAFE_RECORDS = ImmutableMap.<String, String>builder()
            .put("Provenance", "three statements about a methodology, none of which follows from another")
            .put("PublishedResult", "what a publisher printed, which may be anything")
            .put("RankingDiff$Difference", "what two sources say, which may be anything")
            .put("SchoolMatching$Match", "two schools and the step that found them the same")
            .put("UnrankedSchool", "a school and a sentence")
            .put("text.CsvNote", "a line of a file and a sentence about it")
            .put("choice.Question$Option", "perhaps a school, and some values of it")
            .put("choice.TradeOff$Line", "an indicator and the values of two schools")
            .put("evidence.Paper$CitedInYear", "what a database says of a year, which may be wrong: a tally rejects it")
            .put("robustness.Estimate", "a number and its standard error, checked when it is made")
            .buildOrThrow();

    /** Public constructors of classes that are no exceptions, with the reason each is there. */
    private static final ImmutableMap<String, String> PUBLIC_CONSTRUCTORS = ImmutableMap.of();

    /** Words that Kotlin keeps for itself: a member of such a name needs backticks there. */
    private static final ImmutableSet<String> RESERVED =
            ImmutableSet.of("as", "fun", "in", "is", "object", "typealias", "typeof", "val", "var", "when");

    @Test
    void a_public_record_has_few_parts_and_no_promise_between_them() {
        List<String> records =
                exported().filter(Class::isRecord).map(FrozenSurfaceTest::name).toList();

        assertThat(records).isSubsetOf(SAFE_RECORDS.keySet());
        assertThat(exported().filter(Class::isRecord))
                .allSatisfy(each -> assertThat(each.getRecordComponents()).hasSizeLessThanOrEqualTo(MOST_COMPONENTS));
    }

    @Test
    void no_list_of_exceptions_is_longer_than_it_need_be() {
        assertThat(PUBLIC_CONSTRUCTORS).hasSizeLessThanOrEqualTo(5);
        assertThat(exported().filter(Class::isRecord).map(FrozenSurfaceTest::name))
                .containsAll(SAFE_RECORDS.keySet());
        assertThat(exported().map(FrozenSurfaceTest::name)).containsAll(PUBLIC_CONSTRUCTORS.keySet());
    }

    @Test
    void values_are_made_by_factories() {
        assertThat(exported()
                        .filter(each -> !each.isRecord() && !Throwable.class.isAssignableFrom(each))
                        .filter(each -> !PUBLIC_CONSTRUCTORS.containsKey(name(each)))
                        .flatMap(each -> Arrays.stream(each.getDeclaredConstructors()))
                        .filter(each -> isOpen(each.getModifiers()))
                        .map(Constructor::toString))
                .isEmpty();
    }

    @Test
    void public_classes_are_final_or_cannot_be_extended_from_outside() {
        assertThat(exported()
                        .filter(each -> !each.isInterface() && !each.isEnum())
                        .filter(each -> !Modifier.isFinal(each.getModifiers()) && !each.isSealed())
                        .filter(each -> Arrays.stream(each.getDeclaredConstructors())
                                .anyMatch(constructor -> isOpen(constructor.getModifiers())))
                        .filter(each -> !Throwable.class.isAssignableFrom(each))
                        .map(FrozenSurfaceTest::name))
                .isEmpty();
    }

    @Test
    void no_public_member_has_a_name_that_another_language_keeps_for_itself() {
        assertThat(exported()
                        .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                        .filter(each -> isOpen(each.getModifiers()) && !each.isSynthetic())
                        .filter(each -> RESERVED.contains(each.getName()))
                        .map(each -> each.getDeclaringClass().getSimpleName() + "." + each.getName()))
                .isEmpty();
    }

    /** A field filled late without a lock must be volatile, or of a type whose own fields are final. */
    @Test
    void what_is_found_late_is_published_safely() {
        assertThat(CLASSES.stream()
                        .filter(FrozenSurfaceTest::isShared)
                        .flatMap(each -> each.getFields().stream())
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL)
                                && !field.getModifiers().contains(JavaModifier.VOLATILE))
                        .filter(FrozenSurfaceTest::changesInside)
                        .map(field -> field.getFullName().substring(ROOT.length())))
                .isEmpty();
    }

    private static boolean isShared(JavaClass each) {
        return each.isAnnotatedWith("com.google.errorprone.annotations.Immutable") || each.isAssignableTo(Scores.class);
    }

    private static boolean changesInside(JavaField field) {
        JavaClass type = field.getRawType();
        boolean collects = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
        return type.isArray() || (collects && !type.getSimpleName().startsWith("Immutable"));
    }

    private static boolean isOpen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static Stream<? extends Class<?>> exported() {
        return CLASSES.stream()
                .filter(each -> !each.getPackageName().equals(ROOT + "exact"))
                .filter(FrozenSurfaceTest::isPublicThroughout)
                .map(JavaClass::reflect);
    }

    private static boolean isPublicThroughout(JavaClass each) {
        return each.getModifiers().contains(JavaModifier.PUBLIC)
                && each.getEnclosingClass()
                        .map(FrozenSurfaceTest::isPublicThroughout)
                        .orElse(true);
    }

    private static String name(Class<?> type) {
        return type.getName().substring(ROOT.length());
    }
}
