package io.kanoa.thorgate.physics;

import java.util.List;

/**
 * A number of bytes and how it came about.
 *
 * @param lines one step each, with numbers and units
 */
record Sum(double bytes, List<String> lines) {

    static final Sum NONE = new Sum(0, List.of());

    Sum {
        lines = List.copyOf(lines);
    }

    static Sum of(double bytes, String line) {
        return new Sum(bytes, List.of(line));
    }
}
