package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.Presentation;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.certificate.Certificate;
import io.github.medrank.exact.NumberText;
import io.github.medrank.weightspace.ExactPlaces.HalfSpace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes proven results about a region as certificates. */
final class Certifier {
    private final LinearModel model;
    private final Polytope polytope;
    private final ProofPrograms programs;

    Certifier(LinearModel model, Polytope polytope) {
        for (Column column : model.ranking().normalized().columns()) {
            checkArgument(
                    column.isDecimal() || column.denominator() > 0,
                    "the values of indicator \"%s\" are no fractions after normalization, so that no certificate can have them;"
                            + " take a normalizer such as min–max",
                    column.indicator().id());
        }
        this.model = model;
        this.polytope = polytope;
        this.programs = new ProofPrograms(model, polytope);
    }

    // ---- leads ----

    Certificate dominance(int ahead, int behind) {
        Box box = polytope.box();
        HalfSpace contrary = HalfSpace.ahead(model, behind, ahead, true);
        Optional<Map<String, Object>> by = programs.overBox(box, contrary, behind);
        if (by.isEmpty()) {
            by = programs.solve(box, List.of(), ImmutableMap.of(behind, contrary))
                    .by();
        }
        ProofPrograms.Answer somewhere =
                programs.solve(box, List.of(), ImmutableMap.of(ahead, HalfSpace.ahead(model, ahead, behind, true)));
        checkArgument(
                by.isPresent() && somewhere.point().isPresent(),
                "school \"%s\" does not dominate \"%s\" in the region",
                name(ahead),
                name(behind));
        Map<String, Object> content =
                content(ImmutableMap.of("kind", "dominance", "ahead", ahead, "behind", behind), false);
        Weights attained = Polytope.weights(somewhere.point().orElseThrow(), model.indicators());
        content.put("proof", ImmutableMap.of("attained", shares(attained), "by", by.get()));
        return Certificate.sealed(content);
    }

    private String name(int row) {
        return model.schools().get(row).name();
    }

    // ---- positions ----

    Optional<Certificate> position(RankBound bound, boolean best) {
        requirePlain();
        int school = model.schools().indexOf(bound.school());
        int position = best ? bound.bestAttained() : bound.worstAttained();
        if (best ? !bound.isBestExact() : !bound.isWorstExact()) {
            return Optional.empty();
        }
        int needed = best ? position - 1 : model.size() - position;
        return new CaseSearch(programs, school, best, needed).run().map(cases -> {
            Map<String, Object> content = content(
                    ImmutableMap.of("kind", best ? "best" : "worst", "school", school, "position", position), true);
            content.put(
                    "proof",
                    ImmutableMap.of(
                            "attained", shares(best ? bound.weightsAtBest() : bound.weightsAtWorst()), "cases", cases));
            return Certificate.sealed(content);
        });
    }

    /** The certificate of which schools can be first, from the best positions of all schools. */
    Optional<Certificate> first(List<RankBound> bounds) {
        requirePlain();
        Map<Integer, Object> proofs = new TreeMap<>();
        List<Integer> firsts = new ArrayList<>();
        int left = CaseSearch.MOST_CASES;
        for (RankBound bound : bounds) {
            int school = model.schools().indexOf(bound.school());
            if (bound.bestAttained() == 1) {
                firsts.add(school);
                proofs.put(school, ImmutableMap.of("attained", shares(bound.weightsAtBest())));
                continue;
            }
            Optional<List<Map<String, Object>>> cases =
                    bound.bestBound() == 1 ? Optional.empty() : new CaseSearch(programs, school, true, 1).run();
            left -= cases.map(List::size).orElse(left + 1);
            if (left < 0) {
                return Optional.empty();
            }
            proofs.put(school, ImmutableMap.of("cases", cases.orElseThrow()));
        }
        Collections.sort(firsts);
        Map<String, Object> content = content(ImmutableMap.of("kind", "first", "schools", firsts), true);
        content.put("proof", ImmutableMap.of("schools", List.copyOf(proofs.values())));
        return Optional.of(Certificate.sealed(content));
    }

    private void requirePlain() {
        Presentation shown = model.methodology().presentation();
        checkArgument(
                shown.tieBreakers().isEmpty(),
                "methodology \"%s\" breaks ties by %s, which no certificate can prove; give it"
                        + " presentation().withTieBreakers()",
                model.methodology().name(),
                shown.tieBreakers());
    }

    // ---- the document ----

    private Map<String, Object> content(Map<String, Object> claim, boolean shown) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("claim", claim);
        content.put(
                "indicators", model.indicators().stream().map(Indicator::name).toList());
        content.put("schools", model.schools().stream().map(School::name).toList());
        List<Object> matrix = new ArrayList<>();
        for (int row = 0; row < model.size(); row++) {
            BigDecimal scale = model.scale(row);
            matrix.add(Arrays.stream(model.scaled(row))
                    .map(each -> ProofPrograms.fraction(each, scale))
                    .toList());
        }
        content.put("matrix", matrix);
        content.put("region", region());
        if (shown && programs.leads.rounds()) {
            Presentation presentation = model.methodology().presentation();
            content.put(
                    "rounding",
                    ImmutableMap.of(
                            "decimals",
                            presentation.decimals().orElseThrow(),
                            "mode",
                            presentation.rounding().name()));
        }
        return content;
    }

    private Map<String, Object> region() {
        List<ImmutableMap<String, Object>> constraints = polytope.walls().stream()
                .map(wall ->
                        ImmutableMap.<String, Object>of("row", texts(wall.row), "bound", NumberText.plain(wall.limit)))
                .toList();
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("lower", texts(polytope.box().lower()));
        region.put("upper", texts(polytope.box().upper()));
        region.put("constraints", constraints);
        return region;
    }

    private static List<String> texts(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(NumberText::plain).toList();
    }

    private List<String> shares(Weights weights) {
        return model.indicators().stream()
                .map(each -> ProofPrograms.fraction(weights.points(each), weights.total()))
                .toList();
    }
}
