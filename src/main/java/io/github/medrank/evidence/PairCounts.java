package io.github.medrank.evidence;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/** The number of joint papers of each pair of institutions, in an open hash table with twelve bytes per slot. */
final class PairCounts implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final long FREE = -1;

    private long[] keys;
    private int[] counts;
    private int size;

    PairCounts() {
        keys = new long[64];
        counts = new int[64];
        Arrays.fill(keys, FREE);
    }

    void add(int one, int other, int times) {
        long key = (long) Math.min(one, other) << 32 | Math.max(one, other);
        int slot = slot(key);
        if (keys[slot] == FREE) {
            keys[slot] = key;
            size++;
        }
        counts[slot] = Math.addExact(counts[slot], times);
        if (size * 2 > keys.length) {
            grow();
        }
    }

    private int slot(long key) {
        long mixed = (key ^ key >>> 29) * 0xbf58476d1ce4e5b9L;
        int slot = (int) (mixed >>> 32) & (keys.length - 1);
        while (keys[slot] != key && keys[slot] != FREE) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new int[keys.length];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    void merge(PairCounts other) {
        other.forEach(this::add);
    }

    /** Visits each pair once, in no particular order. */
    void forEach(Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != FREE) {
                visitor.visit((int) (keys[i] >>> 32), (int) keys[i], counts[i]);
            }
        }
    }

    interface Visitor {
        void visit(int one, int other, int papers);
    }
}
