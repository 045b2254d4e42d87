package io.kanoa.thorgate.weights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.OptionalLong;

/** Counts in a model's configuration, checked. */
record ConfigNumbers(JsonNode node) {

    private static final long MOST = 1L << 40;

    /**
     * The first of {@code keys} that is there and not null.
     *
     * @throws IllegalArgumentException if it is no whole number from 1 to 2^40
     */
    OptionalLong count(String... keys) {
        return Arrays.stream(keys)
                .filter(node::hasNonNull)
                .mapToLong(key -> checked(key, node.path(key)))
                .findFirst();
    }

    private static long checked(String key, JsonNode value) {
        boolean kept =
                value.isIntegralNumber() && value.canConvertToLong() && value.asLong() > 0 && value.asLong() <= MOST;
        if (!kept) {
            throw new IllegalArgumentException(key + " is " + value + "; it must be a whole number from 1 to " + MOST);
        }
        return value.asLong();
    }
}
