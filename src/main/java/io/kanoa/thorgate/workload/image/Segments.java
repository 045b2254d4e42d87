package io.kanoa.thorgate.workload.image;

import java.util.List;

/** The digits of a seven-segment display, on a grid 4 wide and 7 high. */
final class Segments {

    /** Segments of a digit: top, upper right, lower right, bottom, lower left, upper left, middle. */
    static final int COUNT = 7;

    private static final List<Bar> BARS = List.of(
            new Bar(0, 0, 4, 1),
            new Bar(3, 0, 1, 4),
            new Bar(3, 3, 1, 4),
            new Bar(0, 6, 4, 1),
            new Bar(0, 3, 1, 4),
            new Bar(0, 0, 1, 4),
            new Bar(0, 3, 4, 1));

    /** One bit a segment, the first the lowest. */
    private static final int[] DIGITS = {0x3f, 0x06, 0x5b, 0x4f, 0x66, 0x6d, 0x7d, 0x07, 0x7f, 0x6f};

    /** Where a segment lies, in units of its thickness. */
    record Bar(int x, int y, int wide, int high) {}

    private Segments() {}

    static Bar bar(int segment) {
        return BARS.get(segment);
    }

    static boolean lit(int digit, int segment) {
        return (DIGITS[digit] >> segment & 1) == 1;
    }
}
