package io.kanoa.thorgate.report;

import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people read them: three significant digits, and a unit of a readable size. */
public final class Figures {

    /** Stands where a value is not known. */
    public static final String UNKNOWN = "n/a";

    private static final int DIGITS = 3;
    private static final int MOST_DIGITS = 15;

    private Figures() {}

    /**
     * {@code value} to {@code digits} significant digits, digits before the decimal point always kept.
     *
     * @throws NumberFormatException if {@code value} is NaN or infinite
     */
    public static BigDecimal rounded(double value, int digits) {
        BigDecimal exact = BigDecimal.valueOf(value);
        int whole = exact.precision() - exact.scale();
        BigDecimal rounded = exact.round(new MathContext(Math.max(digits, whole), RoundingMode.HALF_EVEN));
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }

    /** {@code value} with its unit; times and memory in the unit of the family that fits, e.g. {@code 4.2 s}. */
    public static String of(double value, Unit unit) {
        if (!Double.isFinite(value)) {
            return UNKNOWN;
        }
        Unit shown = readable(value, unit);
        return plain(rounded(unit.to(shown, value), DIGITS)) + " " + shown;
    }

    /** Nanoseconds as milliseconds or seconds. */
    public static String ofNanos(long nanos) {
        return of(nanos / 1e6, Unit.MILLISECONDS);
    }

    /**
     * {@code value}, given in the metric's unit, in the unit of the target's limit and without its symbol. It gets as many
     * digits as it takes to stand on the right side of the limit: 49.98 against 50 is never shown as 50.
     */
    public static String against(Target target, double value) {
        if (!Double.isFinite(value)) {
            return UNKNOWN;
        }
        double shown = target.metric().unit().to(target.limit().unit(), value);
        return plain(onItsSide(shown, target.limit().value()));
    }

    /** {@link #against} a limit, where both are given in {@code own} and shown in {@code shown}, with its symbol. */
    public static String besideLimit(double value, double limit, Unit own, Unit shown) {
        return plain(onItsSide(own.to(shown, value), own.to(shown, limit))) + " " + shown;
    }

    /** {@link #against} with the symbol of the limit's unit. */
    public static String withUnit(Target target, double value) {
        return Double.isFinite(value)
                ? against(target, value) + " " + target.limit().unit()
                : UNKNOWN;
    }

    private static BigDecimal onItsSide(double value, double limit) {
        int digits = DIGITS;
        while (digits < MOST_DIGITS && side(rounded(value, digits).doubleValue(), limit) != side(value, limit)) {
            digits++;
        }
        return rounded(value, digits);
    }

    private static int side(double value, double limit) {
        return Double.compare(value, limit);
    }

    private static Unit readable(double value, Unit unit) {
        return switch (unit.dimension()) {
            case TIME -> Math.abs(unit.to(Unit.SECONDS, value)) < 1 ? Unit.MILLISECONDS : Unit.SECONDS;
            case MEMORY -> Math.abs(unit.to(Unit.GIGABYTES, value)) < 1 ? Unit.MEGABYTES : Unit.GIGABYTES;
            default -> unit;
        };
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
