package io.kanoa.thorgate.verdict;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * After how many starts of the engine a claim about the build is looked at, and at which level each look's t-test is done
 * so that all of them together err with 5 %.
 */
public enum StartLooks {
    /** After 3, 4, 5, 6, 7 and 8 starts. */
    EACH_FROM_3_TO_8(0.0160, 3, 4, 5, 6, 7, 8),
    /** After 3, 5 and 8 starts. */
    AT_3_5_8(0.0211, 3, 5, 8),
    /** After 3, 6 and 10 starts. */
    AT_3_6_10(0.0206, 3, 6, 10),
    /** After 5 and 8 starts. */
    AT_5_8(0.0304, 5, 8);

    private final double level;
    private final List<Integer> starts;

    StartLooks(double level, Integer... starts) {
        this.level = level;
        this.starts = List.of(starts);
    }

    /** The numbers of starts to look at, rising. */
    public List<Integer> starts() {
        return starts;
    }

    /** The level of the one-sided test at each look; empty at a number of starts where no look was planned. */
    public OptionalDouble levelAt(int count) {
        return starts.contains(count) ? OptionalDouble.of(level) : OptionalDouble.empty();
    }

    /** The next look behind {@code count} starts. */
    public OptionalInt after(int count) {
        return starts.stream()
                .mapToInt(Integer::intValue)
                .filter(n -> n > count)
                .findFirst();
    }

    /** The last planned number of starts. */
    public int most() {
        return starts.get(starts.size() - 1);
    }
}
