package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Indexes;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * An immutable list of results whose text can be read: a long one shows one element per line.
 *
 * <p>JShell echoes every value by its text, and that of a list of forty findings is one line, cut somewhere in the
 * middle. This one says how many elements there are, then shows them line by line, as many as JShell has room for, and
 * how many are left; {@link #lines} is the whole text. A list whose text fits into the 80 characters that JShell shows
 * of a variable, or that has one element only, reads like any other list. In everything else it is one: it equals a
 * list of equal elements, and refuses changes and {@code null}.
 *
 * @param <E> what it is a list of
 */
@Immutable(containerOf = "E")
@SuppressWarnings("Immutable") // the counter of changes in AbstractList stays 0
public final class ResultList<E> extends AbstractList<E> implements RandomAccess {
    /** JShell shows the whole text of a variable if it is not longer than this. */
    private static final int ECHOED = 80;

    private final ImmutableList<E> elements;

    /**
     * Returns the list of these elements; the argument itself, if it is one.
     *
     * <pre>{@code
     * ResultList.copyOf(List.of("Oxford", "Yale")) // ==> [Oxford, Yale]
     * }</pre>
     */
    public static <E> ResultList<E> copyOf(Collection<? extends E> elements) {
        requireNonNull(elements, "elements");
        if (elements instanceof ResultList) {
            @SuppressWarnings("unchecked") // nothing can be added to it
            ResultList<E> same = (ResultList<E>) elements;
            return same;
        }
        return new ResultList<>(ImmutableList.copyOf(elements));
    }

    /** Returns a collector of a stream's elements, in its order. */
    public static <E> Collector<E, ?, ResultList<E>> toResultList() {
        return Collectors.collectingAndThen(ImmutableList.toImmutableList(), ResultList::new);
    }

    private ResultList(ImmutableList<E> elements) {
        this.elements = elements;
    }

    @Override
    public E get(int index) {
        return elements.get(Indexes.check(index, elements.size(), "element"));
    }

    @Override
    public int size() {
        return elements.size();
    }

    /** Returns the same elements as Guava's type. */
    public ImmutableList<E> asList() {
        return elements;
    }

    /** Returns the text of all elements, one per line. */
    public String lines() {
        return String.join("\n", texts(size()));
    }

    /** Returns the text described above, of at most about {@link TextTable#ECHO} characters. */
    @Override
    public String toString() {
        int most = TextTable.briefRows(size());
        List<String> texts = texts(most);
        String plain = texts.toString();
        if (size() <= 1 || (size() == most && plain.length() <= ECHOED)) {
            return plain;
        }
        return TextTable.echo(
                List.of(TextTable.headline(size() + " in all", texts)), texts, size(), List.of(), "lines()");
    }

    private List<String> texts(int most) {
        List<String> texts = new ArrayList<>();
        elements.subList(0, most).forEach(each -> texts.add(String.valueOf(each)));
        return texts;
    }
}
