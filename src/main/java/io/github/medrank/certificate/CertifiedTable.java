package io.github.medrank.certificate;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Rational;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers of a certificate's table. */
final class CertifiedTable {
    private final ImmutableList<String> indicators;
    private final ImmutableList<String> schools;
    /** One row of numbers per school, maybe with more at its end; null if a value is missing. */
    private final @Nullable Rational[][] rows;

    private CertifiedTable(ImmutableList<String> indicators, ImmutableList<String> schools, List<?> matrix, int more) {
        this.indicators = indicators;
        this.schools = schools;
        this.rows = new Rational[schools.size()][indicators.size() + more];
        checkArgument(matrix.size() == schools.size(), "%s rows for %s schools", matrix.size(), schools.size());
        for (int school = 0; school < rows.length; school++) {
            List<?> row = Entries.list(matrix.get(school));
            int wanted = rows[school].length;
            checkArgument(row.size() == wanted, "%s numbers in a row that must have %s", row.size(), wanted);
            for (int i = 0; i < wanted; i++) {
                rows[school][i] = row.get(i).equals("") ? null : Entries.number(row.get(i));
            }
        }
    }

    /**
     * Returns the table of a document, whose digest must match its numbers. Each row ends with some printed numbers.
     */
    static CertifiedTable of(Entries document, int printed) {
        CertifiedTable table = new CertifiedTable(
                document.texts("indicators"), document.texts("schools"), document.list("matrix"), printed);
        String digest = digest(document);
        checkArgument(
                document.text("digest").equals(digest),
                "the digest of the numbers is %s, and the certificate says %s",
                digest,
                document.text("digest"));
        return table;
    }

    /** SHA-256 of the indicators, the schools, and the numbers row by row, each followed by a line feed. */
    static String digest(Entries document) {
        MessageDigest sha = sha256();
        document.texts("indicators").forEach(each -> update(sha, each));
        document.texts("schools").forEach(each -> update(sha, each));
        document.list("matrix").forEach(row -> Entries.list(row).forEach(each -> update(sha, each.toString())));
        return HexFormat.of().formatHex(sha.digest());
    }

    private static void update(MessageDigest sha, String line) {
        sha.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    int size() {
        return rows.length;
    }

    int width() {
        return indicators.size();
    }

    String school(int row) {
        return schools.get(row);
    }

    String indicator(int i) {
        return indicators.get(i);
    }

    @Nullable
    Rational value(int row, int i) {
        return rows[row][i];
    }

    /** The numbers of a school for the indicators, none of which may be missing. */
    Rational[] row(int school) {
        Rational[] row = new Rational[width()];
        for (int i = 0; i < row.length; i++) {
            Rational value = rows[school][i];
            checkArgument(value != null, "%s has no number for %s", school(school), indicator(i));
            row[i] = value;
        }
        return row;
    }

    /** A printed number at the end of a row, which may not be missing. */
    Rational printed(int school, int column) {
        Rational number = rows[school][column];
        checkArgument(number != null, "nothing is printed of %s", school(school));
        return number;
    }
}
