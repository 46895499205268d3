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
 * An immutable list of results with a readable text: a long list shows one element per line.
 *
 * <p>JShell echoes a value by its text, and an ordinary list of forty findings is one line, which JShell cuts in the
 * middle. The text of a result list states the size, then shows one element per line, as many as JShell has room for,
 * and states how many are left. {@link #lines} returns the whole text. A list with one element, or whose text fits into
 * the 80 characters that JShell shows of a variable, has the text of an ordinary list. In all other respects this is an
 * ordinary list: it equals any list of equal elements, and it rejects changes and {@code null}.
 *
 * @param <E> the type of the elements
 */
@Immutable(containerOf = "E")
@SuppressWarnings("Immutable") // the counter of changes in AbstractList stays 0
public final class ResultList<E> extends AbstractList<E> implements RandomAccess {
    /** The longest text of a variable that JShell shows in full. */
    private static final int ECHOED = 80;

    private final ImmutableList<E> elements;

    /**
     * Returns a list of the given elements; the argument itself if it is a result list.
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

    /** Returns a collector of a stream's elements, in encounter order. */
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

    /** Returns a list of the same elements as Guava's immutable list. */
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
