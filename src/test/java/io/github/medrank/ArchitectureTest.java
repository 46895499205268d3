package io.github.medrank;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The rooms of the house, who may enter which, and that nothing in it reaches outside. Public, so that its exhibits count as API. */
public class ArchitectureTest {
    private static final String ROOT = "io.github.medrank";

    /** Each room and the other rooms it may import; the root is written "". */
    private static final ImmutableSetMultimap<String, String> ROOMS = ImmutableSetMultimap.<String, String>builder()
            .putAll("exact", Set.of("exact"))
            .putAll("", Set.of("exact"))
            .putAll("normalization", Set.of("", "exact"))
            .putAll("weighting", Set.of("", "exact"))
            .putAll("ranking", Set.of("", "exact"))
            .putAll("evidence", Set.of("", "exact"))
            .putAll("published", Set.of("", "exact", "normalization", "weighting", "ranking", "evidence"))
            .putAll("certificate", Set.of(""))
            .putAll("weightspace", Set.of("", "exact", "ranking", "certificate"))
            .putAll("robustness", Set.of("", "exact", "normalization", "weighting", "ranking", "weightspace"))
            .putAll("sensitivity", Set.of("", "exact", "normalization", "weighting", "ranking", "weightspace"))
            .putAll("comparison", Set.of("", "exact"))
            .putAll("choice", Set.of("", "exact", "normalization", "weighting", "ranking", "comparison", "weightspace"))
            .putAll("insight", Set.of("", "exact", "ranking", "comparison"))
            .putAll(
                    "audit",
                    Set.of(
                            "",
                            "exact",
                            "normalization",
                            "weighting",
                            "ranking",
                            "certificate",
                            "weightspace",
                            "comparison"))
            .putAll("text", all("picture", "text"))
            .putAll("picture", all("picture"))
            .build();

    private static ImmutableSet<String> all(String... but) {
        return Stream.of(
                        "",
                        "exact",
                        "normalization",
                        "weighting",
                        "ranking",
                        "evidence",
                        "published",
                        "certificate",
                        "weightspace",
                        "robustness",
                        "sensitivity",
                        "comparison",
                        "choice",
                        "insight",
                        "audit",
                        "text")
                .filter(room -> !Set.of(but).contains(room))
                .collect(ImmutableSet.toImmutableSet());
    }

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages(ROOT);

    @Test
    void everyPackageIsARoom() {
        classes()
                .should()
                .resideInAnyPackage(
                        ROOMS.keySet().stream().map(ArchitectureTest::packageOf).toArray(String[]::new))
                .check(MAIN);
    }

    /** A JShell session that imports every room must not meet two types of one name. */
    @Test
    void publicNamesAreUniqueAmongTheRoomsAndJShellsDefaultImports() {
        List<String> taken = List.of(
                "java.io",
                "java.math",
                "java.net",
                "java.nio.file",
                "java.util",
                "java.util.concurrent",
                "java.util.function",
                "java.util.prefs",
                "java.util.regex",
                "java.util.stream",
                "java.lang");
        Map<String, List<String>> byName = MAIN.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                .filter(type -> !type.getPackageName().equals(packageOf("exact")))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        assertThat(byName).allSatisfy((name, types) -> {
            assertThat(types).hasSize(1);
            assertThat(taken)
                    .noneSatisfy(other -> assertThat(exists(other + "." + name)).isTrue());
        });
        assertThat(exists("java.util.function.Function")).isTrue();
    }

