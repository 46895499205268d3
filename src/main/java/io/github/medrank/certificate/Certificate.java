package io.github.medrank.certificate;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An exact answer with its proof. It contains the numbers and the claim. Where something is attained, it contains the
 * weights that attain it; where something is impossible, it contains multipliers that combine the conditions into a
 * contradiction.
 *
 * <p>You need not trust the code that created a certificate. {@link #verify()} only adds, multiplies and compares
 * fractions, and docs/audit.md explains how to do so by hand. A certificate does not prove that its numbers come from a
 * particular table; compare the {@link #digest()} for that.
 *
 * <pre>{@code
 * var a = Indicator.of("a");
 * var b = Indicator.of("b");
 * var table = IndicatorTable.builder(a, b).row(School.of("Yale"), 4, 2).row(School.of("Oxford"), 1, 2).build();
 * var mean = Methodology.builder("mean").ranker(Rankers.weightedMean()).build();
 * var certificate = WeightSpace.of(mean, table).certifyDominance("Yale", "Oxford");
 * certificate.claim() // ==> Yale is nowhere behind Oxford, and somewhere ahead
 * certificate.verify() // ==> true
 * Certificate.of(Json.tree(certificate)).equals(certificate) // ==> true
 * }</pre>
 */
@Immutable
@SuppressWarnings("Immutable") // the document is copied into immutable maps and lists of texts and decimals
public final class Certificate {
    private static final String TYPE = "certificate";

    private final ImmutableMap<String, Object> document;
    private final String claim;

    private Certificate(ImmutableMap<String, Object> document) {
        this.document = document;
        this.claim = sentence(Entries.of(document));
    }

    /**
     * Returns the certificate in a document, such as one from {@link #document()} or from a JSON parser. It is not
     * verified yet.
     *
     * @throws IllegalArgumentException if the document is not a certificate; errors that {@link #verify()} finds are
     *     not checked here
     */
    public static Certificate of(Map<String, ?> document) {
        requireNonNull(document, "document");
        ImmutableMap.Builder<String, Object> copy = ImmutableMap.builder();
        document.forEach((key, value) -> copy.put(key, Entries.copy(value, 0)));
        Certificate certificate = new Certificate(copy.buildOrThrow());
        checkArgument(
                Entries.of(certificate.document).text("type").equals(TYPE),
                "the document is of type \"%s\", and none of a certificate",
                certificate.document.get("type"));
        return certificate;
    }

    /**
     * Returns a certificate for a document that has no type and digest yet.
     *
     * @throws IllegalArgumentException if the document lacks the numbers or the claim
     */
    public static Certificate sealed(Map<String, ?> document) {
        requireNonNull(document, "document");
        ImmutableMap.Builder<String, Object> whole = ImmutableMap.builder();
        whole.put("type", TYPE);
        document.forEach(whole::put);
        whole.put("digest", CertifiedTable.digest(Entries.of(Entries.copy(document, 0))));
        return of(whole.buildOrThrow());
    }

    // ---- accessors ----

    /** Returns the claim as a sentence, derived from the document. */
    public String claim() {
        return claim;
    }

    /**
     * Returns the digest of the numbers, as hexadecimal digits. It is the SHA-256 of the names of indicators and
     * schools and of the numbers row by row, each followed by a line feed.
     */
    public String digest() {
        return Entries.of(document).text("digest");
    }

    /**
     * Returns the document, which consists of maps, lists, strings, whole numbers and booleans. Numbers that are part
     * of the proof are strings, either decimals such as 0.4 or fractions such as 1/3, so that no JSON parser rounds
     * them.
     */
    public ImmutableMap<String, Object> document() {
        return document;
    }

    // ---- operations ----

    /** Returns whether the proof is complete and proves the claim. */
    public boolean verify() {
        return objection().isEmpty();
    }

    /** Returns the first error in the proof, or empty if it proves the claim. */
    public Optional<String> objection() {
        try {
            check(Entries.of(document));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static void check(Entries document) {
        String kind = document.object("claim").text("kind");
        switch (kind) {
            case "dominance" -> new RegionProof(document).checkLead();
            case "best" -> new RegionProof(document).checkPosition(true);
            case "worst" -> new RegionProof(document).checkPosition(false);
            case "first" -> new RegionProof(document).checkFirst();
            case "share" -> new WeightsProof(document).checkShare();
            case "no weights" -> new WeightsProof(document).checkNoWeights();
            default -> throw new IllegalArgumentException("nothing is known of claims of the kind \"" + kind + "\"");
        }
    }

    private static String sentence(Entries document) {
        Entries claim = document.object("claim");
        List<String> schools = document.texts("schools");
        return switch (claim.text("kind")) {
            case "dominance" ->
                schools.get(claim.index("ahead", schools.size())) + " is nowhere behind "
                        + schools.get(claim.index("behind", schools.size())) + ", and somewhere ahead";
            case "best", "worst" ->
                "the " + claim.text("kind") + " position of " + schools.get(claim.index("school", schools.size()))
                        + " is " + claim.whole("position");
            case "first" ->
                "these can be first, and no others: "
                        + claim.list("schools").stream()
                                .map(each -> name(schools, Entries.whole(each)))
                                .collect(Collectors.joining(", "));
            case "share" ->
                "the share of "
                        + document.texts("indicators")
                                .get(claim.index(
                                        "indicator",
                                        document.texts("indicators").size()))
                        + " is between " + claim.text("low") + " and " + claim.text("high");
            default ->
                "no weights give the " + schools.size() + " printed " + (document.has("rule") ? "scores" : "positions");
        };
    }

    private static String name(List<String> schools, int index) {
        checkArgument(index >= 0 && index < schools.size(), "school %s of %s", index, schools.size());
        return schools.get(index);
    }

    // ---- equality, text ----

    /** Returns whether the other object is a certificate with an equal document. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Certificate that && document.equals(that.document);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }

    /** Returns the claim, its subject, and the digest. */
    @Override
    public String toString() {
        Entries entries = Entries.of(document);
        return claim + "; " + entries.texts("schools").size() + " schools, "
                + entries.texts("indicators").size() + " indicators, SHA-256 " + digest();
    }
}
