package io.kanoa.thorgate.plan;

import java.math.BigDecimal;

/** A number with its unit, as it stands in the plan. */
public record Quantity(double value, Unit unit) {

    /** The same quantity in another unit of the same dimension. */
    public double in(Unit target) {
        return unit.to(target, value);
    }

    @Override
    public String toString() {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() + " " + unit;
    }
}
