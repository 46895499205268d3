package io.github.medrank.exact;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The places that a printed position covers.
 *
 * @param first the first place; between two whole numbers where ties share their mean
 * @param last the last place of a band; empty for a single position, and for a band without an end
 * @param band whether it is a band
 * @param tied whether it is marked as shared
 */
public record PrintedPlaces(double first, OptionalInt last, boolean band, boolean tied) {
    /** What publishers print for a school that they list without a position. */
    private static final ImmutableSet<String> NONE =
            ImmutableSet.of("", "-", "nr", "n/r", "na", "n/a", "reporter", "unranked", "not ranked", "null", "..");

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}[,. '][0-9]{3}");
    private static final Pattern DECIMALS = Pattern.compile("[0-9]{1,9}[.,][0-9]{1,2}");
    private static final Pattern TIE = Pattern.compile("(?:=|t-?) ?");
    private static final Pattern SHARE = Pattern.compile(" top [0-9.]{1,9} ?%$");
    private static final int LONGEST = 60;

    /**
     * Reads a position as printed; empty for a school that is listed without one.
     *
     * @throws IllegalArgumentException if the text is no position, or could be two
     */
    public static Optional<PrintedPlaces> read(String printed) {
        // NFKC would make a footnote's number, as in 12², one more digit.
        boolean readable = printed.length() <= LONGEST
                && printed.codePoints().noneMatch(c -> Character.getType(c) == Character.OTHER_NUMBER);
        checkArgument(
                readable,
                "position \"%s\" is too long, or has a raised digit or a fraction in it",
                printed.length() <= LONGEST ? printed : printed.substring(0, LONGEST) + "…");
        String text = NameKeys.text(printed);
        return NONE.contains(text) ? Optional.empty() : Optional.of(new Reader(printed).read(text));
    }

    private record Reader(String printed) {
        PrintedPlaces read(String text) {
            String places = text.startsWith("#") ? text.substring(1) : text;
            places = SHARE.matcher(places).replaceFirst("");
            if (places.endsWith("=")) {
                return of(strip(places, 0, 1), true);
            }
            var tie = TIE.matcher(places);
            return tie.lookingAt() ? of(places.substring(tie.end()), true) : of(places, false);
        }

        private PrintedPlaces of(String places, boolean tied) {
            if (places.endsWith("+")) {
                return new PrintedPlaces(whole(strip(places, 0, 1)), OptionalInt.empty(), true, tied);
            }
            int dash = places.indexOf('-');
            if (dash >= 0) {
                int first = whole(strip(places, 0, places.length() - dash));
                int last = whole(strip(places, dash + 1, 0));
                require(first <= last);
                return new PrintedPlaces(first, OptionalInt.of(last), true, tied);
            }
            return new PrintedPlaces(single(places), OptionalInt.empty(), false, tied);
        }

        private double single(String place) {
            if (DECIMALS.matcher(place).matches()) {
                double number = Double.parseDouble(place.replace(',', '.'));
                require(number >= 1);
                return number;
            }
            checkArgument(
                    place.indexOf('.') < 0 || !THOUSANDS.matcher(place).matches(),
                    "position \"%s\" may have decimals or a thousands separator; write it without the point",
                    SafeText.line(printed));
            return whole(place);
        }

        private int whole(String place) {
            boolean parted = THOUSANDS.matcher(place).matches();
            require(parted || DIGITS.matcher(place).matches());
            int number = Integer.parseInt(parted ? place.replaceAll("[,. ']", "") : place);
            require(number >= 1);
            return number;
        }

        private void require(boolean readable) {
            checkArgument(
                    readable,
                    "\"%s\" is no position such as 26, =26, 201–250, 701+, or NR for a school without one",
                    SafeText.line(printed));
        }

        private static String strip(String text, int fromStart, int fromEnd) {
            return text.substring(fromStart, text.length() - fromEnd).strip();
        }
    }
}
