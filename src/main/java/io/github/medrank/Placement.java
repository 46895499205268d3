package io.github.medrank;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The place of each row of a ranking, its position as shown, and the listing.
 *
 * <p>Places are computed at construction. Everything that depends on names or on presented scores is computed on first
 * use and cached, since with a million schools it costs more than the places. Those fields are volatile, so a thread
 * that sees a value sees all of it; a race computes the same value twice.
 */
final class Placement {
    private final IndicatorTable table;
    private final Scores scores;
    private final Presentation presentation;
    private final int[] places;

    private volatile @Nullable Standings standings;
    private volatile @Nullable ShownGroups groups;
    private volatile int @Nullable [] ordinals;
    private volatile int @Nullable [] listing;

    /** @param normalized the table as the ranker saw it; its values break ties */
    Placement(IndicatorTable table, IndicatorTable normalized, Scores scores, Presentation presentation) {
        this.table = table;
        this.scores = scores;
        this.presentation = presentation;
        this.places = new int[table.size()];
        new Placer(places.length, presentation).place(scores, places, new double[places.length]);
        TieBreaks.apply(presentation.tieBreakers(), normalized, places);
    }

    int size() {
        return places.length;
    }

    /** How many rows are ranked. */
    int ranked() {
        return places.length - standings().size(0);
    }

    /** The competition place of a row; 0 for a school that is not ranked. */
    int place(int row) {
        return places[row];
    }

    Scores scores() {
        return scores;
    }

    Presentation presentation() {
        return presentation;
    }

    boolean isInBand(int row) {
        return !presentation.bands().isExact(places[row]);
    }

    Position position(int row) {
        int place = places[row];
        if (presentation.tiers().isPresent()) {
            return groups().position(row);
        }
        if (isInBand(row)) {
            return presentation.bands().of(place);
        }
        if (presentation.ties() == TieRule.ORDINAL) {
            return Position.exact(ordinals()[row], false, presentation.tieMark());
        }
        return Position.exact(standings().position(place), standings().size(place) > 1, presentation.tieMark());
    }

    BigDecimal score(int row) {
        return presentation.present(scores.exact(row));
    }

    /** The score as shown: in a band it may be empty, or the band's range. */
    String scoreText(int row) {
        return switch (isInBand(row) ? presentation.bandScores() : BandScores.SHOWN) {
            case SHOWN -> score(row).toPlainString();
            case HIDDEN -> "";
            case RANGE -> groups().range(row);
        };
    }

    private Standings standings() {
        Standings known = standings;
        if (known == null) {
            known = new Standings(presentation.ties(), places.length);
            known.take(places);
            standings = known;
        }
        return known;
    }

    private ShownGroups groups() {
        ShownGroups known = groups;
        if (known == null) {
            known = new ShownGroups(this);
            groups = known;
        }
        return known;
    }

    private int[] ordinals() {
        int[] known = ordinals;
        if (known == null) {
            known = places.clone();
            new Standings(TieRule.ORDINAL, known.length).apply(known, table.listing());
            ordinals = known;
        }
        return known;
    }

    /** All ranked rows, best first, and by name within a place. Callers must not modify the array. */
    int[] listing() {
        int[] known = listing;
        if (known == null) {
            known = list();
            listing = known;
        }
        return known;
    }

    /**
     * Sorted by place, then by name; by name alone within a tier or a band, unless the band shows each school's own
     * score.
     */
    private int[] list() {
        boolean hides = presentation.tiers().isPresent()
                || (presentation.bands().isBanded() && presentation.bandScores() != BandScores.SHOWN);
        if (!hides) {
            return standings().listing(places, table.listing());
        }
        int[] firsts = IntStream.range(0, places.length)
                .map(row -> places[row] > 0 && position(row).isBand()
                        ? position(row).best()
                        : places[row])
                .toArray();
        Standings shown = new Standings(TieRule.COMPETITION, firsts.length);
        shown.take(firsts);
        return shown.listing(firsts, table.listing());
    }
}
