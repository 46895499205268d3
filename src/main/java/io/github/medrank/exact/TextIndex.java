package io.github.medrank.exact;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Finds which of some texts one is, by open addressing in one array: a hash map has three objects a text, which for a
 * million schools cost more than a ranking of them.
 *
 * <p>Where more hash codes meet than do by chance, as those of texts made to that end, a hash map does it.
 */
public final class TextIndex {
    private static final int MOST_STEPS = 256;
    private static final int SPREADS = 0x9E3779B9;

    private final IntFunction<String> texts;
    /** A hash code and, in the low bits, one more than the index of its text; 0 for none. */
    private long[] slots;

    private int shift;
    private int size;
    private final Map<String, Integer> crowded = new HashMap<>();
    private final int duplicate;

    /**
     * @param size how many texts there are
     * @param texts the text of each index from 0 on, always the same
     */
    public TextIndex(int size, IntFunction<String> texts) {
        this.texts = texts;
        int bits = Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(size) + 1);
        this.slots = new long[1 << bits];
        this.shift = Integer.SIZE - bits;
        boolean differ = true;
        while (differ && this.size < size) {
            differ = add();
        }
        this.duplicate = differ ? -1 : this.size;
    }

    /** Adds the text of the next index, unless it came before; returns whether it was added. */
    public boolean add() {
        if (size >= slots.length / 2) {
            grow();
        }
        String text = texts.apply(size);
        int at = crowded.isEmpty() ? slot(text) : -1;
        if (at < 0) {
            return addToMap(text);
        }
        if (slots[at] != 0) {
            return false;
        }
        slots[at] = (long) text.hashCode() << Integer.SIZE | ++size;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        shift--;
        for (long slot : old) {
            if (slot != 0) {
                int at = start((int) (slot >>> Integer.SIZE));
                while (slots[at] != 0) {
                    at = (at + 1) & (slots.length - 1);
                }
                slots[at] = slot;
            }
        }
    }

    private boolean addToMap(String text) {
        if (crowded.isEmpty()) {
            for (int index = 0; index < size; index++) {
                crowded.put(texts.apply(index), index);
            }
        }
        boolean added = crowded.putIfAbsent(text, size) == null;
        size += added ? 1 : 0;
        return added;
    }

    private int start(int hash) {
        return (hash * SPREADS) >>> shift;
    }

    /** Where the text is or would be; −1 if that is too far to look. */
    private int slot(String text) {
        int hash = text.hashCode();
        int at = start(hash);
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            long slot = slots[at];
            if (slot == 0
                    || ((int) (slot >>> Integer.SIZE) == hash
                            && texts.apply((int) slot - 1).equals(text))) {
                return at;
            }
            at = (at + 1) & (slots.length - 1);
        }
        return -1;
    }

    /** Returns the first index whose text came before; −1 if all that there were at first differ. */
    public int duplicate() {
        return duplicate;
    }

    /** Returns the index of a text; −1 if it is none of them. Only where all differ. */
    public int indexOf(String text) {
        if (!crowded.isEmpty()) {
            return crowded.getOrDefault(text, -1);
        }
        int at = slot(text);
        return at < 0 ? -1 : (int) slots[at] - 1;
    }
}
