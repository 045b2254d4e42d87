package io.kanoa.thorgate.plan;

import java.util.Arrays;
import java.util.Optional;

/** How a measured value must stand to the limit of its target. */
public enum Comparison {
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    /** Whether the limit bounds the value from above. */
    public boolean isUpperLimit() {
        return this == LESS || this == AT_MOST;
    }

    /** Whether {@code value} meets {@code limit}; a NaN never does. */
    public boolean holds(double value, double limit) {
        return switch (this) {
            case LESS -> value < limit;
            case AT_MOST -> value <= limit;
            case GREATER -> value > limit;
            case AT_LEAST -> value >= limit;
        };
    }

    public static Optional<Comparison> of(String sign) {
        return Arrays.stream(values()).filter(c -> c.sign.equals(sign)).findFirst();
    }

    @Override
    public String toString() {
        return sign;
    }
}
