package io.github.medrank.certificate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/** Ways to spoil a certificate after which it surely is none. */
@SuppressWarnings("unchecked")
final class Spoiling {
    private final Certificate certificate;
    private final SplittableRandom random;
    private final List<Consumer<Map<String, Object>>> changes = new ArrayList<>();

    Spoiling(Certificate certificate, SplittableRandom random) {
        this.certificate = certificate;
        this.random = random;
    }

    /** Some of the ways, each in a copy of its own. */
    List<Map<String, Object>> some(int most) {
        collect();
        List<Map<String, Object>> spoiled = new ArrayList<>();
        while (spoiled.size() < most && !changes.isEmpty()) {
            Map<String, Object> document = (Map<String, Object>) copy(certificate.document());
            changes.remove(random.nextInt(changes.size())).accept(document);
            if (!document.equals(certificate.document())) {
                spoiled.add(document);
            }
        }
        return spoiled;
    }

    private void collect() {
        add(document -> document.put("digest", "0" + certificate.digest()));
        add(document -> {
            List<Object> row = pick((List<List<Object>>) document.get("matrix"));
            row.set(random.nextInt(row.size()), "12345.25");
        });
        add(document -> document.remove("proof"));
        add(document -> object(document, "claim").put("kind", "truth"));
        add(document -> document.put("more", "1"));
        add(document -> object(document, "claim").put("more", "1"));
        add(document -> object(document, "proof").put("more", "1"));
        add(document -> object(document, "region").put("more", "1"));
        switch ((String) object(certificate.document(), "claim").get("kind")) {
            case "dominance" -> dominance();
            case "best", "worst" -> position();
            case "first" -> first();
            default -> scores();
        }
    }

    private void dominance() {
        add(document -> {
            Map<String, Object> claim = object(document, "claim");
            claim.put("ahead", claim.put("behind", claim.get("ahead")));
        });
        add(document -> shift(object(document, "proof"), "attained"));
        add(document -> object(document, "proof").put("by", Map.of()));
        add(document -> turn(object(object(document, "proof"), "by")));
    }

    private void position() {
        for (int by : new int[] {-1, 1}) {
            add(document -> object(document, "claim")
                    .merge("position", BigDecimal.valueOf(by), (a, b) -> ((BigDecimal) a).add((BigDecimal) b)));
        }
        add(document -> shift(object(document, "proof"), "attained"));
        cases(document -> object(document, "proof"));
    }

    private void first() {
        Function<Map<String, Object>, List<Map<String, Object>>> proofs = document ->
                (List<Map<String, Object>>) object(document, "proof").get("schools");
        add(document -> ((List<?>) object(document, "claim").get("schools")).remove(0));
        add(document -> {
            List<Object> schools = (List<Object>) object(document, "claim").get("schools");
            schools.add(schools.get(0));
        });
        add(document -> proofs.apply(document)
                .remove(random.nextInt(proofs.apply(document).size())));
        add(document -> proofs.apply(document).add((Map<String, Object>) copy(pick(proofs.apply(document)))));
        List<Map<String, Object>> mine = proofs.apply(certificate.document());
        for (int i = 0; i < mine.size(); i++) {
            int school = i;
            if (mine.get(i).containsKey("cases")) {
                cases(document -> proofs.apply(document).get(school));
            } else {
                add(document -> shift(proofs.apply(document).get(school), "attained"));
            }
        }
    }

    private void cases(Function<Map<String, Object>, Map<String, Object>> of) {
        Function<Map<String, Object>, List<Map<String, Object>>> cases =
                document -> (List<Map<String, Object>>) of.apply(document).get("cases");
        add(document -> cases.apply(document).add(new LinkedHashMap<>()));
        List<Map<String, Object>> mine = cases.apply((Map<String, Object>) copy(certificate.document()));
        if (!mine.isEmpty()) {
            add(document -> cases.apply(document).remove(random.nextInt(mine.size())));
        }
        for (int i = 0; i < mine.size(); i++) {
            int at = i;
            if (mine.get(at).containsKey("none")) {
                add(document -> cases.apply(document).get(at).put("none", Map.of()));
                add(document -> turn(object(cases.apply(document).get(at), "none")));
            }
            if (mine.get(at).containsKey("sure")) {
                Function<Map<String, Object>, List<Map<String, Object>>> sure = document -> (List<Map<String, Object>>)
                        cases.apply(document).get(at).get("sure");
                add(document -> sure.apply(document).add((Map<String, Object>) copy(pick(sure.apply(document)))));
                add(document -> turn(object(pick(sure.apply(document)), "by")));
                if (mine.get(at).size() == 1) {
                    add(document -> sure.apply(document)
                            .remove(random.nextInt(sure.apply(document).size())));
                }
            }
        }
    }

