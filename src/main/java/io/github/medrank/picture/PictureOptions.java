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
 * The appearance of a picture: its title, subtitle and source, its width, light or dark colours, and highlighted
 * schools.
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
     * Returns options for a light picture, 960 pixels wide, without subtitle, source or highlighted schools.
     *
     * @param title the title of the picture
     */
    public static PictureOptions titled(String title) {
        return new PictureOptions(title, "", "", USUAL_WIDTH, false, ImmutableSet.of());
    }

    // ---- the parts ----

    /** Returns the title. */
    public String title() {
        return title;
    }

    /** Returns the text below the title, which may be empty. */
    public String subtitle() {
        return subtitle;
    }

    /** Returns the source of the data, which is printed at the bottom and may be empty. */
    public String source() {
        return source;
    }

    /** Returns the width of the picture in pixels. */
    public int width() {
        return width;
    }

    /** Returns whether the picture is drawn light on dark. */
    public boolean isDark() {
        return dark;
    }

    /** Returns the ids, names or aliases of the highlighted schools. */
    public ImmutableSet<String> highlighted() {
        return highlighted;
    }

    // ---- with ----

    /** Returns a copy with another subtitle. */
    public PictureOptions withSubtitle(String newSubtitle) {
        return new PictureOptions(title, newSubtitle, source, width, dark, highlighted);
    }

    /** Returns a copy with another source of the data. */
    public PictureOptions withSource(String newSource) {
        return new PictureOptions(title, subtitle, newSource, width, dark, highlighted);
    }

    /**
     * Returns a copy with another width. A picture of several editions or many indicators becomes wider if its columns
     * need more room.
     *
     * @throws IllegalArgumentException if the width is not between 320 and 10,000
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

    /** Returns a copy that is drawn light on dark. */
    public PictureOptions inDark() {
        return new PictureOptions(title, subtitle, source, width, true, highlighted);
    }

    /**
     * Returns a copy that highlights the given schools and no others.
     *
     * @param idsOrNames ids, names or aliases; drawing fails if the picture does not show one of them
     */
    public PictureOptions highlighting(String... idsOrNames) {
        return new PictureOptions(
                title, subtitle, source, width, dark, ImmutableSet.copyOf(requireNonNull(idsOrNames, "idsOrNames")));
    }

    /** Returns a copy that highlights the given schools, by their ids. See {@link #highlighting(String...)}. */
    public PictureOptions highlighting(School... schools) {
        return highlighting(Arrays.stream(requireNonNull(schools, "schools"))
                .map(School::id)
                .toArray(String[]::new));
    }

    Palette palette() {
        return dark ? Palette.DARK : Palette.LIGHT;
    }

    /**
     * Returns the highlighted schools among those that a picture shows.
     *
     * @throws IllegalArgumentException if a highlighted school is not shown
     */
    ImmutableSet<School> highlightedOf(List<School> shown) {
        if (highlighted.isEmpty()) {
            return ImmutableSet.of();
        }
        SchoolLookup lookup = SchoolLookup.of(ImmutableList.copyOf(shown));
        return highlighted.stream().map(lookup::school).collect(ImmutableSet.toImmutableSet());
    }

    // ---- equality and text ----

    /** Returns whether the other object holds equal options. */
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

    /** Returns the options as text. */
    @Override
    public String toString() {
        return SafeText.line("\"" + title + "\", " + width + " wide, " + (dark ? "dark" : "light")
                + (subtitle.isEmpty() ? "" : ", subtitle \"" + subtitle + "\"")
                + (source.isEmpty() ? "" : ", source \"" + source + "\"")
                + (highlighted.isEmpty() ? "" : ", highlighting " + String.join(", ", highlighted)));
    }
}
