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
    /**
     * One more than the index of a text and, in the bits above it, the last bits of its spread hash code, whose first
     * bits say where it stands; 0 for none.
     */
    private int[] slots;

    private int size;
    private Map<String, Integer> crowded = Map.of();
    private final int duplicate;

    /**
     * @param size how many texts there are
     * @param texts the text of each index from 0 on, always the same
     */
    public TextIndex(int size, IntFunction<String> texts) {
        this.texts = texts;
        this.slots = new int[Math.max(4, 4 * Integer.highestOneBit(size))];
        boolean differ = true;
        while (differ && this.size < size) {
            differ = add();
        }
        this.duplicate = differ ? -1 : this.size;
    }

    /** Adds the text of the next index, unless it came before; returns whether it was added. */
    public boolean add() {
        if (!crowded.isEmpty()) {
            return addToMap(texts.apply(size));
        }
        if (size >= slots.length / 2) {
            grow();
        }
        String text = texts.apply(size);
        int spread = spread(text);
        int at = slot(text, spread);
        if (at < 0) {
            return addToMap(text);
        }
        if (slots[at] != 0) {
            return false;
        }
        slots[at] = spread * slots.length | ++size;
        return true;
    }

    private void grow() {
        int all = size;
        slots = new int[slots.length * 2];
        size = 0;
        boolean added = true;
        while (added && size < all) {
            added = add();
        }
    }

    private boolean addToMap(String text) {
        if (crowded.isEmpty()) {
            crowded = new HashMap<>();
            for (int index = 0; index < size; index++) {
                crowded.put(texts.apply(index), index);
            }
        }
        boolean added = crowded.putIfAbsent(text, size) == null;
        size += added ? 1 : 0;
        return added;
    }

    private static int spread(String text) {
        return text.hashCode() * SPREADS;
    }

    /** Where the text is or would be; −1 if that is too far to look. */
    private int slot(String text, int spread) {
        int mask = slots.length - 1;
        int at = spread >>> Integer.numberOfLeadingZeros(mask);
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            int slot = slots[at];
            if (slot == 0
                    || (((slot ^ (spread * slots.length)) & ~mask) == 0
                            && texts.apply((slot & mask) - 1).equals(text))) {
                return at;
            }
            at = (at + 1) & mask;
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
        int at = slot(text, spread(text));
        return at < 0 ? -1 : (slots[at] & (slots.length - 1)) - 1;
    }
}