    private static boolean exists(String type) {
        try {
            Class.forName(type, false, ArchitectureTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Test
    void roomsImportOnlyWhatThePlanAllows() {
        for (String room : ROOMS.keySet()) {
            String[] allowed = Stream.concat(Stream.of(room), ROOMS.get(room).stream())
                    .map(ArchitectureTest::packageOf)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(packageOf(room))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(ROOT + "..").and(not(resideInAnyPackage(allowed))))
                    .allowEmptyShould(true)
                    .check(MAIN);
        }
    }

    @Test
    void packagesFormNoCircle() {
        SlicesRuleDefinition.slices()
                .assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                        return SliceIdentifier.of(javaClass.getPackageName());
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void theRootNeedsNothingButGuava() {
        classes()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT,
                        packageOf("exact"),
                        "java..",
                        "com.google.common..",
                        "com.google.errorprone.annotations..",
                        "org.jspecify.annotations")
                .check(MAIN);
    }

    @Test
    void onlyTextKnowsCsvSyntax() {
        noClasses()
                .that()
                .resideOutsideOfPackage(packageOf("text"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("de.siegmar..")
                .check(MAIN);
    }

    /** A room in which nobody finds anything is two rooms. */
    @Test
    void roomsStaySmall() throws IOException {
        for (String room : ROOMS.keySet()) {
            Path directory = Path.of("src/main/java", packageOf(room).replace('.', '/'));
            if (!Files.exists(directory)) {
                continue;
            }
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files.filter(file -> file.toString().endsWith(".java"))
                                .filter(file -> !file.endsWith("package-info.java")))
                        .as("files of room \"%s\"", room)
                        .hasSizeLessThanOrEqualTo(room.isEmpty() ? 60 : 35);
            }
        }
    }

    /** Its classes are public for the other rooms alone. */
    @Test
    void theExactRoomIsNotExported() throws IOException {
        String module = Files.readString(Path.of("src/main/java/module-info.java"));
        for (String room : ROOMS.keySet()) {
            Path directory = Path.of("src/main/java", packageOf(room).replace('.', '/'));
            boolean exported = module.contains("exports " + packageOf(room) + ";");
            assertThat(exported)
                    .as("room \"%s\" is exported", room)
                    .isEqualTo(!room.equals("exact") && Files.exists(directory));
        }
    }

    /** One place turns a double into the decimal it shows. */
    @Test
    void onlyTheExactRoomReadsTheDecimalOfADouble() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.getParent().endsWith("exact"))
                            .filter(file -> read(file).contains("new BigDecimal(Double.toString(")))
                    .isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code package-info.java} is where a package says what lives there, so none goes without. */
    @Test
    void everyPackageHasAPackageInfo() {
        Set<String> silent = new TreeSet<>();
        for (JavaClass type : MAIN) {
            Path info = Path.of("src/main/java", type.getPackageName().replace('.', '/'), "package-info.java");
            if (!Files.exists(info)) {
                silent.add(info.toString());
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void nothingTouchesTheOutside() {
        noOutside().check(MAIN);
    }

    @Test
    void nothingAsksTheMachineWhatItThinks() {
        noAmbientState().check(MAIN);
    }

    @Test
    void staticsDoNotChange() {
        constantStatics().check(MAIN);
    }

    @Test
    void publicSignaturesSpeakJdkAndGuavaCollectionsOnly() {
        ownSignatures().check(MAIN);
    }

    // ---------------------------------------------------------------------------------------------- the rules hold

    /** A rule that nothing can break is no rule: each is shown an offender. */
    @Test
    void theRulesFindOffenders() {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
        for (String found : new String[] {
            "InputStream",
            "java.nio.file.Path",
            "System.out",
            "System.nanoTime",
            "printStackTrace",
            "Class.forName",
            "ServiceLoader.load"
        }) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> noOutside().check(offender))
                    .withMessageContaining(found);
        }
        for (String found : new String[] {
            "Instant.now()",
            "Clock.systemUTC()",
            "Locale.getDefault()",
            "Random.<init>()",
            "LocalDate.now()",
            "SplittableRandom.<init>()",
            "Math.random()",
            "String.format(java.lang.String",
            "String.toLowerCase()"
        }) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> noAmbientState().check(offender))
                    .withMessageContaining(found);
        }
        for (String found : new String[] {"changing", "shared"}) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> constantStatics().check(offender))
                    .withMessageContaining(found);
        }
        for (String found : new String[] {"Offender.foreign()", "Offender.take("}) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> ownSignatures().check(offender))
                    .withMessageContaining(found);
        }
    }

    /** What is fine stays fine. */
    @Test
    void theRulesAcceptTheHarmless() {
        JavaClasses harmless = new ClassFileImporter().importClasses(Harmless.class);
        noOutside().check(harmless);
        noAmbientState().check(harmless);
        constantStatics().check(harmless);
        ownSignatures().check(harmless);
    }

    // -------------------------------------------------------------------------------------------------- the rules

    private static ArchRule noOutside() {
        // Strings in memory wear the clothes of streams in java.io, and so do the exceptions a parser declares.
        ImmutableSet<String> inMemory = ImmutableSet.of(
                "java.io.Closeable",
                "java.io.Flushable",
                "java.io.IOException",
                "java.io.UncheckedIOException",
                "java.io.Reader",
                "java.io.StringReader",
                "java.io.Writer",
                "java.io.StringWriter",
                "java.io.Serial",
                "java.io.Serializable",
                "java.io.ObjectInputStream",
                "java.io.ObjectStreamException",
                "java.io.InvalidObjectException",
                "java.io.NotSerializableException");
        DescribedPredicate<JavaClass> outside = describe(
                "reach outside",
                type -> (type.getPackageName().equals("java.io")
                                && !inMemory.contains(
                                        type.getBaseComponentType().getName()))
                        || inPackage(
                                type,
                                "java.awt",
                                "java.lang.management",
                                "java.lang.ref",
                                "java.net",
                                "java.nio.channels",
                                "java.nio.file",
                                "java.rmi",
                                "java.sql",
                                "java.util.logging",
                                "java.util.prefs",
                                "javax",
                                "jdk",
                                "sun")
                        || type.isAssignableTo(Process.class)
                        || type.isAssignableTo(ProcessBuilder.class)
                        || type.isAssignableTo(System.Logger.class)
                        || type.isAssignableTo(ClassLoader.class));
        DescribedPredicate<JavaAccess<?>> access = describe("reach outside", a -> {
            String name = a.getTarget().getName();
            return switch (a.getTargetOwner().getName()) {
                case "java.lang.System" ->
                    !Set.of("arraycopy", "identityHashCode").contains(name);
                case "java.lang.Runtime" ->
                    !Set.of("getRuntime", "availableProcessors").contains(name);
                case "java.lang.Class" ->
                    Set.of("forName", "getResource", "getResourceAsStream").contains(name);
                case "java.util.ServiceLoader" -> true;
                case "java.lang.Integer", "java.lang.Long" ->
                    Set.of("getInteger", "getLong").contains(name);
                case "java.lang.Boolean" -> name.equals("getBoolean");
                default -> name.equals("printStackTrace") && a.getTargetOwner().isAssignableTo(Throwable.class);
            };
        });
        return noClasses()
                .should()
                .dependOnClassesThat(outside)
                .orShould()
                .accessTargetWhere(access)
                .because("medrank computes; the program that embeds it reads and writes");
    }

    private static ArchRule noAmbientState() {
        DescribedPredicate<JavaAccess<?>> ambient = describe("depend on the machine or the moment", a -> {
            String name = a.getTarget().getName();
            JavaClass owner = a.getTargetOwner();
            var given = a instanceof JavaCodeUnitAccess<?> call
                    ? call.getTarget().getRawParameterTypes()
                    : List.<JavaClass>of();
            boolean creates = name.equals(JavaConstructor.CONSTRUCTOR_NAME);
            boolean hasLocale = given.stream().anyMatch(p -> p.isEquivalentTo(Locale.class));
            boolean hasRandom = given.stream().anyMatch(p -> p.isAssignableTo(RandomGenerator.class));
            return switch (owner.getName()) {
                case "java.util.Date", "java.util.Calendar", "java.util.GregorianCalendar", "java.util.TimeZone" ->
                    true;
                case "java.security.SecureRandom", "java.util.concurrent.ThreadLocalRandom" -> true;
                case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
                case "java.time.ZoneId" -> name.equals("systemDefault");
                case "java.util.Locale" -> name.equals("getDefault") || name.equals("setDefault");
                case "java.util.UUID" -> name.equals("randomUUID");
                case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
                case "java.util.Random", "java.util.SplittableRandom" -> creates && given.isEmpty();
                case "java.util.random.RandomGenerator" -> name.equals("getDefault") || name.equals("of");
                case "java.util.random.RandomGeneratorFactory" -> name.equals("create") && given.isEmpty();
                case "java.util.Collections" -> name.equals("shuffle") && !hasRandom;
                case "java.nio.charset.Charset" -> name.equals("defaultCharset");
                case "java.lang.String" ->
                    switch (name) {
                        case "format", "toLowerCase", "toUpperCase" -> !hasLocale;
                        case "formatted" -> true;
                        case "getBytes" -> given.isEmpty();
                        default -> false;
                    };
                case "java.util.Formatter", "java.util.Scanner" -> creates && !hasLocale;
                case "java.text.NumberFormat", "java.text.Collator", "java.text.BreakIterator" ->
                    name.startsWith("get") && name.endsWith("nstance") && !hasLocale;
                case "java.text.DecimalFormat" -> creates && given.size() < 2;
                case "java.text.DecimalFormatSymbols" -> (creates || name.equals("getInstance")) && !hasLocale;
                case "java.text.MessageFormat" -> name.equals("format") || (creates && !hasLocale);
                default -> name.equals("now") && inPackage(owner, "java.time");
            };
        });
        return noClasses()
                .should()
                .accessTargetWhere(ambient)
                .because("the same input and seed give the same output everywhere: pass Locale.ROOT, a seed or a date");
    }

    private static ArchRule constantStatics() {
        return fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should(new ArchCondition<>("be final and of a type that cannot change") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        JavaClass type = field.getRawType();
                        boolean immutable = type.isAssignableTo(ImmutableCollection.class)
                                || type.isAssignableTo(ImmutableMap.class);
                        boolean changes = !immutable
                                && (type.isAssignableTo(Collection.class)
                                        || type.isAssignableTo(Map.class)
                                        || type.isAssignableTo(RandomGenerator.class)
                                        || type.isAssignableTo(ThreadLocal.class)
                                        || type.isAssignableTo(StringBuilder.class)
                                        || inPackage(type, "java.util.concurrent", "com.google.common.cache")
                                        || (type.isArray()
                                                && !field.getModifiers().contains(JavaModifier.PRIVATE)));
                        if (changes || !field.getModifiers().contains(JavaModifier.FINAL)) {
                            events.add(SimpleConditionEvent.violated(
                                    field, field.getDescription() + " can change: " + type.getName()));
                        }
                    }
                })
                .allowEmptyShould(true)
                .because("two programs in one JVM must not see each other");
    }

    private static ArchRule ownSignatures() {
        return classes()
                .that(describe("are public", ArchitectureTest::isApi))
                .should(new ArchCondition<>("mention only JDK types, Guava's immutable collections and each other") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getTypeParameters().forEach(p -> report(type, type.getDescription(), p, events));
                        type.getSuperclass().ifPresent(s -> report(type, type.getDescription(), s, events));
                        type.getInterfaces().forEach(i -> report(type, type.getDescription(), i, events));
                        for (JavaMember member : type.getMembers()) {
                            if (isApi(member)) {
                                typesOf(member).forEach(t -> report(type, member.getDescription(), t, events));
                            }
                        }
                    }
                })
                .because("a dependency in a signature could never be replaced");
    }

    private static Stream<JavaType> typesOf(JavaMember member) {
        if (member instanceof JavaCodeUnit unit) {
            return Stream.of(
                            Stream.of(unit.getReturnType()),
                            unit.getParameterTypes().stream(),
                            unit.getTypeParameters().stream(),
                            unit.getExceptionTypes().stream())
                    .flatMap(types -> types);
        }
        return Stream.of(((JavaField) member).getType());
    }

    private static void report(JavaClass type, String where, JavaType mentioned, ConditionEvents events) {
        for (JavaClass raw : mentioned.getAllInvolvedRawTypes()) {
            JavaClass base = raw.getBaseComponentType();
            boolean ours =
                    base.getPackageName().equals(ROOT) || base.getPackageName().startsWith(ROOT + ".");
            boolean guava = base.getPackageName().startsWith("com.google.common.")
                    && base.getSimpleName().startsWith("Immutable");
            if (!(base.isPrimitive() || inPackage(base, "java") || ours || guava)) {
                events.add(SimpleConditionEvent.violated(type, where + " mentions " + base.getName()));
            }
        }
    }

    private static boolean isApi(JavaClass type) {
        return !type.getPackageName().equals(packageOf("exact"))
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ArchitectureTest::isApi).orElse(true);
    }

    private static boolean isApi(JavaMember member) {
        return !member.getModifiers().contains(JavaModifier.SYNTHETIC)
                && (member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED));
    }

    private static boolean inPackage(JavaClass type, String... packages) {
        String name = type.getBaseComponentType().getPackageName();
        return Arrays.stream(packages).anyMatch(p -> name.equals(p) || name.startsWith(p + "."));
    }

    private static String packageOf(String room) {
        return room.isEmpty() ? ROOT : ROOT + "." + room;
    }

    // ------------------------------------------------------------------------------------------------- the exhibits

    /** Breaks every rule once. */
    @SuppressWarnings({"CatchAndPrintStackTrace", "JavaUtilDate", "StringCaseLocaleUsage", "AnnotateFormatMethod"})
    public static class Offender {
        static int changing;
        static final Map<String, String> shared = Map.of();

        public JavaType foreign() {
            throw new UnsupportedOperationException();
        }

        public void take(List<? extends TestInfo> infos) {
            throw new UnsupportedOperationException(infos.toString());
        }

        final Supplier<LocalDate> today = LocalDate::now;

        String everything(InputStream in) {
            try {
                changing += in.read() + new Random().nextInt() + new SplittableRandom().nextInt();
                System.out.println(Path.of("x"));
                System.out.println(Class.forName("x") + "" + ServiceLoader.load(Runnable.class));
            } catch (IOException | ClassNotFoundException e) {
                e.printStackTrace();
            }
            return String.format("%s%s%s%s", System.nanoTime(), Instant.now(), Clock.systemUTC(), Math.random())
                    + Locale.getDefault().toString().toLowerCase();
        }
    }

    /** Comes as near as is allowed. */
    public static class Harmless {
        static final ImmutableMap<String, String> SHARED = ImmutableMap.of();
        private static final double[] TABLE = {1, 2};

        public ImmutableMap<String, ImmutableSet<Map<String, double[]>>> own() {
            throw new IllegalStateException(String.format(Locale.ROOT, "%s", TABLE.length) + SHARED);
        }

        int everything(Random seeded) {
            System.arraycopy(TABLE, 0, TABLE, 0, TABLE.length);
            return new Random(1).nextInt() + seeded.nextInt() + new StringReader("x").hashCode();
        }
    }
}
