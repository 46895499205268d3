package io.github.medrank.picture;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.School;
import io.github.medrank.SchoolLookup;
import io.github.medrank.exact.SafeText;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a picture looks: its title, subtitle and source, how wide it is, light or dark, and which schools stand out.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Indicator.of("a")).row(School.of("Oslo"), 30).row(School.of("Yale"), 40).build();
 * var ranking = Methodology.builder("Plain").ranker(Rankers.weightedMean()).build().rank(table);
 * var narrow = PictureOptions.titled("Points").withSource("own data").withWidth(400).highlighting("Oslo");
 * Svg.contributions(ranking, narrow).contains("width=\"400\"") // ==> true
 * }</pre>
 */
@Immutable
public final class PictureOptions {
    private static final int USUAL_WIDTH = 960;
    private static final int LEAST_WIDTH = 320;
    private static final int MOST_WIDTH = 10_000;

    private final String title;
    private final String subtitle;
    private final String source;
    private final int width;
    private final boolean dark;
    private final ImmutableSet<String> highlighted;

    private PictureOptions(
            String title, String subtitle, String source, int width, boolean dark, ImmutableSet<String> highlighted) {
        this.title = requireNonNull(title, "title");
        this.subtitle = requireNonNull(subtitle, "subtitle");
        this.source = requireNonNull(source, "source");
        this.width = width;
        this.dark = dark;
        this.highlighted = highlighted;
    }

    /**
     * Returns a light look, 960 wide, without subtitle, source and highlighted schools.
     *
     * @param title what the picture is called
     */
    public static PictureOptions titled(String title) {
        return new PictureOptions(title, "", "", USUAL_WIDTH, false, ImmutableSet.of());
    }

    // ---- the parts ----

    /** Returns what the picture is called. */
    public String title() {
        return title;
    }

    /** Returns what stands below the title; empty for nothing. */
    public String subtitle() {
        return subtitle;
    }

    /** Returns where the data come from, printed at the bottom; empty for nothing. */
    public String source() {
        return source;
    }

    /** Returns how wide the picture is. */
    public int width() {
        return width;
    }

    /** Tells whether the picture is light on dark. */
    public boolean isDark() {
        return dark;
    }

    /** Returns the ids, names or aliases of the schools that stand out. */
    public ImmutableSet<String> highlighted() {
        return highlighted;
    }

    // ---- with ----

    /** Returns a look with another subtitle. */
    public PictureOptions withSubtitle(String newSubtitle) {
        return new PictureOptions(title, newSubtitle, source, width, dark, highlighted);
    }

    /** Returns a look with another source of the data. */
    public PictureOptions withSource(String newSource) {
        return new PictureOptions(title, subtitle, newSource, width, dark, highlighted);
    }

    /**
     * Returns a look of another width. A picture of several editions or many indicators is wider where its columns need
     * that.
     *
     * @throws IllegalArgumentException if the width is not between 320 and 10 000
     */
    public PictureOptions withWidth(int newWidth) {
        checkArgument(
                newWidth >= LEAST_WIDTH && newWidth <= MOST_WIDTH,
                "width %s; a picture is between %s and %s wide",
                newWidth,
                LEAST_WIDTH,
                MOST_WIDTH);
        return new PictureOptions(title, subtitle, source, newWidth, dark, highlighted);
    }

    /** Returns a look that is light on dark. */
    public PictureOptions inDark() {
        return new PictureOptions(title, subtitle, source, width, true, highlighted);
    }

    /**
     * Returns a look in which these schools, and no others, stand out.
     *
     * @param idsOrNames ids, names or aliases; a picture that does not show one of them is refused
     */
    public PictureOptions highlighting(String... idsOrNames) {
        return new PictureOptions(
                title, subtitle, source, width, dark, ImmutableSet.copyOf(requireNonNull(idsOrNames, "idsOrNames")));
    }

    /** Returns a look in which some schools stand out, as {@link #highlighting(String...)} by their ids. */
    public PictureOptions highlighting(School... schools) {
        return highlighting(Arrays.stream(requireNonNull(schools, "schools"))
                .map(School::id)
                .toArray(String[]::new));
    }

    Palette palette() {
        return dark ? Palette.DARK : Palette.LIGHT;
    }

    /**
     * The highlighted schools among those that a picture shows.
     *
     * @throws IllegalArgumentException if one of them is not shown
     */
    ImmutableSet<School> highlightedOf(List<School> shown) {
        if (highlighted.isEmpty()) {
            return ImmutableSet.of();
        }
        SchoolLookup lookup = SchoolLookup.of(ImmutableList.copyOf(shown));
        return highlighted.stream().map(lookup::school).collect(ImmutableSet.toImmutableSet());
    }

    // ---- equality and text ----

    /** Tells whether the other object is a look of equal parts. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PictureOptions that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(title, subtitle, source, width, dark, highlighted);
    }

    /** Returns the parts in words. */
    @Override
    public String toString() {
        return SafeText.line("\"" + title + "\", " + width + " wide, " + (dark ? "dark" : "light")
                + (subtitle.isEmpty() ? "" : ", subtitle \"" + subtitle + "\"")
                + (source.isEmpty() ? "" : ", source \"" + source + "\"")
                + (highlighted.isEmpty() ? "" : ", highlighting " + String.join(", ", highlighted)));
    }
}