    private void scores() {
        Map<String, Object> proof = object(certificate.document(), "proof");
        for (String side : proof.containsKey("by") ? List.of("") : List.of("low", "high")) {
            Function<Map<String, Object>, Map<String, Object>> end =
                    document -> side.isEmpty() ? object(document, "proof") : object(object(document, "proof"), side);
            add(document -> end.apply(document).put("by", Map.of()));
            add(document -> turn(object(end.apply(document), "by")));
            add(document -> object(end.apply(document), "by").put("pair 0 0", "0"));
            add(document -> object(end.apply(document), "by").put("low 99999", "0"));
            if (!side.isEmpty()) {
                add(document -> shift(end.apply(document), "attained"));
                add(document -> object(document, "claim").merge(side, "1", (a, b) -> a + "1/1000000007"));
            }
        }
        if (certificate.document().containsKey("rule")) {
            add(document -> object(document, "rule").remove("hidden"));
            add(document -> object(document, "rule").put("shared", "false"));
            add(document -> ((List<Object>) object(document, "rule").get("hidden")).add("0"));
            add(document -> ((List<Object>) object(document, "rule").get("hidden")).set(0, "-1"));
            add(document -> ((List<Object>) object(document, "region").get("lower")).set(0, "-1"));
            add(document -> object(document, "rule").put("more", "1"));
        } else {
            add(document -> document.put("rule", Map.of()));
        }
        if (proof.containsKey("low")) {
            // The last position becomes the first, or the greatest score a million, and the digest follows.
            add(document -> {
                List<List<Object>> rows = (List<List<Object>>) document.get("matrix");
                List<Object> row =
                        Collections.max(rows, Comparator.comparing(each -> Entries.number(each.get(each.size() - 2))));
                row.set(row.size() - 2, certificate.document().containsKey("rule") ? "1000000" : "1/1000003");
                document.put("digest", CertifiedTable.digest(Entries.of(document)));
            });
        } else if (certificate.document().containsKey("rule")) {
            // With so many digits hidden any weights give the scores.
            add(document -> ((List<Object>) object(document, "rule").get("hidden")).replaceAll(each -> "1000000"));
        }
    }

    // ---- changes ----

    private void add(Consumer<Map<String, Object>> change) {
        changes.add(change);
    }

    private static Map<String, Object> object(Map<String, Object> of, String key) {
        return (Map<String, Object>) of.get(key);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** A number of a list becomes another. */
    private void shift(Map<String, Object> of, String key) {
        List<Object> list = (List<Object>) of.get(key);
        list.set(random.nextInt(list.size()), "1/1000003");
    }

    /** Turns a multiplier round that may not be negative. */
    private void turn(Map<String, Object> by) {
        List<String> keys = new ArrayList<>(by.keySet());
        keys.removeIf(key -> key.equals("sum") || key.startsWith("top"));
        if (!keys.isEmpty()) {
            by.compute(pick(keys), (key, value) -> "-" + value);
        }
    }

    static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put((String) key, copy(each)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(copy(each)));
            return copy;
        }
        return value;
    }

    /** Changes one leaf anywhere, whatever it be. */
    static Object changedSomewhere(Object value, SplittableRandom random) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            List<String> keys = new ArrayList<>((Set<String>) map.keySet());
            keys.removeIf(key -> key.equals("digest"));
            String key = keys.get(random.nextInt(keys.size()));
            ((Map<String, Object>) map).computeIfPresent(key, (same, each) -> changedSomewhere(each, random));
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            int at = random.nextInt(list.size());
            ((List<Object>) list).set(at, changedSomewhere(list.get(at), random));
        } else if (value instanceof BigDecimal number) {
            return number.add(BigDecimal.valueOf(random.nextInt(5) - 2));
        } else if (value instanceof String text) {
            String digit = String.valueOf(random.nextInt(10));
            return text.isEmpty() || random.nextInt(3) == 0 ? text + digit : text.replaceFirst("[0-9]", digit);
        }
        return value;
    }
}
