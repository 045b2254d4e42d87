package io.kanoa.thorgate.verdict;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * After how many requests a row is looked at: 20, then every 10, and at the cap; at most about forty times. A cap below
 * 30 is looked at once, at its end.
 */
final class LookSchedule {

    private static final int FIRST = 20;
    private static final int EVERY = 10;
    private static final int MOST = 40;

    private LookSchedule() {}

    static int[] of(int cap) {
        if (cap < FIRST + EVERY) {
            return new int[] {cap};
        }
        int every = EVERY * Math.max(1, (int) Math.ceil((double) cap / (EVERY * MOST)));
        IntStream before = IntStream.iterate(Math.max(FIRST, every), n -> n < cap, n -> n + every);
        return IntStream.concat(before, IntStream.of(cap)).toArray();
    }

    static OptionalInt after(int[] looks, int requests) {
        return Arrays.stream(looks).filter(look -> look > requests).findFirst();
    }
}
