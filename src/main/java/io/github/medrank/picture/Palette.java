package io.github.medrank.picture;

import com.google.common.collect.ImmutableList;

/**
 * The colours of a picture. Letters have a contrast of at least 4.5 to the paper, and drawings of at least 3 (WCAG
 * 2.2), except for the parts of a bar, which have lines between them. The colours of parts can be distinguished with
 * all common kinds of colour vision (Okabe and Ito 2008, light and dark in turn, then a ninth).
 *
 * @param paper the background
 * @param ink the colour of letters
 * @param faint the colour of less important letters
 * @param grid the colour of guide lines
 * @param stripe the background of every other row
 * @param mark the background of highlighted rows
 * @param line the colour of drawn lines
 * @param dot the colour of emphasised points on a line
 * @param up the colour of rises, and {@code down} of falls, also for letters
 * @param cell the colour of a bar behind a number
 * @param parts the colours of the parts of a bar
 */
record Palette(
        String paper,
        String ink,
        String faint,
        String grid,
        String stripe,
        String mark,
        String line,
        String dot,
        String up,
        String down,
        String cell,
        ImmutableList<String> parts) {
    static final Palette LIGHT = new Palette(
            "#ffffff",
            "#222222",
            "#5f5f5f",
            "#dcdcdc",
            "#f4f4f4",
            "#fff0c2",
            "#0072b2",
            "#d55e00",
            "#0072b2",
            "#b84700",
            "#bcdcf0",
            ImmutableList.of(
                    "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#555555", "#882255"));
    static final Palette DARK = new Palette(
            "#161616",
            "#ececec",
            "#b4b4b4",
            "#3c3c3c",
            "#202020",
            "#453a12",
            "#56b4e9",
            "#ff8c42",
            "#6cb8e6",
            "#ff9d5c",
            "#1f4f70",
            ImmutableList.of(
                    "#2f8fd0", "#e69f00", "#009e73", "#cc79a7", "#8fd0f4", "#d55e00", "#f0e442", "#9a9a9a", "#b84a86"));

    /** The colour of parts that have no colour of their own. */
    String others() {
        return this.equals(DARK) ? "#6a6a6a" : "#bbbbbb";
    }
}
